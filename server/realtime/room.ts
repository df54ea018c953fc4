/** One live board: its document, who is in it, and the order of things: take in, commit, tell. */
import type { BoardLog } from "#db/queries/board-log.ts";
import type { BoardDoc } from "#domain/board-doc/document.ts";
import { CLOSE } from "#domain/board-doc/wire.ts";
import type { Logger } from "#server/log.ts";
import { Audience } from "./audience.ts";
import { bringsNothing } from "./board-at-rest.ts";
import { ChangeNotes } from "./change-notes.ts";
import { ClientIds } from "./client-ids.ts";
import type { Connection } from "./connection.ts";
import { type Author, LiveDocument, type Uncommitted } from "./live-document.ts";
import { step1Frame } from "./messages.ts";
import { type Batch, type Commits, type CommittingRoom, nothingToCommit } from "./persistence.ts";
import type { RoomMetrics } from "./room-metrics.ts";
import { StoredSize } from "./stored-size.ts";
import { type Incoming, type Request, Turn } from "./turn.ts";
import type { Wire } from "./wire-frame.ts";

export interface RoomOptions {
  readonly boardId: string;
  readonly commits: Commits;
  readonly log: Logger;
  readonly now: () => number;
  readonly metrics: RoomMetrics;
  /** What is stored now; null when the board is gone. */
  readonly load: () => Promise<BoardLog | null>;
  /** Something is in the log that was not there before. */
  readonly onCommitted: (room: Room) => void;
  /** What is stored cannot be read any more: the room can only be taken away. */
  readonly onBroken: (room: Room) => void;
}

export class Room implements CommittingRoom {
  readonly boardId: string;
  readonly generation: number;
  /** Last log row that the document holds on disk. */
  seq: number;
  readonly stored: StoredSize;
  readonly #options: RoomOptions;
  readonly #clientIds = new ClientIds();
  #document: LiveDocument;
  /** `reading`: takes nothing in. `reloading`: goes back to what is on disk, and tells nothing either. */
  #state: "live" | "reading" | "reloading" | "stopped" = "live";
  /** Null while nothing waits for the turn to end. */
  #turn: Turn | null = null;
  /** What has changed on disk and is not in the rows yet. */
  readonly unprojected = new ChangeNotes();
  readonly audience: Audience;

  /** @throws when what is stored does not decode */
  constructor(options: RoomOptions, log: BoardLog) {
    this.#options = options;
    this.boardId = options.boardId;
    this.generation = log.generation;
    this.seq = log.lastSeq;
    this.stored = new StoredSize(log);
    this.#document = new LiveDocument(options.boardId, log);
    this.audience = new Audience({
      now: options.now,
      onDrained: (connection, stateVector) => this.#ask({ connection, stateVector, as: "update" }),
      onMerged: (updates) => options.metrics.merged(updates),
      onPresenceDropped: (because) => options.metrics.droppedPresence(because),
    });
  }

  get doc(): BoardDoc {
    return this.#document.doc;
  }

  /** False while the document is as it lies on disk and nobody has needed it. */
  get isMade(): boolean {
    return this.#document.isMade;
  }

  /** Something is taken in or waits to be, and is not on disk yet. */
  get isAhead(): boolean {
    return this.#state === "live" && (this.#document.isAhead || (this.#turn !== null && this.#turn.incoming.size > 0));
  }

  join(connection: Connection): void {
    // Readers are never asked for what they have: nothing of it would be taken.
    if (connection.role === "write") connection.send(step1Frame(this.#document.stateVector()));
    this.audience.add(connection);
  }

  leave(connection: Connection): void {
    const sent = this.#turn?.incoming.get(connection);
    this.#turn?.incoming.delete(connection);
    // What somebody wrote last counts, though they have gone.
    if (sent !== undefined) this.#takeIn(connection, sent);
    this.#turn?.leave(connection);
    this.audience.remove(connection);
    this.#clientIds.release(connection);
  }

  /** Answers a step 1 with what the socket lacks, as soon as all of it is on disk. */
  request(connection: Connection, stateVector: Uint8Array): void {
    this.#ask({ connection, stateVector, as: "step2" });
  }

  #ask(request: Request): void {
    this.#gathering().requests.push(request);
  }

  /** Whatever is put there is committed and told when the turn ends. */
  #gathering(): Turn {
    this.#options.commits.schedule(this);
    this.#turn ??= new Turn();
    return this.#turn;
  }

  /** Takes an update of somebody who may write; it is looked at when the turn ends, with what else they send in it. */
  receive(connection: Connection, message: Incoming): void {
    if (this.#state !== "live") connection.owed++;
    else if (bringsNothing(message.update)) this.#holds(connection, message);
    else this.#gathering().add(connection, message);
  }

  #takeInAll(): void {
    const incoming = this.#turn?.incoming ?? new Map<Connection, Incoming[]>();
    for (const [connection, messages] of incoming) {
      incoming.delete(connection);
      this.#takeIn(connection, messages);
    }
  }

  /** What one socket sent in one turn becomes one change: one row, and one message to the others. */
  #takeIn(connection: Connection, messages: readonly Incoming[]): void {
    const author: Author = { personId: connection.personId, at: this.#options.now(), connection };
    try {
      this.#document.change(author, () => messages.every((message) => this.#admit(connection, message)));
    } catch (error) {
      if (!this.#document.isMade) {
        this.#options.log.error({ err: error, boardId: this.boardId }, "a board's document cannot be read");
        this.giveUp();
        return;
      }
      // Judged well and yet not digested: the document may hold half of it.
      this.#options.log.error({ err: error, boardId: this.boardId }, "an accepted update could not be applied");
      connection.close(CLOSE.invalidContent);
      void this.#startOver().then(() => this.resume());
    }
  }

  /** Applies an update, or says why not. False when nothing more of the socket is wanted. */
  #admit(connection: Connection, message: Incoming): boolean {
    const verdict = this.#document.judge(message.update);
    if (!verdict.ok) return this.#refuse(connection, verdict.because);
    if (!this.#clientIds.claim(connection, verdict.writers)) {
      this.#options.metrics.refusedUpdate("foreign-id");
      connection.close(CLOSE.invalidContent);
      return false;
    }
    this.#document.apply(message.update);
    this.#holds(connection, message);
    return true;
  }

  #holds(connection: Connection, { kind }: Incoming): void {
    // A step 2 brings everything that had to be left out before.
    connection.held += kind === "step2" ? 1 + connection.owed : 1;
    if (kind === "step2") connection.owed = 0;
    this.#gathering().touched.add(connection);
  }

  #refuse(connection: Connection, because: "malformed" | "gap" | "content" | "too-large"): boolean {
    this.#options.metrics.refusedUpdate(because);
    if (because === "gap" && connection.noteGap()) {
      connection.owed++;
      connection.send(step1Frame(this.#document.stateVector()));
      return true;
    }
    this.#options.log.warn({ boardId: this.boardId, personId: connection.personId, because }, "update refused");
    connection.close(because === "too-large" ? CLOSE.tooLarge : CLOSE.invalidContent);
    return false;
  }

  /**
   * A change by the server or an action: the same road as everyone's.
   *
   * @throws when it could not be stored, or what `change` throws; then nothing of it has happened
   */
  async edit(personId: string | null, change: (doc: BoardDoc) => void): Promise<void> {
    // What others wrote in this turn goes first: a change that throws takes the document back to what is on disk.
    if (this.isAhead) await this.#options.commits.flush();
    if (this.#state !== "live") throw new Error("The board cannot be written now.");
    const author: Author = { personId, at: this.#options.now(), connection: null };
    try {
      this.#document.change(author, change);
    } catch (error) {
      await this.#startOver();
      this.resume();
      throw error;
    }
    const { waiters } = this.#gathering();
    await new Promise<void>((resolve, reject) => waiters.push({ resolve, reject }));
  }

  cut(): Batch {
    this.#takeInAll();
    if (this.#state === "reloading" || this.#state === "stopped") return nothingToCommit(this.boardId);
    const turn = this.#turn ?? new Turn();
    // Throws when what is stored turns out to be unreadable: nothing has been taken from the turn then.
    const answers = turn.requests.map(({ connection, ...asked }) => ({
      connection,
      wire: this.#document.answer(asked),
    }));
    this.#turn = null;
    const uncommitted = this.#document.cut();
    const touched = [...turn.touched].map((connection) => ({ connection, count: connection.held }));
    // Encoded now: by the time it is told, the document may hold more than what is on disk.
    const stateVector = this.#document.stateVector();
    return {
      boardId: this.boardId,
      updates: uncommitted.updates,
      committed: (lastSeq) => {
        if (lastSeq !== undefined) this.#logged(uncommitted, lastSeq);
        this.audience.tell(uncommitted.updates, stateVector);
        for (const { connection, wire } of answers) this.#answer(connection, wire, stateVector);
        for (const { connection, count } of touched) connection.acknowledge(stateVector, count);
        for (const { resolve } of turn.waiters) resolve();
        if (lastSeq !== undefined) this.#options.onCommitted(this);
      },
      failed: () => this.#failed(turn),
    };
  }

  #logged({ updates, changes }: Uncommitted, lastSeq: number): void {
    this.seq = lastSeq;
    this.stored.logged(updates);
    this.unprojected.add(changes);
  }

  #answer(connection: Connection, wire: Wire, stateVector: Uint8Array): void {
    connection.write(wire);
    connection.isInStep = true;
    if (connection.awaitsFirstAcknowledgement) connection.acknowledge(stateVector, connection.durable);
  }

  /** The disk took nothing: the room stays readable, and takes in again when the disk does. */
  async #failed({ requests, waiters }: Turn): Promise<void> {
    const turn = this.#gathering();
    turn.waiters.push(...waiters);
    turn.requests.push(...requests);
    this.audience.notify("saving-failed");
    await this.#startOver();
  }

  /** Back to what is on disk. Whoever wrote still has it all and is asked for it when the room takes in again. */
  async #startOver(): Promise<void> {
    if (this.#state === "stopped") return;
    this.#state = "reloading";
    this.#disappoint();
    for (const connection of this.audience.connections) {
      connection.owed += connection.held - connection.durable;
      connection.held = connection.durable;
    }
    for (const [connection, messages] of this.#turn?.incoming ?? []) connection.owed += messages.length;
    this.#turn?.incoming.clear();
    this.#turn?.touched.clear();
    try {
      const log = await this.#options.load();
      if (log === null) throw new Error("The board is gone.");
      const stale = this.#document;
      this.#document = new LiveDocument(this.boardId, log);
      stale.destroy();
      this.#state = "reading";
      this.#options.commits.schedule(this);
    } catch (error) {
      this.#options.log.error({ err: error, boardId: this.boardId }, "a board's document cannot be read");
      this.giveUp();
    }
  }

  /** What is stored cannot be read: nobody is told anything, and it is left as it is. */
  giveUp(): void {
    this.#options.metrics.couldNotRead();
    // Of a document that is made, only the moment has failed.
    const code = this.#document.isMade ? CLOSE.failed : CLOSE.unreadable;
    for (const connection of this.audience.connections) connection.close(code);
    this.#options.onBroken(this);
  }

  #disappoint(): void {
    const waiters = this.#turn?.waiters.splice(0) ?? [];
    for (const { reject } of waiters) reject(new Error("The board could not be stored."));
  }

  resume(): void {
    if (this.#state !== "reading") return;
    this.#state = "live";
    this.audience.ask(this.#document.stateVector());
  }

  stop(): void {
    this.#state = "stopped";
    this.#disappoint();
    this.#turn = null;
    this.audience.stop();
    this.#document.destroy();
  }
}

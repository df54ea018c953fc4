/** One live board: its document, who is in it, and the order of things: take in, commit, tell. */
import * as Y from "yjs";
import type { BoardLog } from "#db/queries/board-log.ts";
import type { BoardDoc } from "#domain/board-doc/document.ts";
import { CLOSE, type Notice } from "#domain/board-doc/wire.ts";
import type { Logger } from "#server/log.ts";
import { ChangeNotes } from "./change-notes.ts";
import { ClientIds } from "./client-ids.ts";
import type { Connection } from "./connection.ts";
import { type Author, LiveDocument, type Uncommitted } from "./live-document.ts";
import { step1Frame, step2Frame, updateFrame } from "./messages.ts";
import type { Batch, Commits, CommittingRoom } from "./persistence.ts";
import { RoomPresence } from "./room-presence.ts";
import { SlowReaders } from "./slow-readers.ts";

export interface RoomOptions {
  readonly boardId: string;
  readonly commits: Commits;
  readonly log: Logger;
  readonly now: () => number;
  /** What is stored now; null when the board is gone. */
  readonly load: () => Promise<BoardLog | null>;
  /** Something is in the log that was not there before. */
  readonly onCommitted: (room: Room) => void;
  /** What is stored cannot be read any more: the room can only be taken away. */
  readonly onBroken: (room: Room) => void;
}

/** Somebody waits for the document as it will be on disk. */
interface Request {
  readonly connection: Connection;
  readonly stateVector: Uint8Array;
  readonly as: "step2" | "update";
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** More updates than this in one turn go out as one. */
const MERGE_ABOVE = 4;

export class Room implements CommittingRoom {
  readonly boardId: string;
  readonly generation: number;
  readonly connections = new Set<Connection>();
  readonly presence: RoomPresence;
  /** Last log row that the document holds on disk. */
  seq: number;
  /** What has been logged since the last stored state. */
  readonly tail: { rows: number; bytes: number };
  readonly #options: RoomOptions;
  readonly #clientIds = new ClientIds();
  #document: LiveDocument;
  /** `reading`: takes nothing in. `reloading`: goes back to what is on disk, and tells nothing either. */
  #state: "live" | "reading" | "reloading" | "stopped" = "live";
  #requests: Request[] = [];
  #touched = new Set<Connection>();
  #waiters: Waiter[] = [];
  /** What has changed on disk and is not in the rows yet. */
  readonly unprojected = new ChangeNotes();
  readonly #slow = new SlowReaders((connection, stateVector) => this.#ask({ connection, stateVector, as: "update" }));

  /** @throws when what is stored does not decode */
  constructor(options: RoomOptions, log: BoardLog) {
    this.#options = options;
    this.boardId = options.boardId;
    this.generation = log.generation;
    this.seq = log.lastSeq;
    this.tail = { rows: log.rows.length, bytes: log.rows.reduce((sum, { bytes }) => sum + bytes.length, 0) };
    this.#document = new LiveDocument(options.boardId, log);
    this.presence = new RoomPresence(this.connections, options.now);
  }

  get doc(): BoardDoc {
    return this.#document.doc;
  }

  /** The document holds something that is not on disk yet. */
  get isAhead(): boolean {
    return this.#state === "live" && this.#document.isAhead;
  }

  join(connection: Connection): void {
    this.connections.add(connection);
    // Readers are never asked for what they have: nothing of it would be taken.
    if (connection.role === "write") connection.send(step1Frame(this.#document.stateVector()));
    const presence = this.presence.frame();
    if (presence !== null) connection.send(presence);
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.presence.leave(connection);
    this.#clientIds.release(connection);
    this.#slow.remove(connection);
    this.#touched.delete(connection);
    this.#requests = this.#requests.filter((request) => request.connection !== connection);
  }

  notify(notice: Notice): void {
    for (const connection of this.connections) connection.notify(notice);
  }

  /** Answers a step 1 with what the socket lacks, as soon as all of it is on disk. */
  request(connection: Connection, stateVector: Uint8Array): void {
    this.#ask({ connection, stateVector, as: "step2" });
  }

  #ask(request: Request): void {
    this.#requests.push(request);
    this.#options.commits.schedule(this);
  }

  /** Takes in an update of somebody who may write, or says why not. */
  receive(connection: Connection, update: Uint8Array, kind: "step2" | "update"): void {
    if (this.#state !== "live") {
      connection.owed++;
      return;
    }
    const verdict = this.#document.judge(update);
    if (!verdict.ok) {
      this.#refuse(connection, verdict.because);
      return;
    }
    if (!this.#clientIds.claim(connection, verdict.writers)) {
      connection.close(CLOSE.invalidContent);
      return;
    }
    try {
      this.#document.apply(update, { personId: connection.personId, at: this.#options.now(), connection });
    } catch (error) {
      // Judged well and yet not digested: the document may hold half of it.
      this.#options.log.error({ err: error, boardId: this.boardId }, "an accepted update could not be applied");
      connection.close(CLOSE.invalidContent);
      void this.#startOver().then(() => this.resume());
      return;
    }
    // A step 2 brings everything that had to be left out before.
    connection.held += kind === "step2" ? 1 + connection.owed : 1;
    if (kind === "step2") connection.owed = 0;
    this.#touched.add(connection);
    this.#options.commits.schedule(this);
  }

  #refuse(connection: Connection, because: "malformed" | "gap" | "content" | "too-large"): void {
    if (because === "gap" && connection.noteGap()) {
      connection.owed++;
      connection.send(step1Frame(this.#document.stateVector()));
      return;
    }
    this.#options.log.warn({ boardId: this.boardId, personId: connection.personId, because }, "update refused");
    connection.close(because === "too-large" ? CLOSE.tooLarge : CLOSE.invalidContent);
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
      this.#document.edit(change, author);
    } catch (error) {
      await this.#startOver();
      this.resume();
      throw error;
    }
    const stored = new Promise<void>((resolve, reject) => this.#waiters.push({ resolve, reject }));
    this.#options.commits.schedule(this);
    await stored;
  }

  cut(): Batch {
    if (this.#state === "reloading" || this.#state === "stopped") return nothing(this.boardId);
    const uncommitted = this.#document.cut();
    const requests = this.#requests;
    const waiters = this.#waiters;
    const touched = [...this.#touched].map((connection) => ({ connection, count: connection.held }));
    this.#requests = [];
    this.#waiters = [];
    this.#touched.clear();
    // Encoded now: by the time it is told, the document may hold more than what is on disk.
    const stateVector = this.#document.stateVector();
    const answers = requests.map((request) => ({ ...request, missing: this.#document.since(request.stateVector) }));
    return {
      boardId: this.boardId,
      updates: uncommitted.updates,
      committed: (lastSeq) => {
        if (lastSeq !== undefined) this.#logged(uncommitted, lastSeq);
        this.#broadcast(uncommitted.updates, stateVector);
        for (const answer of answers) this.#answer(answer, stateVector);
        for (const { connection, count } of touched) connection.acknowledge(stateVector, count);
        for (const { resolve } of waiters) resolve();
        if (lastSeq !== undefined) this.#options.onCommitted(this);
      },
      failed: () => this.#failed({ requests, waiters }),
    };
  }

  #logged({ updates, changes }: Uncommitted, lastSeq: number): void {
    this.seq = lastSeq;
    this.tail.rows += updates.length;
    this.tail.bytes += updates.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.unprojected.add(changes);
  }

  #broadcast(updates: Uncommitted["updates"], stateVector: Uint8Array): void {
    const frames = framesOf(updates);
    for (const connection of this.connections) {
      if (!connection.isInStep || this.#slow.has(connection)) continue;
      for (const { frame, from } of frames) if (from !== connection) connection.send(frame);
      if (connection.isClogged) this.#slow.add(connection, stateVector);
    }
  }

  #answer({ connection, as, missing }: Request & { missing: Uint8Array }, stateVector: Uint8Array): void {
    connection.send(as === "step2" ? step2Frame(missing) : updateFrame(missing));
    connection.isInStep = true;
    if (connection.awaitsFirstAcknowledgement) connection.acknowledge(stateVector, connection.durable);
  }

  /** The disk took nothing: the room stays readable, and takes in again when the disk does. */
  async #failed({ requests, waiters }: { requests: Request[]; waiters: Waiter[] }): Promise<void> {
    this.#waiters.push(...waiters);
    this.#requests.push(...requests);
    this.notify("saving-failed");
    await this.#startOver();
  }

  /** Back to what is on disk. Whoever wrote still has it all and is asked for it when the room takes in again. */
  async #startOver(): Promise<void> {
    if (this.#state === "stopped") return;
    this.#state = "reloading";
    this.#disappoint();
    for (const connection of this.connections) {
      connection.owed += connection.held - connection.durable;
      connection.held = connection.durable;
    }
    this.#touched.clear();
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

  giveUp(): void {
    for (const connection of this.connections) connection.close(CLOSE.failed);
    this.#options.onBroken(this);
  }

  #disappoint(): void {
    for (const { reject } of this.#waiters) reject(new Error("The board could not be stored."));
    this.#waiters = [];
  }

  resume(): void {
    if (this.#state !== "reading") return;
    this.#state = "live";
    const step1 = step1Frame(this.#document.stateVector());
    for (const connection of this.connections) if (connection.role === "write") connection.send(step1);
  }

  stop(): void {
    this.#state = "stopped";
    this.#disappoint();
    this.#slow.stop();
    this.presence.stop();
    this.#document.destroy();
  }
}

/** One frame per update, with whom it came from; many updates become one. */
function framesOf(updates: Uncommitted["updates"]): { frame: Uint8Array; from: Connection | null }[] {
  if (updates.length <= MERGE_ABOVE) {
    return updates.map(({ bytes, connection }) => ({ frame: updateFrame(bytes), from: connection }));
  }
  const [first] = updates;
  const isOnes = updates.every(({ connection }) => connection === first?.connection);
  const merged = Y.mergeUpdates(updates.map(({ bytes }) => bytes));
  return [{ frame: updateFrame(merged), from: isOnes ? (first?.connection ?? null) : null }];
}

const nothing = (boardId: string): Batch => ({
  boardId,
  updates: [],
  committed: () => undefined,
  failed: async () => undefined,
});

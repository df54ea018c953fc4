/**
 * Commit, then tell. Everything that rooms took in during one turn of the event loop goes into the log in one
 * transaction; only then is it told to anyone.
 */
import type { Database } from "#db/client.ts";
import { appendUpdates, type LoggedUpdate, tryWriting } from "#db/queries/board-log.ts";
import type { Logger } from "#server/log.ts";
import type { RoomMetrics } from "./room-metrics.ts";

/** What one room has to commit and to tell. */
export interface Batch {
  readonly boardId: string;
  readonly updates: readonly LoggedUpdate[];
  /** On disk: tell it. `lastSeq` is the last log row, when there were any. */
  committed(lastSeq: number | undefined): void;
  /** Not on disk and never told; the room goes back to what is. */
  failed(): Promise<void>;
}

export const nothingToCommit = (boardId: string): Batch => ({
  boardId,
  updates: [],
  committed: () => undefined,
  failed: async () => undefined,
});

export interface CommittingRoom {
  readonly boardId: string;
  cut(): Batch;
  /** It cannot say what it holds: everybody is sent away, and whoever comes back finds what is on disk. */
  giveUp(): void;
  /** The disk takes writes again. */
  resume(): void;
}

export interface CommitOptions {
  readonly db: Database;
  readonly log: Logger;
  /** False while too little space is left on the disk. */
  readonly mayWrite: () => boolean;
  readonly now: () => number;
  readonly metrics: RoomMetrics;
}

const RETRY_MS = 1_000;

export class Commits {
  readonly #options: CommitOptions;
  readonly #waiting = new Set<CommittingRoom>();
  readonly #stuck = new Set<CommittingRoom>();
  #running: Promise<void> | null = null;
  #scheduled = false;
  #retry: NodeJS.Timeout | null = null;
  #failingSince: number | null = null;

  constructor(options: CommitOptions) {
    this.#options = options;
  }

  /** False from a failed commit until the disk takes writes again. */
  get isWriting(): boolean {
    return this.#retry === null;
  }

  /** Since when edits cannot be stored; null while they can. */
  get failingSince(): number | null {
    return this.#failingSince;
  }

  /** The room has something; it is committed when this turn of the event loop ends. */
  schedule(room: CommittingRoom): void {
    this.#waiting.add(room);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => void this.flush());
  }

  /** Commits what waits now; resolves when it is told. */
  async flush(): Promise<void> {
    while (this.#running !== null || this.#waiting.size > 0) {
      this.#running ??= this.#commit().finally(() => {
        this.#running = null;
      });
      await this.#running;
    }
  }

  async #commit(): Promise<void> {
    this.#scheduled = false;
    const rooms = [...this.#waiting];
    this.#waiting.clear();
    const batches = rooms.flatMap((room) => {
      const batch = this.#cut(room);
      return batch === null ? [] : [{ room, batch }];
    });
    const updates = batches.flatMap(({ batch }) => batch.updates);
    const last = updates.length === 0 ? new Map<string, number>() : await this.#append(updates);
    for (const { room, batch } of batches) {
      if (last === null && batch.updates.length > 0) await this.#fail(room, batch);
      else this.#tell(batch, last?.get(batch.boardId));
    }
  }

  /** A failure stays inside its room. */
  #cut(room: CommittingRoom): Batch | null {
    try {
      return room.cut();
    } catch (error) {
      this.#options.log.error({ err: error, boardId: room.boardId }, "a room cannot say what it holds");
      room.giveUp();
      return null;
    }
  }

  async #append(updates: readonly LoggedUpdate[]): Promise<ReadonlyMap<string, number> | null> {
    const { db, log, metrics, mayWrite } = this.#options;
    const began = performance.now();
    try {
      if (!mayWrite()) throw new Error("Nothing may be written now.");
      const last = await appendUpdates(db, updates);
      metrics.committed(updates.length, (performance.now() - began) / 1000);
      return last;
    } catch (error) {
      metrics.commitFailed();
      log.error({ err: error, updates: updates.length }, "edits could not be stored");
      return null;
    }
  }

  #tell(batch: Batch, lastSeq: number | undefined): void {
    try {
      batch.committed(lastSeq);
    } catch (error) {
      // It is on disk; who was not told asks again. A failure stays inside its room.
      this.#options.log.error({ err: error, boardId: batch.boardId }, "stored edits could not be told");
    }
  }

  async #fail(room: CommittingRoom, batch: Batch): Promise<void> {
    this.#stuck.add(room);
    this.#failingSince ??= this.#options.now();
    this.#retry ??= setInterval(() => void this.#tryAgain(), RETRY_MS).unref();
    await batch.failed();
  }

  async #tryAgain(): Promise<void> {
    try {
      if (!this.#options.mayWrite()) return;
      await tryWriting(this.#options.db);
    } catch (error) {
      this.#options.log.warn({ err: error }, "edits can still not be stored");
      return;
    }
    this.stop();
    this.#failingSince = null;
    this.#options.log.info({ rooms: this.#stuck.size }, "edits are stored again");
    for (const room of this.#stuck) room.resume();
    this.#stuck.clear();
  }

  stop(): void {
    if (this.#retry !== null) clearInterval(this.#retry);
    this.#retry = null;
  }
}

/** Keeps the logs short: one stored state in place of many rows. */
import type { Database } from "#db/client.ts";
import { loadBoardLog, storedDocument, storeSnapshot } from "#db/queries/board-log.ts";
import type { CompactedDocument } from "#domain/board-doc/compaction.ts";
import type { StoredDocument } from "#domain/board-doc/document.ts";
import type { Logger } from "#server/log.ts";
import type { Projector } from "./projection.ts";
import type { Room } from "./room.ts";
import type { RoomMetrics } from "./room-metrics.ts";

export interface CompactorOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly projector: Projector;
  readonly now: () => number;
  readonly metrics: RoomMetrics;
  /** Where the work is done: it takes too long for the thread that serves. */
  readonly compact: (stored: StoredDocument) => Promise<CompactedDocument>;
}

/** A log is worth compacting beyond this … */
const LONG = { rows: 500, bytes: 1024 * 1024 } as const;
/** … when nobody has written for a moment, or at the latest beyond this. */
const TOO_LONG_ROWS = 5_000;
const QUIET_MS = 1_000;
/** A room that closes leaves less behind, so that the next visitor has it sooner. */
const LEFT_BEHIND_ROWS = 50;

export class Compactor {
  readonly #options: CompactorOptions;
  readonly #timers = new Map<Room, NodeJS.Timeout>();
  readonly #running = new Map<Room, Promise<void>>();

  constructor(options: CompactorOptions) {
    this.#options = options;
  }

  /** The room has committed something. */
  consider(room: Room): void {
    const { rows, bytes } = room.stored;
    if (rows < LONG.rows && bytes < LONG.bytes) return;
    if (rows >= TOO_LONG_ROWS && this.#timers.has(room)) return;
    clearTimeout(this.#timers.get(room));
    this.#timers.set(
      room,
      setTimeout(() => void this.compact(room), rows >= TOO_LONG_ROWS ? 0 : QUIET_MS),
    );
  }

  /** Before a room closes. */
  async settle(room: Room): Promise<void> {
    if (room.stored.rows >= LEFT_BEHIND_ROWS) await this.compact(room);
    this.forget(room);
  }

  forget(room: Room): void {
    clearTimeout(this.#timers.get(room));
    this.#timers.delete(room);
  }

  compact(room: Room): Promise<void> {
    this.forget(room);
    const running = this.#running.get(room) ?? this.#compact(room).finally(() => this.#running.delete(room));
    this.#running.set(room, running);
    return running;
  }

  async #compact(room: Room): Promise<void> {
    const { db, log, now, projector, metrics } = this.#options;
    try {
      // Rows say who wrote what; they may go only when that has been noted.
      if (!(await projector.project([room]))) return;
      const stored = await loadBoardLog(db, room.boardId);
      if (stored === null || stored.generation !== room.generation || stored.projectedSeq < stored.lastSeq) return;
      const compacted = await this.#options.compact(storedDocument(stored));
      const { boardId, generation } = room;
      const { state, stateVector } = compacted;
      await storeSnapshot(db, { boardId, generation, uptoSeq: stored.lastSeq, state, stateVector, at: now() });
      metrics.compacted("done");
      room.stored.compacted(stored.rows, compacted);
    } catch (error) {
      // The rows stay; nothing is lost, but somebody should look.
      metrics.compacted("failed");
      log.error({ err: error, boardId: room.boardId }, "a board's log could not be compacted");
    }
  }
}

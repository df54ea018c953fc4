/** Keeps the rows of initiatives equal to the documents: soon after each commit, and at once where it matters. */
import type { Database } from "#db/client.ts";
import { boardsToProject, loadBoardLog } from "#db/queries/board-log.ts";
import { type ProjectedBoard, type Projection, projectChanges, rebuildProjection } from "#db/queries/projection.ts";
import type { Logger } from "#server/log.ts";
import { LiveDocument } from "./live-document.ts";
import type { Commits } from "./persistence.ts";
import type { Room } from "./room.ts";

export interface ProjectorOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => number;
  readonly commits: Commits;
  readonly onProjected: (projected: ProjectedBoard) => void;
}

const DEBOUNCE_MS = 150;
/** A board that is written in without a pause has its rows brought up this often. */
const STEADY_MS = 1_000;
const RETRY_MS = 2_000;

export class Projector {
  readonly #options: ProjectorOptions;
  /** When a room's rows are to be brought up. */
  readonly #due = new Map<Room, number>();
  readonly #projectedAt = new WeakMap<Room, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  /** The room has committed something: soon after a first edit, now and then while people go on. */
  schedule(room: Room): void {
    const { now } = this.#options;
    const steady = (this.#projectedAt.get(room) ?? Number.NEGATIVE_INFINITY) + STEADY_MS;
    if (!this.#due.has(room)) this.#due.set(room, Math.max(now() + DEBOUNCE_MS, steady));
    this.#timer ??= setTimeout(() => void this.#projectDue(), DEBOUNCE_MS);
  }

  /** All rooms that are due, in one transaction: a hundred boards written in at once cost one sync of the disk. */
  async #projectDue(): Promise<void> {
    this.#timer = null;
    const now = this.#options.now();
    await this.project([...this.#due].filter(([, due]) => due <= now).map(([room]) => room));
    if (this.#due.size > 0) this.#timer ??= setTimeout(() => void this.#projectDue(), DEBOUNCE_MS);
  }

  /** Rows are what the documents on disk say when this resolves. False when that failed; it is tried again. */
  async project(rooms: readonly Room[]): Promise<boolean> {
    // Documents may be ahead of the disk; rows never are.
    if (rooms.some(({ isAhead }) => isAhead)) await this.#options.commits.flush();
    for (const room of rooms) this.forget(room);
    const changed = rooms
      .filter(({ unprojected }) => !unprojected.isEmpty)
      .map((room) => ({ room, projection: this.#take(room) }));
    if (changed.length === 0) return true;
    try {
      await this.#write(changed.map(({ projection }) => projection));
      return true;
    } catch (error) {
      this.#options.log.error({ err: error, rooms: changed.length }, "rows could not be brought up to the documents");
      for (const { room, projection } of changed) this.#putBack(room, projection);
      // One board that cannot be written must not keep the others from it.
      if (changed.length > 1) for (const { room } of changed) await this.project([room]);
      return false;
    }
  }

  #take(room: Room): Projection {
    this.#projectedAt.set(room, this.#options.now());
    return { boardId: room.boardId, doc: room.doc, seq: room.seq, changes: room.unprojected.take() };
  }

  #putBack(room: Room, { changes }: Projection): void {
    room.unprojected.putBack(changes);
    this.#due.set(room, this.#options.now() + RETRY_MS);
    this.#timer ??= setTimeout(() => void this.#projectDue(), RETRY_MS);
  }

  async #write(projections: readonly Projection[]): Promise<void> {
    const projected = await projectChanges(this.#options.db, projections);
    for (const board of projected) this.#options.onProjected(board);
  }

  forget(room: Room): void {
    this.#due.delete(room);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#due.clear();
  }

  /** Boards that were written in just before a crash: their rows are brought up, with who wrote what from the log. */
  async projectAll(): Promise<void> {
    for (const boardId of await boardsToProject(this.#options.db)) {
      try {
        await this.#projectStored(boardId);
      } catch (error) {
        // One damaged document must not keep the others from being served.
        this.#options.log.error({ err: error, boardId }, "a board's document cannot be read");
      }
    }
  }

  async #projectStored(boardId: string): Promise<void> {
    const log = await loadBoardLog(this.#options.db, boardId);
    if (log === null) return;
    if (log.snapshot !== null && log.snapshot.uptoSeq > log.projectedSeq) {
      const rebuilt = await rebuildProjection(this.#options.db, boardId);
      if (rebuilt !== null) this.#options.onProjected(rebuilt);
      return;
    }
    const document = new LiveDocument(boardId, { ...log, rows: log.rows.filter(({ seq }) => seq <= log.projectedSeq) });
    for (const { seq, personId, at, bytes } of log.rows) {
      if (seq > log.projectedSeq) document.change({ personId, at, connection: null }, () => document.apply(bytes));
    }
    const { changes } = document.cut();
    await this.#write([{ boardId, doc: document.doc, seq: log.lastSeq, changes }]);
    document.destroy();
  }
}

/** Keeps the rows of initiatives equal to the documents: soon after each commit, and at once where it matters. */
import type { Database } from "#db/client.ts";
import { boardsToProject, loadBoardLog } from "#db/queries/board-log.ts";
import { type ProjectedBoard, type Projection, projectChanges, rebuildProjection } from "#db/queries/projection.ts";
import { EventLoopLoad } from "#server/event-loop-load.ts";
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
/**
 * A board that is written in without a pause has its rows brought up this often; where many initiatives are written in at
 * once they wait longer, so that each is written once for many edits.
 */
const STEADY = { ms: 1_000, msPerInitiative: 100, atMostMs: 5_000 } as const;
/**
 * So many initiatives are written at a time, with a rest in between: a board that is imported stalls nobody. The rest is the
 * longer the more the server has to do, so that rows wait while a workshop comes in.
 */
const SLICE = { initiatives: 100, restMs: 30, busyRestMs: 300 } as const;
const RETRY_MS = 2_000;

interface Taken {
  readonly room: Room;
  readonly projection: Projection;
}

export class Projector {
  readonly #options: ProjectorOptions;
  /** When a room's rows are to be brought up. */
  readonly #due = new Map<Room, number>();
  /** When a room's rows may be brought up again. */
  readonly #rests = new WeakMap<Room, number>();
  readonly #load = new EventLoopLoad();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  /** The room has committed something: soon after a first edit, now and then while people go on. */
  schedule(room: Room): void {
    if (this.#due.has(room)) return;
    this.#due.set(room, Math.max(this.#options.now() + DEBOUNCE_MS, this.#rests.get(room) ?? 0));
    this.#wake(DEBOUNCE_MS);
  }

  #wake(inMs: number): void {
    this.#timer ??= setTimeout(() => void this.#projectDue(), inMs);
  }

  /** A slice of the rooms that are due, in one transaction: a hundred boards written in at once cost one sync of the disk. */
  async #projectDue(): Promise<void> {
    const now = this.#options.now();
    const due = [...this.#due].filter(([, at]) => at <= now).map(([room]) => room);
    await this.#projectSlice(due);
    this.#timer = null;
    const isMoreDue = due.some((room) => !room.unprojected.isEmpty);
    if (this.#due.size > 0) this.#wake(isMoreDue ? this.#restMs() : DEBOUNCE_MS);
  }

  #restMs(): number {
    return SLICE.restMs + this.#load.sinceLast() * (SLICE.busyRestMs - SLICE.restMs);
  }

  /** Rows are what the documents on disk say when this resolves. False when that failed; it is tried again. */
  async project(rooms: readonly Room[]): Promise<boolean> {
    const isBehind = ({ isAhead, unprojected }: Room) => isAhead || !unprojected.isEmpty;
    while (rooms.some(isBehind)) {
      if (!(await this.#projectSlice(rooms))) return false;
      await letOthersRun();
    }
    return true;
  }

  async #projectSlice(rooms: readonly Room[]): Promise<boolean> {
    // Documents may be ahead of the disk; rows never are.
    if (rooms.some(({ isAhead }) => isAhead)) await this.#options.commits.flush();
    const slice = this.#take(rooms);
    if (slice.length === 0) return true;
    try {
      await this.#write(slice.map(({ projection }) => projection));
      return true;
    } catch (error) {
      this.#options.log.error({ err: error, rooms: slice.length }, "rows could not be brought up to the documents");
      for (const { room, projection } of slice) this.#putBack(room, projection);
      // One board that cannot be written must not keep the others from it.
      if (slice.length > 1) for (const { room } of slice) await this.#projectSlice([room]);
      return false;
    }
  }

  #take(rooms: readonly Room[]): Taken[] {
    const taken: Taken[] = [];
    let left: number = SLICE.initiatives;
    for (const room of rooms) {
      if (left === 0) break;
      const changes = room.unprojected.take(left);
      left -= changes.size;
      const isAll = room.unprojected.isEmpty;
      if (isAll) this.#rest(room, changes.size);
      if (changes.size === 0) continue;
      const projection = { boardId: room.boardId, doc: room.doc, seq: isAll ? room.seq : null, changes };
      taken.push({ room, projection });
    }
    return taken;
  }

  #rest(room: Room, initiatives: number): void {
    const { ms, msPerInitiative, atMostMs } = STEADY;
    this.#due.delete(room);
    this.#rests.set(room, this.#options.now() + Math.min(atMostMs, Math.max(ms, initiatives * msPerInitiative)));
  }

  #putBack(room: Room, { changes }: Projection): void {
    room.unprojected.putBack(changes);
    this.#due.set(room, this.#options.now() + RETRY_MS);
    this.#wake(RETRY_MS);
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

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

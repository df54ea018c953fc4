/** Keeps the rows of initiatives equal to the documents: soon after each commit, and at once where it matters. */
import type { Database } from "#db/client.ts";
import { boardsToProject, loadBoardLog } from "#db/queries/board-log.ts";
import { type DocumentChanges, projectChanges, rebuildProjection } from "#db/queries/projection.ts";
import type { BoardDoc } from "#domain/board-doc/document.ts";
import type { Logger } from "#server/log.ts";
import { LiveDocument } from "./live-document.ts";
import type { Commits } from "./persistence.ts";
import type { Room } from "./room.ts";

/** Initiatives whose rows have just changed, or went. */
export interface ProjectedBoard {
  readonly boardId: string;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface ProjectorOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly commits: Commits;
  readonly onProjected: (projected: ProjectedBoard) => void;
}

const DEBOUNCE_MS = 150;
const RETRY_MS = 2_000;

export class Projector {
  readonly #options: ProjectorOptions;
  readonly #timers = new Map<Room, NodeJS.Timeout>();

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  /** The room has committed something. The first edit of a burst sets the time, so that rows follow steady typing too. */
  schedule(room: Room, afterMs: number = DEBOUNCE_MS): void {
    if (this.#timers.has(room)) return;
    this.#timers.set(
      room,
      setTimeout(() => void this.project(room), afterMs),
    );
  }

  /** Rows are what the document on disk says when this resolves. False when that failed; it is tried again. */
  async project(room: Room): Promise<boolean> {
    this.forget(room);
    // The document may be ahead of the disk; rows never are.
    if (room.isAhead) await this.#options.commits.flush();
    const changes = room.unprojected.take();
    if (changes.size === 0) return true;
    try {
      await this.#write({ boardId: room.boardId, doc: room.doc, seq: room.seq, changes });
      return true;
    } catch (error) {
      this.#options.log.error({ err: error, boardId: room.boardId }, "rows could not be brought up to the document");
      room.unprojected.putBack(changes);
      this.schedule(room, RETRY_MS);
      return false;
    }
  }

  forget(room: Room): void {
    clearTimeout(this.#timers.get(room));
    this.#timers.delete(room);
  }

  async #write(projection: { boardId: string; doc: BoardDoc; seq: number; changes: DocumentChanges }): Promise<void> {
    const projected = await projectChanges(this.#options.db, projection);
    this.#options.onProjected({ boardId: projection.boardId, ...projected });
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
      if (rebuilt !== null) this.#options.onProjected({ boardId, ...rebuilt });
      return;
    }
    const document = new LiveDocument(boardId, { ...log, rows: log.rows.filter(({ seq }) => seq <= log.projectedSeq) });
    for (const { seq, personId, at, bytes } of log.rows) {
      if (seq > log.projectedSeq) document.apply(bytes, { personId, at, connection: null });
    }
    const { changes } = document.cut();
    await this.#write({ boardId, doc: document.doc, seq: log.lastSeq, changes });
    document.destroy();
  }
}

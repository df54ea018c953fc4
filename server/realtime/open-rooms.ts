/** Which rooms are open: loaded on demand, once, and closed when nobody has been in them for a while. */
import type { Database } from "#db/client.ts";
import { loadBoardLog } from "#db/queries/board-log.ts";
import type { Logger } from "#server/log.ts";
import type { Compactor } from "./compaction.ts";
import type { Commits } from "./persistence.ts";
import type { Projector } from "./projection.ts";
import { Room } from "./room.ts";
import type { RoomMetrics } from "./room-metrics.ts";

export interface OpenRoomsOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => number;
  readonly commits: Commits;
  readonly projector: Projector;
  readonly compactor: Compactor;
  readonly metrics: RoomMetrics;
  readonly unloadAfterMs: number;
}

export class OpenRooms {
  readonly #options: OpenRoomsOptions;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room | null>>();
  readonly #idle = new Map<Room, NodeJS.Timeout>();

  constructor(options: OpenRoomsOptions) {
    this.#options = options;
  }

  [Symbol.iterator](): IterableIterator<Room> {
    return this.#rooms.values();
  }

  get(boardId: string): Room | undefined {
    return this.#rooms.get(boardId);
  }

  /**
   * The board's room, loaded completely; null when the board is gone.
   *
   * @throws when its document cannot be read; it is left as it is
   */
  open(boardId: string): Promise<Room | null> {
    const open = this.#rooms.get(boardId);
    if (open !== undefined) {
      this.#stay(open);
      return Promise.resolve(open);
    }
    const opening = this.#opening.get(boardId) ?? this.#load(boardId).finally(() => this.#opening.delete(boardId));
    this.#opening.set(boardId, opening);
    return opening;
  }

  async #load(boardId: string): Promise<Room | null> {
    const { db, log, now, commits, projector, compactor, metrics } = this.#options;
    const load = () => loadBoardLog(db, boardId);
    const stored = await load();
    if (stored === null) return null;
    const onCommitted = (room: Room) => {
      projector.schedule(room);
      compactor.consider(room);
    };
    const room = new Room(
      { boardId, commits, log, now, metrics, load, onCommitted, onBroken: (broken) => this.close(broken) },
      stored,
    );
    this.#rooms.set(boardId, room);
    this.#stay(room);
    return room;
  }

  /** Somebody has left, or only looked in: the room closes unless somebody comes. */
  #stay(room: Room): void {
    clearTimeout(this.#idle.get(room));
    this.#idle.set(
      room,
      setTimeout(() => void this.#closeIfIdle(room), this.#options.unloadAfterMs),
    );
  }

  left(room: Room): void {
    if (room.audience.connections.size === 0 && this.#rooms.get(room.boardId) === room) this.#stay(room);
  }

  /** The board is gone: so is its room, also one that is being opened and holds what was there a moment ago. */
  drop(boardId: string): void {
    const close = (room: Room | null | undefined) => room && this.close(room);
    close(this.#rooms.get(boardId));
    // One that could not be opened has been told to whoever asked for it.
    this.#opening.get(boardId)?.then(close, () => undefined);
  }

  async #closeIfIdle(room: Room): Promise<void> {
    const isIdle = () => room.audience.connections.size === 0 && !room.isAhead && room.unprojected.isEmpty;
    if (room.audience.connections.size > 0) return;
    const projected = await this.#options.projector.project([room]);
    if (projected) await this.#options.compactor.settle(room);
    // Somebody may have come or written meanwhile; and what is not stored and projected keeps its room.
    if (isIdle()) this.close(room);
    else this.left(room);
  }

  /** Takes the room away as it is. */
  close(room: Room): void {
    clearTimeout(this.#idle.get(room));
    this.#idle.delete(room);
    this.#options.projector.forget(room);
    this.#options.compactor.forget(room);
    if (this.#rooms.get(room.boardId) === room) this.#rooms.delete(room.boardId);
    room.stop();
  }
}

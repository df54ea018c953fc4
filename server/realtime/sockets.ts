/** Every open socket: into its room, out of it, tended while it is quiet, and closed when its rights end. */
import type { Database } from "#db/client.ts";
import { type AnyRoomName, CLOSE, type CloseCode, isPublished } from "#domain/board-doc/wire.ts";
import type { Logger } from "#server/log.ts";
import type { Entry } from "./attach.ts";
import { Recheck } from "./authorize.ts";
import { Connection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { OpenRooms } from "./open-rooms.ts";
import type { PublishedRooms } from "./published-rooms.ts";
import { type Reception, receiveFrame } from "./reception.ts";
import type { Room } from "./room.ts";
import type { RoomMetrics } from "./room-metrics.ts";

export interface SocketsOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => number;
  readonly limits: Limits;
  readonly rooms: OpenRooms;
  readonly published: PublishedRooms;
  readonly metrics: RoomMetrics;
}

/** A socket's room, whoever writes there, and what is to be done when the socket has left it. */
interface Opened {
  readonly room: Pick<Room, "join" | "leave" | "request" | "receive" | "audience">;
  readonly left: () => void;
}

const TEND_EVERY_MS = 5_000;
const RECHECK_EVERY_MS = 30_000;
/** When all are closed: over at most this long, so that they do not all come back at once. */
const CLOSE_OVER_MS = 4_000;
const CLOSE_STEP = { sockets: 25, ms: 50 } as const;

export class Sockets {
  readonly #options: SocketsOptions;
  readonly #places = new Map<Connection, AnyRoomName>();
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(options: SocketsOptions) {
    this.#options = options;
    this.#timers = [
      setInterval(() => this.#tend(), TEND_EVERY_MS).unref(),
      // A net below the calls that say at once when rights change.
      setInterval(() => void this.recheck(), RECHECK_EVERY_MS).unref(),
    ];
  }

  get count(): number {
    return this.#places.size;
  }

  get limits(): Limits {
    return this.#options.limits;
  }

  /** Puts a new socket into its room; what it says before the room is loaded waits. Never rejects. */
  async admit(entry: Entry): Promise<void> {
    const { socket, room: name } = entry;
    const { now, limits, log, metrics } = this.#options;
    const connection = new Connection({ ...entry, now });
    this.#places.set(connection, name);
    const early: (Uint8Array | null)[] = [];
    let hear = (frame: Uint8Array | null): void => {
      early.push(frame);
    };
    let opened: Opened | null = null;
    socket.on("message", (data, isBinary) => hear(isBinary ? (data as Buffer) : null));
    socket.on("close", () => {
      connection.closed();
      this.#places.delete(connection);
      if (connection.closedFor !== null) metrics.closed(connection.closedFor);
      entry.release();
      opened?.room.leave(connection);
      opened?.left();
    });
    try {
      const found = await this.#open(name);
      if (found === null) {
        connection.close(CLOSE.boardGone);
        return;
      }
      if (!connection.isOpen) {
        found.left();
        return;
      }
      opened = found;
      found.room.join(connection);
    } catch (error) {
      log.error({ err: error, room: name }, "a room's document cannot be read");
      // What is read anew for a person can be had the next time; a board's stored document cannot.
      if (!isPublished(name)) metrics.couldNotRead();
      connection.close(isPublished(name) ? CLOSE.failed : CLOSE.unreadable);
      return;
    }
    const reception = { name, room: opened.room, connection, limits, now, metrics };
    hear = (frame) => this.#hear(reception, frame);
    for (const frame of early) hear(frame);
  }

  #hear(reception: Reception, frame: Uint8Array | null): void {
    try {
      receiveFrame(reception, frame);
    } catch (error) {
      // Whatever one socket says, the others go on.
      this.#options.log.error({ err: error, room: reception.name }, "a frame could not be handled");
      reception.connection.close(CLOSE.failed);
    }
  }

  /** Null when the board is gone, or has another generation. */
  async #open(name: AnyRoomName): Promise<Opened | null> {
    const { rooms, published } = this.#options;
    if (isPublished(name)) {
      const room = await published.open(name);
      return { room, left: () => published.left(room) };
    }
    const room = await rooms.open(name.boardId);
    return room === null || room.generation !== name.generation ? null : { room, left: () => rooms.left(room) };
  }

  /** Also those whose room is still being opened. */
  closeWhere(which: (connection: Connection, room: AnyRoomName) => boolean, code: CloseCode): void {
    for (const [connection, room] of this.#places) if (which(connection, room)) connection.close(code);
  }

  /** Asks for everybody in a room, or everywhere, whether they may still be there as they are. */
  async recheck(boardId?: string): Promise<void> {
    try {
      await this.#recheck(boardId);
    } catch (error) {
      // Who may not be there any more is found by the next round.
      this.#options.log.error({ err: error }, "rights could not be read");
    }
  }

  async #recheck(boardId?: string): Promise<void> {
    const recheck = new Recheck(this.#options.db, this.#options.now());
    for (const [connection, room] of [...this.#places]) {
      if (boardId !== undefined && (isPublished(room) || room.boardId !== boardId)) continue;
      const { session, personId, role } = connection;
      const reason = await recheck.reasonToClose({ sessionId: session.id, personId, room, role });
      if (reason !== null) connection.close(reason);
    }
  }

  #tend(): void {
    for (const connection of this.#places.keys()) connection.tend();
  }

  /** Closes all, a few at a time; resolves when none is left. */
  async closeAll(code: CloseCode): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    const open = [...this.#places.keys()];
    const step = Math.max(CLOSE_STEP.sockets, Math.ceil((open.length * CLOSE_STEP.ms) / CLOSE_OVER_MS));
    for (let at = 0; at < open.length; at += step) {
      if (at > 0) await pause(CLOSE_STEP.ms);
      for (const connection of open.slice(at, at + step)) connection.close(code);
    }
    while (this.#places.size > 0) await pause(CLOSE_STEP.ms);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Rooms that the server alone writes, from what the database says: opened for those who look, brought up to date when
 * something has changed, gone with the last of them. Nothing of them is stored.
 */
import * as Y from "yjs";
import { type PublishedName, publishedName } from "#domain/board-doc/wire.ts";
import type { Logger } from "#server/log.ts";
import { Audience } from "./audience.ts";
import type { Connection } from "./connection.ts";
import { step2Frame } from "./messages.ts";
import type { RoomMetrics } from "./room-metrics.ts";

/** Those of what a room is about that have changed; null is all of it. */
export type Parts = ReadonlySet<string> | null;

export interface PublishedRoomsOptions {
  readonly log: Logger;
  readonly now: () => number;
  readonly metrics: RoomMetrics;
  /**
   * Reads what the room is about, or these parts of it; what it returns writes that into the document, and nothing that is there
   * already.
   */
  readonly read: (name: PublishedName, parts: Parts) => Promise<(doc: Y.Doc) => void>;
}

/** Between two readings of one room: in a live workshop hundreds write at once, and each would be told of every note. */
const REST_MS = 150;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS).unref());

/** Tenths of a second since then are client ids for 13 years. */
const FIRST_DAY = Date.UTC(2026, 0, 1);
let lastClientId = 0;

/**
 * Greater than that of any room before. Of two values that were written apart the one by the greater id stands: a page that
 * comes back with what an earlier room said gets what this one says.
 */
function laterClientId(now: number): number {
  lastClientId = Math.max(lastClientId + 1, Math.floor((now - FIRST_DAY) / 100));
  return lastClientId;
}

export class PublishedRooms {
  readonly #options: PublishedRoomsOptions;
  readonly #rooms = new Map<string, PublishedRoom>();

  constructor(options: PublishedRoomsOptions) {
    this.#options = options;
  }

  /** The room as the database has it. @throws when that cannot be read */
  async open(name: PublishedName): Promise<PublishedRoom> {
    const key = publishedName(name);
    const room = this.#rooms.get(key) ?? new PublishedRoom(name, this.#options);
    this.#rooms.set(key, room);
    try {
      await room.made;
    } catch (error) {
      this.left(room);
      throw error;
    }
    return room;
  }

  left(room: PublishedRoom): void {
    const key = publishedName(room.name);
    if (room.audience.connections.size > 0 || this.#rooms.get(key) !== room) return;
    this.#rooms.delete(key);
    room.stop();
  }

  /** What these rooms are about has changed, or these parts of it. */
  refresh(which: (name: PublishedName) => boolean, parts: Parts = null): void {
    for (const room of this.#rooms.values()) if (which(room.name)) void room.refresh(parts);
  }

  stop(): void {
    for (const room of this.#rooms.values()) room.stop();
    this.#rooms.clear();
  }
}

const together = (some: Parts, more: Parts): Parts =>
  some === null || more === null ? null : new Set([...some, ...more]);

export class PublishedRoom {
  readonly name: PublishedName;
  readonly audience: Audience;
  /** Resolves when the document holds what the database said when the room was opened. */
  readonly made: Promise<void>;
  readonly #options: PublishedRoomsOptions;
  readonly #doc = new Y.Doc();
  /** What has changed since it was read last; undefined when nothing has. */
  #stale: Parts | undefined;
  #reading: Promise<void> | null = null;

  constructor(name: PublishedName, options: PublishedRoomsOptions) {
    this.name = name;
    this.#options = options;
    this.#doc.clientID = laterClientId(options.now());
    this.audience = new Audience({
      now: options.now,
      onDrained: (connection, since) => this.request(connection, since),
      onMerged: (updates) => options.metrics.merged(updates),
      onPresenceDropped: (because) => options.metrics.droppedPresence(because),
    });
    this.#doc.on("update", (bytes: Uint8Array) => {
      this.audience.tell([{ bytes, connection: null }], Y.encodeStateVector(this.#doc));
    });
    this.made = this.#read(null);
  }

  join(connection: Connection): void {
    this.audience.add(connection);
  }

  leave(connection: Connection): void {
    this.audience.remove(connection);
  }

  request(connection: Connection, stateVector: Uint8Array): void {
    connection.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector)));
    connection.isInStep = true;
  }

  receive(): void {
    // Nobody writes here but the server: the door lets in readers only.
  }

  /** Reads again, once for all that happens meanwhile. Never rejects: the next change tries anew, with all of it. */
  refresh(parts: Parts): Promise<void> {
    this.#stale = this.#stale === undefined ? parts : together(this.#stale, parts);
    this.#reading ??= this.made
      .then(() => this.#readWhileStale())
      .catch((error: unknown) => {
        this.#stale = null;
        this.#options.log.error({ err: error, room: this.name }, "a room could not be written");
      })
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  async #readWhileStale(): Promise<void> {
    while (this.#stale !== undefined) {
      const parts = this.#stale;
      this.#stale = undefined;
      await this.#read(parts);
      if (this.#stale !== undefined) await rest();
    }
  }

  async #read(parts: Parts): Promise<void> {
    const write = await this.#options.read(this.name, parts);
    this.#doc.transact(() => write(this.#doc));
  }

  stop(): void {
    this.audience.stop();
    this.#doc.destroy();
  }
}

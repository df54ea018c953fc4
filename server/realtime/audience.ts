/** Who is in a room, and what they are told. */
import type { Notice } from "#domain/board-doc/wire.ts";
import { Broadcast, type ToldUpdate } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { step1Frame } from "./messages.ts";
import { type PresenceDrop, RoomPresence } from "./room-presence.ts";
import { SlowReaders } from "./slow-readers.ts";
import { toWire } from "./wire-frame.ts";

export interface AudienceOptions {
  readonly now: () => number;
  /** A slow reader can be told again; with the state vector that it was told last. */
  readonly onDrained: (connection: Connection, since: Uint8Array) => void;
  /** So many updates went out as one. */
  readonly onMerged: (updates: number) => void;
  /** Somebody's presence was not passed on. */
  readonly onPresenceDropped: (because: PresenceDrop) => void;
}

export class Audience {
  readonly connections = new Set<Connection>();
  readonly presence: RoomPresence;
  readonly #slow: SlowReaders;
  readonly #onMerged: AudienceOptions["onMerged"];

  constructor({ now, onDrained, onMerged, onPresenceDropped }: AudienceOptions) {
    this.presence = new RoomPresence(this.connections, { now, onDropped: onPresenceDropped });
    this.#slow = new SlowReaders(onDrained);
    this.#onMerged = onMerged;
  }

  /** How many are too slow to be told everything. */
  get behind(): number {
    return this.#slow.size;
  }

  /** What waits for all of them to be read. */
  get queuedBytes(): number {
    return [...this.connections].reduce((sum, { waiting }) => sum + waiting, 0);
  }

  add(connection: Connection): void {
    this.connections.add(connection);
    const presence = this.presence.frame();
    if (presence !== null) connection.send(presence);
  }

  remove(connection: Connection): void {
    this.connections.delete(connection);
    this.presence.leave(connection);
    this.#slow.remove(connection);
  }

  /** Tells what is on disk since the last time; `stateVector` is that of the document on disk. */
  tell(updates: readonly ToldUpdate[], stateVector: Uint8Array): void {
    if (updates.length === 0) return;
    const broadcast = new Broadcast(updates, this.#onMerged);
    for (const connection of this.connections) {
      if (!connection.isInStep || this.#slow.has(connection)) continue;
      const wire = broadcast.for(connection);
      if (wire !== null) connection.write(wire);
      if (connection.isClogged) this.#slow.add(connection, stateVector);
    }
  }

  /** Asks those who may write for what the document has not got. */
  ask(stateVector: Uint8Array): void {
    const wire = toWire([step1Frame(stateVector)]);
    for (const connection of this.connections) if (connection.role === "write") connection.write(wire);
  }

  notify(notice: Notice): void {
    for (const connection of this.connections) connection.notify(notice);
  }

  stop(): void {
    this.#slow.stop();
    this.presence.stop();
  }
}

/** Who is in a room, and what they are told. */
import type { Notice } from "#domain/board-doc/wire.ts";
import { Broadcast, type ToldUpdate } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { step1Frame } from "./messages.ts";
import { RoomPresence } from "./room-presence.ts";
import { SlowReaders } from "./slow-readers.ts";
import { toWire } from "./wire-frame.ts";

export class Audience {
  readonly connections = new Set<Connection>();
  readonly presence: RoomPresence;
  readonly #slow: SlowReaders;

  /** @param onDrained called when a slow reader can be told again, with the state vector it was told last */
  constructor(now: () => number, onDrained: (connection: Connection, since: Uint8Array) => void) {
    this.presence = new RoomPresence(this.connections, now);
    this.#slow = new SlowReaders(onDrained);
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
    const broadcast = new Broadcast(updates);
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

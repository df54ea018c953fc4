/** Presence of one room: newest state per socket, who it is stamped by the server, at most one frame per tick. */
import type { PresenceUser } from "#domain/board-doc/presence.ts";
import { colourOf } from "#domain/person-colour.ts";
import type { Connection } from "./connection.ts";
import { MAX_PRESENCE_BYTES } from "./limits.ts";
import { findPresenceEntry, type PresenceEntry, presenceFrame } from "./messages.ts";
import { toWire } from "./wire-frame.ts";

const TICK_MS = 33;
/** In a full room presence may be a little older. */
const CROWD = { people: 50, tickMs: 100 } as const;
const MAX_CLOCK = 1e9;

/** Why presence was not passed on: it was none that may be, or its reader has much else to read first. */
export type PresenceDrop = "clock" | "too-large" | "unreadable" | "slow-reader";

export interface PresenceOptions {
  readonly now: () => number;
  readonly onDropped: (because: PresenceDrop) => void;
}

export class RoomPresence {
  readonly #entries = new Map<number, PresenceEntry & { readonly connection: Connection }>();
  readonly #changed = new Map<number, PresenceEntry>();
  readonly #missed = new Set<Connection>();
  readonly #connections: ReadonlySet<Connection>;
  readonly #options: PresenceOptions;
  #timer: NodeJS.Timeout | null = null;
  #toldAt = 0;

  constructor(connections: ReadonlySet<Connection>, options: PresenceOptions) {
    this.#connections = connections;
    this.#options = options;
  }

  /** Takes the socket's own entry out of an update. Returns false when there was none, as in an echo of the others'. */
  receive(connection: Connection, update: Uint8Array): boolean {
    const entry = findPresenceEntry(update, (clientId, clock) => this.#mayUse(connection, clientId, clock));
    if (entry === null) return false;
    if (entry.clock > MAX_CLOCK) {
      this.#options.onDropped("clock");
      return false;
    }
    const known = this.#entries.get(entry.clientId);
    if (known !== undefined && entry.clock < known.clock) return true;
    connection.presenceId = entry.clientId;
    const stamped = stamp(entry.state, connection);
    if ("dropped" in stamped) {
      this.#options.onDropped(stamped.dropped);
      return true;
    }
    const { state } = stamped;
    this.#entries.set(entry.clientId, { ...entry, state, connection });
    this.#tell({ ...entry, state });
    return true;
  }

  /**
   * One id per socket; one that another account's open socket uses is nobody else's. A page that comes back before its old
   * socket is known to be dead takes its id over with a newer clock; with the same clock it may be an echo.
   */
  #mayUse(connection: Connection, clientId: number, clock: number): boolean {
    if (connection.presenceId !== null) return connection.presenceId === clientId;
    const held = this.#entries.get(clientId);
    if (held === undefined || !held.connection.isOpen) return true;
    return held.connection.personId === connection.personId && clock > held.clock;
  }

  leave(connection: Connection): void {
    this.#missed.delete(connection);
    const clientId = connection.presenceId;
    const entry = clientId === null ? undefined : this.#entries.get(clientId);
    if (entry === undefined || entry.connection !== connection) return;
    this.#entries.delete(entry.clientId);
    // With the same clock: a newer one would make others pass over the state with which the page comes back.
    this.#tell({ clientId: entry.clientId, clock: entry.clock, state: "null" });
  }

  /** Everybody who is here, as one frame; null when nobody has said so. */
  frame(): Uint8Array | null {
    return this.#entries.size === 0 ? null : presenceFrame([...this.#entries.values()]);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #tell(entry: PresenceEntry): void {
    this.#changed.set(entry.clientId, entry);
    if (this.#timer !== null) return;
    const tick = this.#connections.size > CROWD.people ? CROWD.tickMs : TICK_MS;
    const wait = Math.max(0, this.#toldAt + tick - this.#options.now());
    this.#timer = setTimeout(() => this.#broadcast(), wait);
  }

  #broadcast(): void {
    this.#timer = null;
    this.#toldAt = this.#options.now();
    const news = toWire([presenceFrame([...this.#changed.values()])]);
    this.#changed.clear();
    const everybody = this.#missed.size > 0 ? this.frame() : null;
    const whole = everybody === null ? news : toWire([everybody]);
    for (const connection of this.#connections) {
      if (connection.writePresence(this.#missed.has(connection) ? whole : news)) this.#missed.delete(connection);
      else {
        this.#missed.add(connection);
        this.#options.onDropped("slow-reader");
      }
    }
  }
}

const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** The state with the person that the session names, unless it is no state, or too large a one. */
function stamp(json: string, { session, role }: Connection): { state: string } | { dropped: PresenceDrop } {
  if (json.length > MAX_PRESENCE_BYTES) return { dropped: "too-large" };
  const state = parse(json);
  if (state === null) return { state: "null" };
  if (typeof state !== "object" || Array.isArray(state)) return { dropped: "unreadable" };
  const { id, name } = session.person;
  const user: PresenceUser = { id, name, colour: colourOf(id), role };
  const own = Object.fromEntries(Object.entries(state).filter(([key]) => !RESERVED.has(key)));
  return { state: JSON.stringify({ ...own, user }) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No state at all is as good as an unreadable one: it is not passed on.
    return undefined;
  }
}

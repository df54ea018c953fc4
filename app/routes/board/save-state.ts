/**
 * What the page may honestly say about saving. "Saved" is said only when the server has told that everything sent on
 * this socket is on its disk and that its disk holds at least what this document holds.
 */

/** Client id → clock, as a Yjs state vector decodes. */
export type StateVector = ReadonlyMap<number, number>;

/** Why the server ended the connection for good; the page says so and decides what to do. */
export type DoorClosed =
  | "session-ended"
  | "access-withdrawn"
  | "board-gone"
  /** The board is there in a new generation, and here is something that is not saved. */
  | "renewed"
  /** The server cannot read what it has stored of the board. */
  | "unreadable"
  | "too-large"
  | "invalid"
  | "too-fast";

export type SaveState =
  /** Nothing has been synchronised yet. `blocked`: pages are answered, sockets are not. */
  | { readonly state: "connecting"; readonly blocked: boolean }
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "offline"; readonly waiting: number; readonly blocked: boolean }
  | { readonly state: "failed"; readonly why: DoorClosed | "stalled" };

export const CONNECTING: SaveState = { state: "connecting", blocked: false };

/** What is known about one connection after another; `saveState` reads it. */
export interface SaveProgress {
  readonly connected: boolean;
  /** True from the first complete synchronisation on, also while offline later. */
  readonly everSynced: boolean;
  readonly blocked: boolean;
  /** Step-2 and update messages sent on this socket, and how many of them the server has answered for. */
  readonly sent: number;
  readonly acknowledged: number;
  readonly durable: StateVector;
  /** Since when something has been waiting on a connected socket. */
  readonly waitingSince: number | null;
  readonly notStored: boolean;
  /** Fields changed here that the server has not confirmed, as `initiative.field`. */
  readonly unsaved: ReadonlySet<string>;
  readonly closed: DoorClosed | null;
}

export const NOTHING_YET: SaveProgress = {
  connected: false,
  everSynced: false,
  blocked: false,
  sent: 0,
  acknowledged: 0,
  durable: new Map(),
  waitingSince: null,
  notStored: false,
  unsaved: new Set(),
  closed: null,
};

export type SaveEvent =
  | { readonly type: "opened" }
  | { readonly type: "synced" }
  | { readonly type: "frame-sent"; readonly at: number }
  | { readonly type: "acknowledged"; readonly durable: StateVector; readonly count: number; readonly at: number }
  | { readonly type: "changed"; readonly fields: Iterable<string> }
  /** Somebody else's edit came, which the server stores before it sends it on. */
  | { readonly type: "received"; readonly upTo: StateVector }
  /** The server could not write to its disk. */
  | { readonly type: "not-stored" }
  | { readonly type: "dropped" }
  | { readonly type: "blocked" }
  | { readonly type: "closed"; readonly why: DoorClosed };

/** True when `durable` holds everything that `local` holds. */
export function covers(durable: StateVector, local: StateVector): boolean {
  for (const [client, clock] of local) if ((durable.get(client) ?? 0) < clock) return false;
  return true;
}

/** Everything sent is counted, and the state vector covers the document: deletions are seen by the first only. */
export const isDurable = (progress: SaveProgress, local: StateVector): boolean =>
  progress.acknowledged >= progress.sent && covers(progress.durable, local);

type Step<T extends SaveEvent["type"]> = (
  progress: SaveProgress,
  event: Extract<SaveEvent, { type: T }>,
  local: StateVector,
) => SaveProgress;

const STEPS: { readonly [T in SaveEvent["type"]]: Step<T> } = {
  // Counts belong to a socket; what an earlier one left open is judged anew by this one's first answer.
  opened: (progress) => ({
    ...progress,
    connected: true,
    blocked: false,
    sent: 0,
    acknowledged: 0,
    durable: new Map(),
    closed: null,
  }),
  synced: (progress) => ({ ...progress, everSynced: true }),
  "frame-sent": (progress, { at }) => ({
    ...progress,
    sent: progress.sent + 1,
    waitingSince: progress.waitingSince ?? at,
  }),
  acknowledged: (progress, { durable, count, at }, local) =>
    settle({ ...withStored(progress, durable), acknowledged: count }, local, at),
  changed: (progress, { fields }) => ({ ...progress, unsaved: new Set([...progress.unsaved, ...fields]) }),
  received: (progress, { upTo }) => withStored(progress, upTo),
  "not-stored": (progress) => ({ ...progress, notStored: true }),
  dropped: (progress) => ({ ...progress, connected: false, waitingSince: null, notStored: false }),
  blocked: (progress) => ({ ...progress, blocked: true }),
  closed: (progress, { why }) => ({ ...progress, connected: false, waitingSince: null, closed: why }),
};

/**
 * The next progress after `event`.
 *
 * @param local the document's state vector at the time of the event
 */
export const advance = <T extends SaveEvent["type"]>(
  progress: SaveProgress,
  event: Extract<SaveEvent, { type: T }>,
  local: StateVector,
): SaveProgress => (STEPS[event.type as T] as Step<T>)(progress, event, local);

/** The server's disk holds at least this too. */
function withStored(progress: SaveProgress, stored: StateVector): SaveProgress {
  const durable = new Map(progress.durable);
  for (const [client, clock] of stored) durable.set(client, Math.max(clock, durable.get(client) ?? 0));
  return { ...progress, durable };
}

function settle(progress: SaveProgress, local: StateVector, at: number): SaveProgress {
  if (isDurable(progress, local)) return { ...progress, unsaved: new Set(), waitingSince: null, notStored: false };
  return { ...progress, waitingSince: at };
}

/** A connected server that has not answered for this long does not save: its disk may be full. */
export const STALLED_MS = 12_000;

export function saveState(progress: SaveProgress, local: StateVector, now: number): SaveState {
  if (progress.closed !== null) return { state: "failed", why: progress.closed };
  if (!progress.everSynced) return unsynced(progress);
  if (!progress.connected) return { state: "offline", waiting: progress.unsaved.size, blocked: progress.blocked };
  if (isDurable(progress, local)) return { state: "saved" };
  return isStalled(progress, now) ? { state: "failed", why: "stalled" } : { state: "saving" };
}

const isStalled = ({ notStored, waitingSince }: SaveProgress, now: number): boolean =>
  notStored || (waitingSince !== null && now - waitingSince >= STALLED_MS);

function unsynced({ unsaved, blocked }: SaveProgress): SaveState {
  if (unsaved.size > 0) return { state: "offline", waiting: unsaved.size, blocked };
  return { state: "connecting", blocked };
}

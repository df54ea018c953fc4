/** How much one account, one address and one socket may ask for. `LIMITS` sets those on rates and sockets, or lifts them. */
import { DEFAULT_LIMITS, type LimitSettings } from "#server/limit-settings.ts";

export const MAX_MESSAGE_BYTES = 1024 * 1024;
export const MAX_BOARD_BYTES = 8 * 1024 * 1024;
export const MAX_STATE_VECTOR_BYTES = 64 * 1024;
export const MAX_PRESENCE_BYTES = 4 * 1024;

/** Updates with gaps that one socket may send within ten seconds: an honest one does so before it is in step. */
export const GAPS = { count: 5, withinMs: 10_000 } as const;

/** Bytes waiting for one reader: when presence is skipped, when it is "behind", and when it is given up. */
export const QUEUE = { presence: 64 * 1024, behind: 1024 * 1024, dropped: 8 * 1024 * 1024, stalledMs: 30_000 } as const;

/** How often one socket may ask for the whole board; an honest one asks once. */
const ASKS = { perSecond: 1, burst: 5 } as const;

/** A day of a workshop with its evening: so long an address from which people joined is taken for its hall. */
const HALL_MS = 12 * 60 * 60_000;

/** A bucket that fills steadily; taking more than it holds is refused. */
class TokenBucket {
  #tokens: number;
  #at: number;

  constructor(
    readonly options: { readonly perSecond: number; readonly burst: number },
    now: number,
  ) {
    this.#tokens = options.burst;
    this.#at = now;
  }

  take(amount: number, now: number): boolean {
    const { perSecond, burst } = this.options;
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#tokens < amount) return false;
    this.#tokens -= amount;
    return true;
  }
}

const BLOCK_MS = 2_000;
const LONGEST_BLOCK_MS = 60_000;

/** What an account sends over all its sockets. Too much blocks it, each time for twice as long. */
class AccountBudget {
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #handshakes: TokenBucket;
  #blockMs = BLOCK_MS;
  #blockedUntil = 0;

  constructor(settings: LimitSettings, now: number) {
    const messages = { perSecond: settings["messages-per-second"], burst: settings["messages-at-once"] };
    const handshakes = settings["handshakes-per-second"];
    this.#messages = new TokenBucket(messages, now);
    this.#bytes = new TokenBucket({ perSecond: settings["bytes-per-second"], burst: 4 * MAX_MESSAGE_BYTES }, now);
    this.#handshakes = new TokenBucket({ perSecond: handshakes, burst: 4 * handshakes }, now);
  }

  spend(cost: { messages: number; bytes: number }, now: number): boolean {
    if (now < this.#blockedUntil) return false;
    if (this.#messages.take(cost.messages, now) && this.#bytes.take(cost.bytes, now)) return true;
    if (now > this.#blockedUntil + LONGEST_BLOCK_MS) this.#blockMs = BLOCK_MS;
    this.#blockedUntil = now + this.#blockMs;
    this.#blockMs = Math.min(this.#blockMs * 2, LONGEST_BLOCK_MS);
    return false;
  }

  admits(now: number): boolean {
    return now >= this.#blockedUntil && this.#handshakes.take(1, now);
  }
}

export interface Visitor {
  readonly account: string;
  readonly address: string;
  readonly room: string;
  /** The server alone writes in the room. */
  readonly isPublished: boolean;
}

export interface Limits {
  /** Whether another handshake from the address is looked at. */
  knock(address: string, now: number): boolean;
  /** Whether the account may open one more socket; `leave` gives the place back. */
  enter(visitor: Visitor, now: number): boolean;
  leave(visitor: Visitor): void;
  /** People join a live workshop from the address: it may have more sockets for the rest of the day. */
  hall(address: string, now: number): void;
  /** Whether the socket may ask for the whole board once more. */
  ask(socket: object, now: number): boolean;
  /** Whether the account may send this much more. */
  spend(account: string, cost: { messages: number; bytes: number }, now: number): boolean;
}

export const unboundedLimits: Limits = {
  knock: () => true,
  enter: () => true,
  leave: () => undefined,
  hall: () => undefined,
  ask: () => true,
  spend: () => true,
};

export function createLimits(settings: LimitSettings = DEFAULT_LIMITS): Limits {
  const accounts = new Map<string, AccountBudget>();
  const addresses = new Map<string, TokenBucket>();
  const sockets = new Map<string, number>();
  const asks = new WeakMap<object, TokenBucket>();
  const halls = new Map<string, { until: number }>();
  const ofAddress = (address: string, now: number) =>
    settings[(halls.get(address)?.until ?? 0) > now ? "sockets-per-workshop-address" : "sockets-per-address"];
  const placesOf = ({ account, address, room, isPublished }: Visitor, now = 0): [string, number][] => [
    [`account ${account}`, settings["sockets-per-account"]],
    [`room ${room}`, settings[isPublished ? "sockets-per-published-room" : "sockets-per-board"]],
    [`address ${address}`, ofAddress(address, now)],
    ["total", settings.sockets],
  ];
  const budgetOf = (account: string, now: number) =>
    remembered(accounts, account, () => new AccountBudget(settings, now));
  const knocks = {
    perSecond: settings["handshakes-per-second-and-address"],
    burst: settings["handshakes-at-once-and-address"],
  };

  return {
    knock: (address, now) => remembered(addresses, address, () => new TokenBucket(knocks, now)).take(1, now),
    enter(visitor, now) {
      if (!budgetOf(visitor.account, now).admits(now)) return false;
      const places = placesOf(visitor, now);
      if (places.some(([place, most]) => (sockets.get(place) ?? 0) >= most)) return false;
      for (const [place] of places) sockets.set(place, (sockets.get(place) ?? 0) + 1);
      return true;
    },
    leave(visitor) {
      for (const [place] of placesOf(visitor)) {
        const left = (sockets.get(place) ?? 0) - 1;
        if (left > 0) sockets.set(place, left);
        else sockets.delete(place);
      }
    },
    hall(address, now) {
      remembered(halls, address, () => ({ until: 0 })).until = now + HALL_MS;
    },
    ask(socket, now) {
      const bucket = asks.get(socket) ?? new TokenBucket(ASKS, now);
      asks.set(socket, bucket);
      return bucket.take(1, now);
    },
    spend: (account, cost, now) => budgetOf(account, now).spend(cost, now),
  };
}

const REMEMBERED = 10_000;

/** Oldest entries go first: they have long been full again. */
function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const oldest = map.size >= REMEMBERED ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
  const made = make();
  map.set(key, made);
  return made;
}

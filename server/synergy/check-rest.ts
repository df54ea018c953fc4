/** The check gives way to those who write and read: between two pieces of its work it rests when the server has much to do. */
import { EventLoopLoad } from "#server/event-loop-load.ts";

/** So busy a server is hardly slowed by the check, whose own thread does nearly all of its work. */
const CALM = 0.4;
/** For each millisecond of work, on a server that does nothing but serve. */
const REST_PER_WORK = 100;
/** However busy the server is, a workshop sees what belongs together. */
const LONGEST_REST_MS = 2_000;

/** The same for work that nobody waits for, however little the server has to do. */
const UNHURRIED_REST_PER_WORK = 20;

/**
 * @param load how busy the server was with other things than the check, from 0 to 1
 * @param isUnhurried nobody waits for what comes of the work
 */
export function restMs(workedMs: number, load: number, isUnhurried = false): number {
  const perWork = (REST_PER_WORK * Math.max(0, load - CALM)) / (1 - CALM);
  return Math.min(LONGEST_REST_MS, workedMs * Math.max(perWork, isUnhurried ? UNHURRIED_REST_PER_WORK : 0));
}

export class CheckRest {
  readonly #load = new EventLoopLoad();
  #ownMs = 0;
  #end: (() => void) | null = null;
  #isUnhurried = false;

  /** Nobody waits for what is done from here on, until there is no more time for that. */
  takeTime(): void {
    this.#isUnhurried = true;
  }

  /** Somebody waits for it after all. */
  hurry(): void {
    if (this.#isUnhurried) this.end();
  }

  /** Does a piece of the check's work on the server's thread; what it costs is no reason to rest. */
  own<T>(work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#ownMs += performance.now() - began;
    }
  }

  /** Resolves when the check may go on after so much work. */
  after(workedMs: number): Promise<void> {
    const ms = restMs(workedMs, this.#load.sinceLast(this.#ownMs), this.#isUnhurried);
    this.#ownMs = 0;
    if (ms === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** There is something that cannot wait. */
  end(): void {
    this.#isUnhurried = false;
    this.#end?.();
  }
}

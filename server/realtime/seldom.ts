/** Does something at once and then, while it is asked for again and again, once in a while: for counts that nobody reads by the tenth. */
export class Seldom {
  readonly #everyMs: number;
  /** Those that rest, and what is to be done when they have. */
  readonly #resting = new Map<string, (() => void) | null>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** @param key what it is done for: each rests by itself */
  do(key: string, act: () => void): void {
    if (this.#resting.has(key)) this.#resting.set(key, act);
    else this.#doNow(key, act);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#resting.clear();
  }

  #doNow(key: string, act: () => void): void {
    this.#resting.set(key, null);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const waiting = this.#resting.get(key);
      this.#resting.delete(key);
      if (waiting) this.#doNow(key, waiting);
    }, this.#everyMs).unref();
    this.#timers.add(timer);
    act();
  }
}

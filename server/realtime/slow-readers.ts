import type { Connection } from "./connection.ts";

const CHECK_MS = 100;

/** Readers for whom too much waits: nothing more is queued for them until it is read, then they get one difference. */
export class SlowReaders {
  readonly #behind = new Map<Connection, Uint8Array>();
  readonly #onDrained: (connection: Connection, since: Uint8Array) => void;
  #timer: NodeJS.Timeout | null = null;

  /** @param onDrained called when a reader can be told again, with the state vector it was told last */
  constructor(onDrained: (connection: Connection, since: Uint8Array) => void) {
    this.#onDrained = onDrained;
  }

  get size(): number {
    return this.#behind.size;
  }

  has(connection: Connection): boolean {
    return this.#behind.has(connection);
  }

  add(connection: Connection, since: Uint8Array): void {
    this.#behind.set(connection, since);
    this.#timer ??= setInterval(() => this.#check(), CHECK_MS);
  }

  remove(connection: Connection): void {
    this.#behind.delete(connection);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #check(): void {
    for (const [connection, since] of [...this.#behind]) {
      if (!connection.hasDrained) connection.checkProgress();
      else {
        connection.caughtUp();
        this.#behind.delete(connection);
        this.#onDrained(connection, since);
      }
    }
    if (this.#behind.size === 0) this.stop();
  }
}

/** Initiatives that have changed since they were last checked. Half a sentence is not worth a check, nor somebody's attention. */

/** So long nobody has written in it. (What is related to the words being typed is shown while they are typed, without a check.) */
const SETTLED_MS = 5_000;
/** However long somebody goes on writing. */
const LATEST_MS = 20_000;

interface Waiting {
  readonly since: number;
  readonly changedAt: number;
}

const dueAt = ({ since, changedAt }: Waiting): number => Math.min(changedAt + SETTLED_MS, since + LATEST_MS);

export class ChangedInitiatives {
  readonly #waiting = new Map<string, Waiting>();

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  note(key: string, now: number): void {
    this.#waiting.set(key, { since: this.#waiting.get(key)?.since ?? now, changedAt: now });
  }

  /** Keys of those that are to be checked, the first changed first. */
  takeDue(now: number, most: number): string[] {
    const due: string[] = [];
    for (const [key, waiting] of this.#waiting) {
      if (due.length === most) break;
      if (dueAt(waiting) <= now) due.push(key);
    }
    for (const key of due) this.#waiting.delete(key);
    return due;
  }

  /** When the next is to be checked; null when none waits. */
  nextDueAt(): number | null {
    if (this.isEmpty) return null;
    let next = Number.POSITIVE_INFINITY;
    for (const waiting of this.#waiting.values()) next = Math.min(next, dueAt(waiting));
    return next;
  }

  clear(): void {
    this.#waiting.clear();
  }
}

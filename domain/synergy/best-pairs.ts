/**
 * Which of the likely pairs a person sees: those among the best of at least one of their two initiatives (SPEC.md K3).
 * A hundred kommuner with the same idea make thousands of pairs; nobody reads more than the best for each card.
 */

/** Two initiatives, the smaller key first. */
export type PairKey = readonly [a: string, b: string];

export const pairKey = (x: string, y: string): PairKey => (x < y ? [x, y] : [y, x]);

export const SHOWN_PER_INITIATIVE = 20;

export interface VisibilityChanges {
  readonly entered: readonly PairKey[];
  readonly left: readonly PairKey[];
}

type Scores = ReadonlyMap<string, number>;
const NONE: ReadonlySet<string> = new Set();

function bestOf(scores: Scores): ReadonlySet<string> {
  if (scores.size <= SHOWN_PER_INITIATIVE) return new Set(scores.keys());
  const sorted = [...scores].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  return new Set(sorted.slice(0, SHOWN_PER_INITIATIVE).map(([key]) => key));
}

export class BestPairs {
  readonly #scores = new Map<string, Map<string, number>>();
  readonly #best = new Map<string, ReadonlySet<string>>();

  /** Those that an initiative is seen with. */
  visibleWith(key: string): readonly string[] {
    return [...(this.#scores.get(key)?.keys() ?? [])].filter((other) => this.#isVisible(key, other));
  }

  /** The likely pairs of an initiative are these now, by the key of the other. */
  replace(key: string, scores: Scores): VisibilityChanges {
    const touched = this.#write(key, scores);
    const before = new Map([...touched].map((one) => [one, this.#best.get(one) ?? NONE]));
    const visible = new Map<string, { pair: PairKey; was: boolean }>();
    const now = new Map([...touched].map((one) => [one, bestOf(this.#scores.get(one) ?? new Map())]));
    for (const one of touched) {
      for (const other of new Set([...(before.get(one) ?? NONE), ...(now.get(one) ?? NONE)])) {
        const pair = pairKey(one, other);
        visible.set(pair.join(" "), { pair, was: this.#isVisible(one, other) });
      }
    }
    for (const [one, best] of now) this.#best.set(one, best);
    if (scores.size === 0) {
      this.#scores.delete(key);
      this.#best.delete(key);
    }
    const changes = [...visible.values()].map((each) => ({ ...each, is: this.#isVisible(...each.pair) }));
    return {
      entered: changes.filter(({ was, is }) => is && !was).map(({ pair }) => pair),
      left: changes.filter(({ was, is }) => was && !is).map(({ pair }) => pair),
    };
  }

  #isVisible(a: string, b: string): boolean {
    return (this.#best.get(a)?.has(b) ?? false) || (this.#best.get(b)?.has(a) ?? false);
  }

  /** Writes the scores on both sides. Returns the initiatives whose best may be others now. */
  #write(key: string, scores: Scores): ReadonlySet<string> {
    const before = this.#scores.get(key) ?? new Map<string, number>();
    const touched = new Set([key]);
    for (const other of before.keys()) {
      if (scores.has(other)) continue;
      this.#scores.get(other)?.delete(key);
      touched.add(other);
    }
    for (const [other, score] of scores) {
      if (before.get(other) === score) continue;
      const others = this.#scores.get(other) ?? new Map<string, number>();
      others.set(key, score);
      this.#scores.set(other, others);
      touched.add(other);
    }
    this.#scores.set(key, new Map(scores));
    return touched;
  }
}

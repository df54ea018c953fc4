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

type Scored = readonly [key: string, score: number];
const betterFirst = (x: Scored, y: Scored): number => y[1] - x[1] || (x[0] < y[0] ? -1 : 1);

function bestOf(scores: Scores): ReadonlySet<string> {
  if (scores.size <= SHOWN_PER_INITIATIVE) return new Set(scores.keys());
  const sorted = [...scores].sort(betterFirst);
  return new Set(sorted.slice(0, SHOWN_PER_INITIATIVE).map(([key]) => key));
}

export class BestPairs {
  readonly #scores = new Map<string, Map<string, number>>();
  readonly #best = new Map<string, ReadonlySet<string>>();

  /** Writes down a pair among very many; `chooseAll` follows when all are written. */
  write(a: string, b: string, score: number): void {
    this.#scoresOf(a).set(b, score);
    this.#scoresOf(b).set(a, score);
  }

  chooseAll(): void {
    for (const [key, scores] of this.#scores) this.#best.set(key, bestOf(scores));
  }

  /** Every pair that is seen, once. */
  *visible(): Generator<PairKey> {
    for (const [key, best] of this.#best) {
      for (const other of best) if (key < other || !this.#best.get(other)?.has(key)) yield pairKey(key, other);
    }
  }

  /** Those that an initiative is likely to have something to do with, seen or not. */
  likelyWith(key: string): Iterable<string> {
    return this.#scores.get(key)?.keys() ?? [];
  }

  /** Those that an initiative is seen with. */
  visibleWith(key: string): readonly string[] {
    return [...this.likelyWith(key)].filter((other) => this.#isVisible(key, other));
  }

  /** The likely pairs of an initiative are these now, by the key of the other. */
  replace(key: string, scores: Scores): VisibilityChanges {
    const others = this.#replaceScores(key, scores);
    const visible = new Map<string, { pair: PairKey; was: boolean }>();
    const now = new Map([[key, bestOf(scores)]]);
    for (const other of others) {
      if (this.#mayChooseAnew(other, key)) now.set(other, bestOf(this.#scores.get(other) ?? new Map()));
    }
    for (const [one, best] of now) {
      for (const other of new Set([...(this.#best.get(one) ?? NONE), ...best])) {
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

  #scoresOf(key: string): Map<string, number> {
    const known = this.#scores.get(key) ?? new Map<string, number>();
    this.#scores.set(key, known);
    return known;
  }

  /** Writes the scores on both sides. Returns the others whose score with `key` has changed. */
  #replaceScores(key: string, scores: Scores): readonly string[] {
    const before = this.#scoresOf(key);
    const gone = [...before.keys()].filter((other) => !scores.has(other));
    const changed = [...scores].filter(([other, score]) => before.get(other) !== score);
    for (const other of gone) this.#scores.get(other)?.delete(key);
    for (const [other, score] of changed) this.#scoresOf(other).set(key, score);
    this.#scores.set(key, new Map(scores));
    return [...gone, ...changed.map(([other]) => other)];
  }

  /** False when `other` has `key` neither among its best nor good enough to come among them: most often so. */
  #mayChooseAnew(other: string, key: string): boolean {
    const best = this.#best.get(other) ?? NONE;
    if (best.has(key)) return true;
    const scores = this.#scoresOf(other);
    const score = scores.get(key);
    if (score === undefined) return false;
    if (best.size < SHOWN_PER_INITIATIVE) return true;
    for (const one of best) if (betterFirst([key, score], [one, scores.get(one) ?? 0]) < 0) return true;
    return false;
  }
}

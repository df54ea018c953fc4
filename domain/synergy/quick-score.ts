/**
 * The score of a pair, the quick way: no further than it can still be shown. What score.ts says is the definition;
 * quick-score.test.ts holds the two equal.
 */
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";
import type { Likely } from "./best-lists.ts";
import type { Facts } from "./facts.ts";
import { type CompareOptions, FEATURES, type Feature, type Features } from "./features.ts";
import { INDEX, QuickFeatures } from "./quick-features.ts";
import { bestKind, type ClassWeights, SHOWN_FROM, WEIGHTS, type Weights } from "./score.ts";

const COUNT = FEATURES.length;
const TEXT = INDEX.similarText;

const NO_FEATURES = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>;

/** What a score may differ from the sum of its parts, each of which is rounded. */
const ROUNDING = 0.01 * COUNT;
const rounded = (points: number): number => Math.round(points * 100) / 100;

/** What counts for a kind. */
class KindScore {
  readonly kind: FindingKind;
  readonly #threshold: number;
  readonly #weights: Float64Array;
  /** Features with a weight, likeness of the texts apart. */
  readonly #counting: readonly number[];
  #sumButText = 0;

  constructor(kind: FindingKind, { threshold, features }: ClassWeights) {
    this.kind = kind;
    this.#threshold = threshold;
    this.#weights = Float64Array.from(FEATURES, (feature) => features[feature] ?? 0);
    this.#counting = FEATURES.flatMap((_, at) => (at !== TEXT && this.#weights[at] !== 0 ? [at] : []));
  }

  addUp(values: Float64Array): void {
    let sum = 0;
    for (const at of this.#counting) sum += (this.#weights[at] as number) * (values[at] as number);
    this.#sumButText = sum;
  }

  /** Whether what was added up can be shown when the texts are as alike as that. */
  mayBeShown(similarText: number): boolean {
    // Unlike texts take no points back from a kind that likeness speaks against.
    const sum = this.#sumButText + Math.max(0, this.#weights[TEXT] as number) * similarText;
    return (sum * SHOWN_FROM) / this.#threshold >= SHOWN_FROM - ROUNDING;
  }

  scoreOf(values: Float64Array): number {
    let sum = this.#pointsOf(TEXT, values);
    for (const at of this.#counting) sum += this.#pointsOf(at, values);
    return Math.max(0, rounded(sum));
  }

  #pointsOf(at: number, values: Float64Array): number {
    const value = values[at] as number;
    return value === 0 ? 0 : rounded(((this.#weights[at] as number) * value * SHOWN_FROM) / this.#threshold);
  }
}

/** Compares one initiative with others, one after the other. */
export class QuickScores {
  readonly #features: QuickFeatures;
  readonly #kinds: readonly KindScore[];
  readonly #scores = {} as Record<FindingKind, number>;

  constructor(facts: Facts, options: CompareOptions, weights: Weights = WEIGHTS) {
    this.#features = new QuickFeatures(facts, options);
    this.#kinds = FINDING_KINDS.map((kind) => new KindScore(kind, weights.classes[kind]));
  }

  /** Those among others that are likely enough to be shown with the initiative at a place. */
  likelyOf(place: number, others: Iterable<number>): Likely[] {
    const likely: Likely[] = [];
    this.#features.turnTo(place);
    for (const other of others) {
      const one = this.#likelyWith(other);
      if (one !== null) likely.push(one);
    }
    return likely;
  }

  featuresOf(place: number, other: number): Features {
    this.#features.turnTo(place);
    this.#features.compareAllButText(other);
    this.#features.compareText();
    const { values } = this.#features;
    const features = { ...NO_FEATURES };
    for (let at = 0; at < COUNT; at += 1) features[FEATURES[at] as Feature] = values[at] as number;
    return features;
  }

  #likelyWith(other: number): Likely | null {
    this.#features.compareAllButText(other);
    const { values } = this.#features;
    for (const kind of this.#kinds) kind.addUp(values);
    if (!this.#mayBeShown(1)) return null;
    const similarText = this.#features.compareText();
    if (!this.#mayBeShown(similarText)) return null;
    for (const one of this.#kinds) this.#scores[one.kind] = one.mayBeShown(similarText) ? one.scoreOf(values) : 0;
    const kind = bestKind(this.#scores);
    const score = this.#scores[kind];
    return score >= SHOWN_FROM ? { other, kind: FINDING_KINDS.indexOf(kind), score } : null;
  }

  #mayBeShown(similarText: number): boolean {
    for (const kind of this.#kinds) if (kind.mayBeShown(similarText)) return true;
    return false;
  }
}

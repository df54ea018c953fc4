/**
 * The score of a pair, the quick way: no further than it can still be shown. What score.ts says is the definition;
 * quick-score.test.ts holds the two equal.
 */
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";
import type { Likely } from "./best-lists.ts";
import type { Facts } from "./facts.ts";
import { type CompareOptions, FEATURES, type Feature, type Features } from "./features.ts";
import { INDEX, QuickFeatures } from "./quick-features.ts";
import { bestKind, SHOWN_FROM, WEIGHTS, type Weights } from "./score.ts";

const COUNT = FEATURES.length;
const TEXT = INDEX.similarText;

const NO_FEATURES = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>;

/** What a score may differ from the sum of its parts, each of which is rounded. */
const ROUNDING = 0.01 * COUNT;
const rounded = (points: number): number => Math.round(points * 100) / 100;

interface KindWeights {
  readonly kind: FindingKind;
  readonly threshold: number;
  readonly weights: Float64Array;
}

const kindWeightsOf = ({ classes }: Weights): readonly KindWeights[] =>
  FINDING_KINDS.map((kind) => ({
    kind,
    threshold: classes[kind].threshold,
    weights: Float64Array.from(FEATURES, (feature) => classes[kind].features[feature] ?? 0),
  }));

/** Compares one initiative with others, one after the other. */
export class QuickScores {
  readonly #features: QuickFeatures;
  readonly #kinds: readonly KindWeights[];
  readonly #scores = {} as Record<FindingKind, number>;

  constructor(facts: Facts, options: CompareOptions, weights: Weights = WEIGHTS) {
    this.#features = new QuickFeatures(facts, options);
    this.#kinds = kindWeightsOf(weights);
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
    this.#features.compareText(other);
    const { values } = this.#features;
    const features = { ...NO_FEATURES };
    for (let at = 0; at < COUNT; at += 1) features[FEATURES[at] as Feature] = values[at] as number;
    return features;
  }

  #likelyWith(other: number): Likely | null {
    this.#features.compareAllButText(other);
    if (!this.#mayBeShown(1)) return null;
    if (!this.#mayBeShown(this.#features.compareText(other))) return null;
    for (const weights of this.#kinds) this.#scores[weights.kind] = this.#scoreOf(weights);
    const kind = bestKind(this.#scores);
    const score = this.#scores[kind];
    return score >= SHOWN_FROM ? { other, kind: FINDING_KINDS.indexOf(kind), score } : null;
  }

  /** Whether some kind can reach what is shown when the texts are as alike as that. */
  #mayBeShown(similarText: number): boolean {
    const { values } = this.#features;
    for (const { threshold, weights } of this.#kinds) {
      // Unlike texts take no points back from a kind that likeness speaks against.
      let sum =
        Math.max(0, weights[TEXT] as number) * similarText - (weights[TEXT] as number) * (values[TEXT] as number);
      for (let at = 0; at < COUNT; at += 1) sum += (weights[at] as number) * (values[at] as number);
      if ((sum * SHOWN_FROM) / threshold >= SHOWN_FROM - ROUNDING) return true;
    }
    return false;
  }

  #scoreOf({ threshold, weights }: KindWeights): number {
    const { values } = this.#features;
    let sum = 0;
    for (let at = 0; at < COUNT; at += 1) {
      const value = values[at] as number;
      const weight = weights[at] as number;
      if (value !== 0 && weight !== 0) sum += rounded((weight * value * SHOWN_FROM) / threshold);
    }
    return Math.max(0, rounded(sum));
  }
}

/**
 * Additive scores. A score is the sum of its contributions in points; a pair is shown when a class reaches the threshold.
 * In log-odds a class says `points / scale − threshold`, which is where its calibrated probability comes from.
 */
import { FINDING_KINDS, type FindingKind, type Strength } from "#domain/finding.ts";
import { FEATURES, type Feature, type Features } from "./features.ts";
import weightsFile from "./weights.json" with { type: "json" };

export interface ClassWeights {
  /** Log-odds that the evidence has to outweigh. */
  readonly threshold: number;
  /** Log-odds for each feature at its full value; a missing one is 0. */
  readonly features: Readonly<Partial<Record<Feature, number>>>;
}

export interface Weights {
  readonly version: string;
  readonly classes: Readonly<Record<FindingKind, ClassWeights>>;
}

export const WEIGHTS: Weights = weightsFile;

/** Points at which a pair is as likely as not; the same for every class, so that classes can be compared. */
export const SHOWN_FROM = 50;
const STRONG_FROM = 0.88;
const MEDIUM_FROM = 0.7;

export type Contributions = Readonly<Partial<Record<Feature, number>>>;

const rounded = (points: number): number => Math.round(points * 100) / 100;

/** Points that each feature adds or takes; rounded first, so that what is shown adds up to the score. */
export function contributionsOf(features: Features, weights: ClassWeights): Contributions {
  const points: Partial<Record<Feature, number>> = {};
  for (const feature of FEATURES) {
    const value = rounded(((weights.features[feature] ?? 0) * features[feature] * SHOWN_FROM) / weights.threshold);
    if (value !== 0) points[feature] = value;
  }
  return points;
}

interface Term {
  readonly feature: Feature;
  readonly weight: number;
}

/** The features that count for a class, looked up once: a score is asked for hundreds of times while somebody types. */
const TERMS = new WeakMap<ClassWeights, readonly Term[]>();

function termsOf(weights: ClassWeights): readonly Term[] {
  const known = TERMS.get(weights);
  if (known !== undefined) return known;
  const terms = FEATURES.flatMap((feature) => {
    const weight = weights.features[feature];
    return weight === undefined ? [] : [{ feature, weight }];
  });
  TERMS.set(weights, terms);
  return terms;
}

/** What a class scores: never below 0. */
export function scoreOf(features: Features, weights: ClassWeights): number {
  const { threshold } = weights;
  let sum = 0;
  for (const { feature, weight } of termsOf(weights)) {
    const value = features[feature];
    if (value !== 0) sum += rounded((weight * value * SHOWN_FROM) / threshold);
  }
  return Math.max(0, rounded(sum));
}

export function scoresOf(features: Features, weights: Weights): Record<FindingKind, number> {
  const scores = {} as Record<FindingKind, number>;
  for (const kind of FINDING_KINDS) scores[kind] = scoreOf(features, weights.classes[kind]);
  return scores;
}

const mostPoints = (scores: Readonly<Record<FindingKind, number>>, kinds: readonly FindingKind[]): FindingKind =>
  kinds.reduce((best, kind) => (scores[kind] > scores[best] ? kind : best));

/** A chain is named before the actor that its links have in common, unless the actor says clearly more. */
const CHAIN_FIRST = 10;

/** The same means for the same people comes first in the rubric, then the chain; then the class with most points. */
export function bestKind(scores: Readonly<Record<FindingKind, number>>): FindingKind {
  const alike = mostPoints(scores, ["overlap", "learn-from"]);
  if (scores[alike] >= SHOWN_FROM) return alike;
  const { complementary } = scores;
  if (complementary >= SHOWN_FROM && complementary + CHAIN_FIRST >= scores["shared-actor"]) return "complementary";
  return mostPoints(scores, FINDING_KINDS);
}

/** How likely a pair with these points is what it is shown as. */
export const probabilityOf = (score: number, weights: ClassWeights): number =>
  1 / (1 + Math.exp(-(score / SHOWN_FROM - 1) * weights.threshold));

/** From the calibrated probability; no false decimals. */
export function strengthOf(score: number, weights: ClassWeights): Strength {
  const probability = probabilityOf(score, weights);
  if (probability >= STRONG_FROM) return "strong";
  return probability >= MEDIUM_FROM ? "medium" : "weak";
}

/** What a pair of initiatives is: its points in each class, what it would be shown as, and why. */
import { explain, isWellFounded } from "./explain.ts";
import { type CompareOptions, compare, type Features } from "./features.ts";
import type { Reading } from "./reading.ts";
import { bestKind, SHOWN_FROM, scoresOf, strengthOf, WEIGHTS, type Weights } from "./score.ts";
import type { SynergyPair } from "./types.ts";

/** A pair with fewer points is far from being shown; its reasons would interest nobody. */
const EXPLAINED_FROM = SHOWN_FROM / 2;

export const ordered = (x: Reading, y: Reading): [Reading, Reading] =>
  x.initiative.key < y.initiative.key ? [x, y] : [y, x];

export interface JudgeOptions extends CompareOptions {
  /** Others than the shipped ones, for those who evaluate. */
  readonly weights?: Weights;
}

/** The pair with the smaller key as `a`. Its kind is null when no class is likely enough or too little can be pointed at. */
export function judgePair(x: Reading, y: Reading, options: JudgeOptions): SynergyPair {
  const [a, b] = ordered(x, y);
  return judgeFeatures(a, b, { features: compare(a, b, options), weights: options.weights ?? WEIGHTS });
}

/** For those who know already what the two have in common; `a` has the smaller key. */
export function judgeFeatures(
  a: Reading,
  b: Reading,
  { features, weights = WEIGHTS }: { readonly features: Features; readonly weights?: Weights },
): SynergyPair {
  const scores = scoresOf(features, weights);
  const kind = bestKind(scores);
  const reasons = scores[kind] >= EXPLAINED_FROM ? explain(a, b, { features, kind, weights }) : [];
  return {
    a: a.initiative.key,
    b: b.initiative.key,
    kind: scores[kind] >= SHOWN_FROM && isWellFounded(reasons) ? kind : null,
    scores,
    strength: strengthOf(scores[kind], weights.classes[kind]),
    reasons,
    aHash: a.hash,
    bHash: b.hash,
  };
}

/** Logistic regression with signs that may not turn, drawn back to the prior (SPEC.md W3). Deterministic. */
import { FEATURES, type Feature, type Features } from "../features.ts";
import type { ClassWeights } from "../score.ts";

export interface Example {
  readonly features: Features;
  readonly positive: boolean;
}

export interface FitOptions {
  /** How hard weights are drawn back to the prior. */
  readonly pull: number;
  readonly steps: number;
  /** How much more a positive weighs the rarer it is: 0 not at all, 1 as much as all negatives together. */
  readonly rarity: number;
}

const RATE = 0.05;
const LEAST_THRESHOLD = 1.5;
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/**
 * The examples in one flat row after the other, without what is 0: an evaluation walks them some two hundred million times,
 * and most features of most pairs are 0.
 */
interface Problem {
  readonly names: readonly Feature[];
  readonly prior: readonly number[];
  readonly values: Float64Array;
  /** Which weight a value belongs to. */
  readonly columns: Uint8Array;
  /** Where each example's values end. */
  readonly ends: Uint32Array;
  readonly labels: Float64Array;
  readonly importance: Float64Array;
}

function problemOf(examples: readonly Example[], prior: ClassWeights, rarity: number): Problem {
  const names = FEATURES.filter((name) => prior.features[name] !== undefined);
  const positives = examples.filter((example) => example.positive).length;
  const boost = ((examples.length - positives) / Math.max(positives, 1)) ** rarity;
  const entries: { value: number; column: number }[] = [];
  const ends = examples.map(({ features }) => {
    for (const [column, name] of names.entries()) {
      if (features[name] !== 0) entries.push({ value: features[name], column });
    }
    return entries.length;
  });
  return {
    names,
    prior: names.map((name) => prior.features[name] ?? 0),
    values: Float64Array.from(entries, ({ value }) => value),
    columns: Uint8Array.from(entries, ({ column }) => column),
    ends: Uint32Array.from(ends),
    labels: Float64Array.from(examples, ({ positive }) => (positive ? 1 : 0)),
    importance: Float64Array.from(examples, ({ positive }) => (positive ? boost : 1)),
  };
}

/** Writes the gradient of the loss at the given weights into `sums`; the last of both is the threshold's. */
function gradient({ values, columns, ends, labels, importance }: Problem, weights: Float64Array, sums: Float64Array) {
  const last = weights.length - 1;
  const threshold = weights[last] as number;
  sums.fill(0);
  let begin = 0;
  for (let row = 0; row < ends.length; row += 1) {
    const end = ends[row] as number;
    let logit = -threshold;
    for (let at = begin; at < end; at += 1)
      logit += (weights[columns[at] as number] as number) * (values[at] as number);
    const error = (sigmoid(logit) - (labels[row] as number)) * (importance[row] as number);
    for (let at = begin; at < end; at += 1) {
      const column = columns[at] as number;
      sums[column] = (sums[column] as number) + error * (values[at] as number);
    }
    sums[last] = (sums[last] as number) - error;
    begin = end;
  }
}

/** What the rubric calls a reason stays one, however little the labels make of it: else it could not be told. */
const LEAST_OF_PRIOR = 0.2;
const keepSign = (weight: number, prior: number): number =>
  prior > 0 ? Math.max(LEAST_OF_PRIOR * prior, weight) : Math.min(LEAST_OF_PRIOR * prior, weight);

export function fitClass(
  examples: readonly Example[],
  prior: ClassWeights,
  { pull, steps, rarity }: FitOptions,
): ClassWeights {
  const problem = problemOf(examples, prior, rarity);
  const weights = Float64Array.of(...problem.prior, prior.threshold);
  const slope = new Float64Array(weights.length);
  const last = problem.prior.length;
  const pace = RATE / Math.sqrt(examples.length);
  const stepped = (at: number, start: number): number => {
    const weight = weights[at] as number;
    return weight - pace * ((slope[at] as number) + pull * (weight - start));
  };
  for (let step = 0; step < steps; step += 1) {
    gradient(problem, weights, slope);
    for (const [at, start] of problem.prior.entries()) weights[at] = keepSign(stepped(at, start), start);
    weights[last] = Math.max(LEAST_THRESHOLD, stepped(last, prior.threshold));
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    threshold: round(weights[last] as number),
    features: Object.fromEntries(problem.names.map((name, at) => [name, round(weights[at] ?? 0)])),
  };
}

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
}

const RATE = 0.05;
const LEAST_THRESHOLD = 1.5;
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

interface Problem {
  readonly names: readonly Feature[];
  readonly prior: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly importance: readonly number[];
}

/** Rare positives weigh as much as the square root of how rare they are. */
function problemOf(examples: readonly Example[], prior: ClassWeights): Problem {
  const names = FEATURES.filter((name) => prior.features[name] !== undefined);
  const positives = examples.filter((example) => example.positive).length;
  const boost = Math.sqrt((examples.length - positives) / Math.max(positives, 1));
  return {
    names,
    prior: names.map((name) => prior.features[name] ?? 0),
    rows: examples.map(({ features }) => names.map((name) => features[name])),
    labels: examples.map(({ positive }) => (positive ? 1 : 0)),
    importance: examples.map(({ positive }) => (positive ? boost : 1)),
  };
}

/** Gradient of the loss at the given weights; the last entry is the threshold's. */
function gradient(problem: Problem, weights: readonly number[], threshold: number): number[] {
  const sums = new Array<number>(weights.length + 1).fill(0);
  for (const [index, row] of problem.rows.entries()) {
    let logit = -threshold;
    for (let at = 0; at < row.length; at += 1) logit += (weights[at] ?? 0) * (row[at] ?? 0);
    const error = (sigmoid(logit) - (problem.labels[index] ?? 0)) * (problem.importance[index] ?? 1);
    for (let at = 0; at < row.length; at += 1) sums[at] = (sums[at] ?? 0) + error * (row[at] ?? 0);
    sums[weights.length] = (sums[weights.length] ?? 0) - error;
  }
  return sums;
}

const keepSign = (weight: number, prior: number): number => (prior > 0 ? Math.max(0, weight) : Math.min(0, weight));

export function fitClass(examples: readonly Example[], prior: ClassWeights, { pull, steps }: FitOptions): ClassWeights {
  const problem = problemOf(examples, prior);
  const weights = [...problem.prior];
  let threshold = prior.threshold;
  const pace = RATE / Math.sqrt(examples.length);
  for (let step = 0; step < steps; step += 1) {
    const slope = gradient(problem, weights, threshold);
    for (const [at, start] of problem.prior.entries()) {
      const weight = weights[at] ?? 0;
      weights[at] = keepSign(weight - pace * ((slope[at] ?? 0) + pull * (weight - start)), start);
    }
    threshold = Math.max(
      LEAST_THRESHOLD,
      threshold - pace * ((slope[weights.length] ?? 0) + pull * (threshold - prior.threshold)),
    );
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    threshold: round(threshold),
    features: Object.fromEntries(problem.names.map((name, at) => [name, round(weights[at] ?? 0)])),
  };
}

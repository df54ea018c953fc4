import { expect, test } from "vitest";
import { FEATURES, type Feature, type Features } from "../features.ts";
import type { ClassWeights } from "../score.ts";
import { type Example, fitClass } from "./fit.ts";

const features = (over: Partial<Record<Feature, number>>): Features =>
  ({ ...Object.fromEntries(FEATURES.map((name) => [name, 0])), ...over }) as Features;
const examples = (count: number, positive: boolean, over: Partial<Record<Feature, number>>): Example[] =>
  Array.from({ length: count }, () => ({ features: features(over), positive }));

const PRIOR: ClassWeights = { threshold: 3, features: { sameMeans: 2, differentStaff: -2, sameAim: 0.5 } };
const OPTIONS = { pull: 0.1, steps: 800, rarity: 0.5 };

const learned = fitClass(
  [
    ...examples(20, true, { sameMeans: 1 }),
    ...examples(20, false, { sameMeans: 1, differentStaff: 1 }),
    ...examples(20, false, {}),
  ],
  PRIOR,
  OPTIONS,
);

test("W3 a fit learns from the labels", () => {
  const logit = (over: Partial<Record<Feature, number>>) =>
    Object.entries(over).reduce(
      (sum, [name, value]) => sum + (learned.features[name as Feature] ?? 0) * value,
      -learned.threshold,
    );
  expect(logit({ sameMeans: 1 })).toBeGreaterThan(0);
  expect(logit({ sameMeans: 1, differentStaff: 1 })).toBeLessThan(0);
});

test("W3 no weight turns its sign, whatever the labels say", () => {
  const upside = [...examples(20, false, { sameMeans: 1 }), ...examples(20, true, { differentStaff: 1 })];
  const { features: weights } = fitClass(upside, PRIOR, OPTIONS);
  expect(weights.sameMeans).toBeGreaterThan(0);
  expect(weights.differentStaff).toBeLessThan(0);
});

test("W3 a weight that no example speaks about stays at its prior", () => {
  expect(learned.features.sameAim).toBe(0.5);
});

test("W3 a stronger pull stays nearer to the prior", () => {
  const some = [...examples(10, true, { sameMeans: 1 }), ...examples(10, false, {})];
  const distance = (pull: number) =>
    Math.abs((fitClass(some, PRIOR, { ...OPTIONS, pull }).features.sameMeans ?? 0) - 2);
  expect(distance(20)).toBeLessThan(distance(0.1));
});

test("the same examples give the same weights", () => {
  const some = examples(5, true, { sameMeans: 1 });
  expect(fitClass(some, PRIOR, OPTIONS)).toEqual(fitClass(some, PRIOR, OPTIONS));
});

test("W3 the more a rare positive weighs, the sooner a class is said", () => {
  const rare = [...examples(3, true, { sameMeans: 1 }), ...examples(30, false, { sameMeans: 1 })];
  const logit = (rarity: number) => {
    const { features: weights, threshold } = fitClass(rare, PRIOR, { ...OPTIONS, rarity });
    return (weights.sameMeans ?? 0) - threshold;
  };
  expect(logit(0.5)).toBeGreaterThan(logit(0));
});

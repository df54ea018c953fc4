import fc from "fast-check";
import { expect, test } from "vitest";
import { FINDING_KINDS } from "#domain/finding.ts";
import { FEATURES, type Features } from "./features.ts";
import { bestKind, contributionsOf, SHOWN_FROM, scoreOf, scoresOf, strengthOf, WEIGHTS } from "./score.ts";

const features = fc.record(
  Object.fromEntries(FEATURES.map((name) => [name, fc.double({ min: 0, max: 1, noNaN: true })])),
) as fc.Arbitrary<Features>;
const nothing = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;

test("W1 a score is the sum of its contributions, never below 0", () => {
  fc.assert(
    fc.property(features, fc.constantFrom(...FINDING_KINDS), (values, kind) => {
      const weights = WEIGHTS.classes[kind];
      const sum = Object.values(contributionsOf(values, weights)).reduce((total, points) => total + points, 0);
      expect(scoreOf(values, weights)).toBeCloseTo(Math.max(0, sum), 6);
    }),
  );
});

test("W1 nothing in common gives no points", () => {
  expect(Object.values(scoresOf(nothing, WEIGHTS))).toEqual([0, 0, 0, 0]);
});

test("W3 weights keep the sign that the rubric gives them", () => {
  const { overlap } = WEIGHTS.classes;
  expect(overlap.features.sameMeans).toBeGreaterThan(0);
  expect(overlap.features.differentStaff).toBeLessThan(0);
  expect(overlap.features.differentPhase).toBeLessThan(0);
  expect(WEIGHTS.classes["learn-from"].features.samePhase).toBeLessThan(0);
  expect(WEIGHTS.classes["shared-actor"].features.sharedActor).toBeGreaterThan(0);
  expect(WEIGHTS.classes.complementary.features.chainTogether).toBeGreaterThan(0);
});

test("W3 every weight is of a feature that exists", () => {
  for (const { features: named } of Object.values(WEIGHTS.classes)) {
    for (const name of Object.keys(named)) expect(FEATURES).toContain(name);
  }
});

test("S1 an overlap is one even where a shared actor has more points", () => {
  expect(bestKind({ overlap: 55, "learn-from": 0, "shared-actor": 90, complementary: 60 })).toBe("overlap");
  expect(bestKind({ overlap: 45, "learn-from": 0, "shared-actor": 90, complementary: 60 })).toBe("shared-actor");
});

test("C1 a chain is one where the actor that its links have in common has a little more points", () => {
  expect(bestKind({ overlap: 0, "learn-from": 0, "shared-actor": 68, complementary: 60 })).toBe("complementary");
  expect(bestKind({ overlap: 0, "learn-from": 0, "shared-actor": 75, complementary: 60 })).toBe("shared-actor");
});

test("the class with most points decides, the rubric's order on a tie", () => {
  expect(bestKind({ overlap: 1, "learn-from": 3, "shared-actor": 2, complementary: 0 })).toBe("learn-from");
  expect(bestKind({ overlap: 3, "learn-from": 3, "shared-actor": 3, complementary: 3 })).toBe("overlap");
});

test("strength rises with the points and begins as weak where a pair is shown", () => {
  const weights = WEIGHTS.classes.overlap;
  expect(strengthOf(SHOWN_FROM, weights)).toBe("weak");
  expect(strengthOf(SHOWN_FROM + 10, weights)).toBe("medium");
  expect(strengthOf(2 * SHOWN_FROM, weights)).toBe("strong");
});

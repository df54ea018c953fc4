import { expect, test } from "vitest";
import type { FindingKind } from "#domain/finding.ts";
import { averagePrecision, f1Of, figuresOf, type JudgedPair, rankingOf, reliabilityOf } from "./metrics.ts";

const rows = (...scored: [score: number, positive: boolean][]) =>
  scored.map(([score, positive]) => ({ score, positive }));

test("E1 average precision is the mean precision at each positive", () => {
  expect(averagePrecision(rows([3, true], [2, false], [1, true]))).toBeCloseTo((1 + 2 / 3) / 2, 9);
  expect(averagePrecision(rows([3, true], [2, true], [1, false]))).toBe(1);
});

test("E1 ties count against the method", () => {
  expect(averagePrecision(rows([1, true], [1, false]))).toBe(0.5);
});

test("E1 a positive with 0 points is not found", () => {
  expect(averagePrecision(rows([1, true], [0, true]))).toBe(0.5);
});

test("E1 without a positive there is no figure", () => {
  expect(averagePrecision(rows([1, false]))).toBeNaN();
});

test("F1 weighs what was said wrongly and what was missed alike", () => {
  const hit = { said: true, is: true };
  expect(f1Of([hit, { said: true, is: false }, { said: false, is: true }])).toBe(0.5);
  expect(f1Of([{ said: false, is: true }])).toBe(0);
});

const judged = (cls: string, overlap: number, over: Partial<JudgedPair["pair"]> = {}): JudgedPair => ({
  pair: { a: "a", b: "b", cls, ...over },
  scores: { overlap, "learn-from": 0, "shared-actor": 0, complementary: 0 },
  kind: overlap >= 50 ? ("overlap" as FindingKind) : null,
  strength: overlap >= 80 ? "strong" : "weak",
  reasons: [],
});

test("E1 disputed pairs count in no figure", () => {
  const figures = figuresOf([judged("overlap", 60), judged("none", 70, { disputed: "overlap" })]);
  expect(figures.ap.overlap).toBe(1);
  expect(figures.f1.overlap).toBe(1);
});

test("E1 a pair whose second class is the one in question is left out of it", () => {
  expect(figuresOf([judged("overlap", 60), judged("none", 70, { alt: "overlap" })]).ap.overlap).toBe(1);
  expect(figuresOf([judged("overlap", 60), judged("none", 70, { alt: "shared-actor" })]).ap.overlap).toBe(0.5);
});

test("E2 ranking looks at initiatives with a related one, and at the first five", () => {
  const others = rows([9, true], [8, false], [7, false], [6, false], [5, false], [4, true]);
  const { meanAP, recallAt5 } = rankingOf([
    { id: "a", others },
    { id: "alone", others: rows([1, false]) },
  ]);
  expect(meanAP).toBeCloseTo((1 + 2 / 6) / 2, 9);
  expect(recallAt5).toBe(0.5);
});

test("E1 a hard negative is one that somebody judged, without a second acceptable class", () => {
  const pool = "judged";
  const { hardNegativesKept } = figuresOf([
    judged("none", 60, { pool }),
    judged("none", 0, { pool }),
    judged("none", 60, { pool, alt: "overlap" }),
    judged("none", 60, { pool: "random" }),
    judged("overlap", 60, { pool }),
  ]);
  expect(hardNegativesKept).toBe(0.5);
});

test("E1 to say nothing is a class among the five", () => {
  const all = [judged("overlap", 60), judged("none", 0), judged("none", 60)];
  const [overlap, none] = [2 / 3, 2 / 3];
  expect(figuresOf(all).fiveClassF1).toBeCloseTo((overlap + none) / 5, 9);
});

test("R2 a shown pair without two reasons that can be pointed at is counted as unfounded", () => {
  const reason = { code: "sameMeans", weight: 30, params: {}, a: [["title", 0, 3]], b: [["title", 0, 3]] } as const;
  const founded = { ...judged("overlap", 60), reasons: [reason, reason] };
  const vague = { ...judged("overlap", 60), reasons: [reason, { ...reason, b: [] }] };
  expect(figuresOf([founded, vague]).wellFounded).toBe(0.5);
});

test("E6 of the pairs shown with a strength, the share that is what it is shown as", () => {
  const all = [
    judged("overlap", 90),
    judged("none", 90),
    judged("none", 85, { alt: "overlap" }),
    judged("overlap", 10),
  ];
  expect(reliabilityOf(all)[0]).toEqual({ strength: "strong", shown: 2, right: 0.5 });
});

import { expect, test, vi } from "vitest";
import { initiativeOfFile } from "../initiative-file.ts";
import { WEIGHTS } from "../score.ts";
import development from "./dev.json" with { type: "json" };
import { comparePairs, judge, judgeStrictly, type LabelledSet, rankAll, readSet } from "./evaluate.ts";
import { figuresOf, type LabelledPair, rankingOf } from "./metrics.ts";

// The strict evaluation fits the weights once for each of 47 kommuner.
vi.setConfig({ testTimeout: 120_000 });

const set: LabelledSet = {
  initiatives: development.initiatives.map(initiativeOfFile),
  pairs: development.pairs as LabelledPair[],
};

test("E3 strict leave-kommune-out reaches what was promised, in every class", () => {
  const { ap, macroAP } = figuresOf(judgeStrictly(set));
  expect(macroAP).toBeGreaterThanOrEqual(0.9);
  expect(Math.min(...Object.values(ap))).toBeGreaterThanOrEqual(0.7);
});

test("the shipped weights fit the set they were fitted on", () => {
  const read = readSet(set);
  const { macroAP } = figuresOf(comparePairs(set, read).map((pair) => judge(pair, WEIGHTS)));
  expect(macroAP).toBeGreaterThanOrEqual(0.95);
  expect(rankingOf(rankAll(set, read, WEIGHTS)).recallAt5).toBeGreaterThanOrEqual(0.93);
});

test("a labelled pair that names nobody is an error, not a silent 0", () => {
  const unknown = { ...set, pairs: [{ a: "d01", b: "nobody", cls: "none" }] };
  expect(() => comparePairs(unknown, readSet(unknown))).toThrow(/nobody/);
});

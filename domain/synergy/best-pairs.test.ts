import fc from "fast-check";
import { expect, test } from "vitest";
import { BestPairs, SHOWN_PER_INITIATIVE } from "./best-pairs.ts";

const many = (count: number, score: (index: number) => number) =>
  new Map(Array.from({ length: count }, (_, index) => [`n${String(index).padStart(3, "0")}`, score(index)] as const));

test("K3 an initiative shows its best and no more", () => {
  const pairs = new BestPairs();
  const { entered } = pairs.replace(
    "x",
    many(SHOWN_PER_INITIATIVE, (index) => index + 50),
  );
  expect(entered).toHaveLength(SHOWN_PER_INITIATIVE);
  expect(pairs.visibleWith("x")).toHaveLength(SHOWN_PER_INITIATIVE);
});

test("K3 a pair is seen when it is among the best of one of its two", () => {
  const pairs = new BestPairs();
  pairs.replace(
    "x",
    many(SHOWN_PER_INITIATIVE + 30, () => 60),
  );
  // Each of the others has only this one pair.
  expect(pairs.visibleWith("x")).toHaveLength(SHOWN_PER_INITIATIVE + 30);
});

test("K3 a better pair takes the place of a worse one on both sides, and gives it back", () => {
  const pairs = new BestPairs();
  const crowd = many(SHOWN_PER_INITIATIVE + 1, () => 80);
  for (const key of crowd.keys()) {
    pairs.replace(key, new Map([...crowd].filter(([other]) => other !== key)));
  }
  const worse = pairs.replace("worse", new Map([["n000", 60]]));
  expect(worse.entered).toEqual([["n000", "worse"]]);
  expect(pairs.visibleWith("n000")).toContain("worse");
  expect(pairs.replace("worse", new Map()).left).toEqual([["n000", "worse"]]);
});

test("K3 what is told adds up to what is visible", () => {
  const keys = ["a", "b", "c", "d", "e"];
  const change = fc.record({
    key: fc.constantFrom(...keys),
    others: fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 50, max: 99 })),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const pairs = new BestPairs();
      const told = new Set<string>();
      for (const { key, others } of changes) {
        const scores = new Map(Object.entries(others).filter(([other]) => other !== key));
        const { entered, left } = pairs.replace(key, scores);
        for (const pair of entered) told.add(pair.join(" "));
        for (const pair of left) told.delete(pair.join(" "));
      }
      const visible = keys.flatMap((key) => pairs.visibleWith(key).map((other) => [key, other].sort().join(" ")));
      expect(told).toEqual(new Set(visible));
    }),
    { numRuns: 60 },
  );
});

test("K3 changes one by one end where choosing among everything ends", () => {
  const keys = [...many(SHOWN_PER_INITIATIVE + 8, () => 0).keys()];
  const change = fc.record({
    key: fc.constantFrom(...keys),
    scores: fc.array(fc.integer({ min: 45, max: 60 }), { minLength: 15, maxLength: keys.length }),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 20, maxLength: 60 }), (changes) => {
      const pairs = new BestPairs();
      const scores = new Map<string, number>();
      for (const { key, scores: drawn } of changes) {
        const others = keys.filter((other) => other !== key);
        const likely = new Map(
          others.flatMap((other, at) => ((drawn[at] ?? 0) >= 50 ? [[other, drawn[at] ?? 0]] : [])),
        );
        pairs.replace(key, likely);
        for (const other of others) scores.delete([key, other].sort().join(" "));
        for (const [other, score] of likely) scores.set([key, other].sort().join(" "), score);
      }
      const atOnce = new BestPairs();
      for (const [pair, score] of scores) atOnce.write(...(pair.split(" ") as [string, string]), score);
      atOnce.chooseAll();
      const names = (of: BestPairs) => [...of.visible()].map((pair) => pair.join(" ")).sort();
      expect(names(pairs)).toEqual(names(atOnce));
    }),
    { numRuns: 60 },
  );
});

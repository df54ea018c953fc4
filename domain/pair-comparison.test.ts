import { expect, test } from "vitest";
import { compareInitiatives, comparePhases, compareSets } from "#domain/pair-comparison.ts";

test.each([
  [["a"], ["a", "b"], "same"],
  [["a", "c"], ["a", "b"], "some"],
  [["a"], ["b"], "different"],
  [[], ["b"], "unknown"],
  [[], [], "unknown"],
] as const)("P1 %j and %j are %s", (a, b, verdict) => {
  expect(compareSets("professions", a, b).verdict).toBe(verdict);
  expect(compareSets("professions", b, a).verdict).toBe(verdict);
});

test("P2 who is ahead goes by lane, not by the status within it", () => {
  expect(comparePhases("idea", "running")).toBe("b-ahead");
  expect(comparePhases("finished", "trial")).toBe("a-ahead");
  expect(comparePhases("running", "scaled")).toBe("same");
});

test("P3 every field of the page is compared, actors with the rest", () => {
  const none = { professions: [], themes: [], activities: [], targetGroups: [], departments: [], chainLinks: [] };
  const a = { tags: { ...none, targetGroups: ["ledige"] }, actorIds: ["foa", "vuc"] };
  const b = { tags: { ...none, targetGroups: ["ledige"] }, actorIds: ["vuc", "kp"] };
  expect(compareInitiatives(a, b).map(({ field, verdict, shared }) => [field, verdict, shared.length])).toEqual([
    ["professions", "unknown", 0],
    ["targetGroups", "same", 1],
    ["actors", "some", 1],
    ["activities", "unknown", 0],
    ["themes", "unknown", 0],
    ["chainLinks", "unknown", 0],
    ["departments", "unknown", 0],
  ]);
});

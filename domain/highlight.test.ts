import { expect, test } from "vitest";
import type { Evidence, Reason } from "#domain/finding.ts";
import { alikeWords, evidenceOf, type Stretch, segmentsOf, stretchesIn } from "#domain/highlight.ts";

const TEXT = "Eget vikarkorps i hjemmeplejen";
const mark = (...marks: Stretch[]) =>
  segmentsOf({ text: TEXT, marks })
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

test("H1 evidence is marked where it stands, in any order", () => {
  expect(mark([18, 30], [5, 15])).toBe("Eget [vikarkorps] i [hjemmeplejen]");
});

test("H2 evidence that overlaps or touches is one mark", () => {
  expect(mark([0, 10], [5, 15])).toBe("[Eget vikarkorps] i hjemmeplejen");
  expect(mark([5, 10], [10, 15])).toBe("Eget [vikarkorps] i hjemmeplejen");
});

test("H3 evidence beyond the end of a changed text marks nothing it should not", () => {
  expect(mark([25, 90], [90, 95])).toBe("Eget vikarkorps i hjemmep[lejen]");
  expect(mark()).toBe(TEXT);
});

test("H4 only what speaks for the finding is marked, in the field and on the side asked for", () => {
  const reason = (weight: number, a: Evidence[], b: Evidence[]): Reason => ({ code: "x", weight, params: {}, a, b });
  const reasons = [reason(1, [["title", 0, 4]], [["description", 1, 2]]), reason(-1, [["title", 5, 9]], [])];
  expect(stretchesIn(evidenceOf(reasons, "a"), "title")).toEqual([[0, 4]]);
  expect(stretchesIn(evidenceOf(reasons, "b"), "description")).toEqual([[1, 2]]);
});

test("H5 of the words that a reason pairs those are named of which one sees that they belong together", () => {
  const texts = [
    { title: "Vagtplan", description: "lektioner for unge" },
    { title: "Fleksibel vagtplanlægning", description: "undervisningstid" },
  ] as const;
  const reason = (a: Evidence[], b: Evidence[]): Reason => ({ code: "x", weight: 1, params: {}, a, b });
  expect(alikeWords(reason([["title", 0, 8]], [["title", 10, 25]]), texts)).toEqual([["Vagtplan", "vagtplanlægning"]]);
  expect(alikeWords(reason([["description", 0, 9]], [["description", 0, 16]]), texts)).toEqual([]);
  expect(alikeWords(reason([["description", 14, 18]], [["description", 90, 95]]), texts)).toEqual([]);
  const opposites = [
    { title: "internt", description: "" },
    { title: "eksternt", description: "" },
  ] as const;
  expect(alikeWords(reason([["title", 0, 7]], [["title", 0, 8]]), opposites)).toEqual([]);
  expect(alikeWords(reason([["themes.0", 0, 3]], [["themes.0", 0, 3]]), texts)).toEqual([]);
});

import { expect, test } from "vitest";
import type { Evidence, Reason } from "#domain/finding.ts";
import { evidenceOf, type Stretch, segmentsOf, stretchesIn } from "#domain/highlight.ts";

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

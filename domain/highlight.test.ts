import { expect, test } from "vitest";
import type { Evidence, Reason } from "#domain/finding.ts";
import { evidenceFor, segmentsOf } from "#domain/highlight.ts";

const TEXT = "Eget vikarkorps i hjemmeplejen";
const mark = (...evidence: Evidence[]) =>
  segmentsOf(TEXT, evidence)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

test("H1 evidence is marked where it stands, in any order", () => {
  expect(mark(["title", 18, 30], ["title", 5, 15])).toBe("Eget [vikarkorps] i [hjemmeplejen]");
});

test("H2 overlapping evidence is marked once", () => {
  expect(mark(["title", 0, 10], ["title", 5, 15])).toBe("[Eget vikar][korps] i hjemmeplejen");
});

test("H3 evidence beyond the end of a changed text marks nothing it should not", () => {
  expect(mark(["title", 25, 90], ["title", 90, 95])).toBe("Eget vikarkorps i hjemmep[lejen]");
  expect(mark()).toBe(TEXT);
});

test("H4 only what speaks for the finding is marked, in the field and on the side asked for", () => {
  const reason = (weight: number, a: Evidence[], b: Evidence[]): Reason => ({ code: "x", weight, params: {}, a, b });
  const reasons = [reason(1, [["title", 0, 4]], [["description", 1, 2]]), reason(-1, [["title", 5, 9]], [])];
  expect(evidenceFor(reasons, "a", "title")).toEqual([["title", 0, 4]]);
  expect(evidenceFor(reasons, "b", "description")).toEqual([["description", 1, 2]]);
});

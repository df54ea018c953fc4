import { expect, test } from "vitest";
import type { Reason } from "./finding.ts";
import { readReasons, writeReasons } from "./written-reasons.ts";

const MEANS: Reason = {
  code: "sameMeans",
  weight: 31.5,
  params: { means: "language-entry" },
  a: [
    ["title", 0, 5],
    ["description", 10, 22],
  ],
  b: [["description", 0, 9]],
};
const ACTOR: Reason = {
  code: "sharedActor",
  weight: -2,
  params: { actorA: 'FOA "1": t:0-5', actorB: "FOA 1" },
  a: [["actors.12", 0, 14]],
  b: [],
};

test.each([[[]], [[MEANS]], [[MEANS, ACTOR]]])("reasons are read as they were written: %j", (reasons: Reason[]) => {
  expect(readReasons(writeReasons(reasons))).toEqual(reasons);
});

test("reasons that an earlier version wrote are read", () => {
  expect(readReasons(JSON.stringify([MEANS, ACTOR]))).toEqual([MEANS, ACTOR]);
});

import { expect, test } from "vitest";
import { isSameSpot, placeOf, stepFrom } from "./carrying.ts";

const lanes = [
  { lane: "idea", others: ["a", "b"] },
  { lane: "trial", others: [] },
  { lane: "running", others: ["c"] },
] as const;

test("a place is told by the card above it, at the top by the card below, and in an empty lane by neither", () => {
  expect(placeOf({ lane: "idea", index: 1 }, ["a", "b"])).toEqual({
    lane: "idea",
    beside: { id: "a", position: "after" },
  });
  expect(placeOf({ lane: "idea", index: 2 }, ["a", "b"]).beside).toEqual({ id: "b", position: "after" });
  expect(placeOf({ lane: "idea", index: 0 }, ["a", "b"]).beside).toEqual({ id: "a", position: "before" });
  expect(placeOf({ lane: "trial", index: 0 }, [])).toEqual({ lane: "trial" });
});

test("steps go up and down within the lane and stop at its ends", () => {
  expect(stepFrom({ lane: "idea", index: 0 }, "up", lanes)).toEqual({ lane: "idea", index: 0 });
  expect(stepFrom({ lane: "idea", index: 1 }, "down", lanes)).toEqual({ lane: "idea", index: 2 });
  expect(stepFrom({ lane: "idea", index: 2 }, "down", lanes)).toEqual({ lane: "idea", index: 2 });
  expect(stepFrom({ lane: "idea", index: 0 }, "last", lanes)).toEqual({ lane: "idea", index: 2 });
  expect(stepFrom({ lane: "idea", index: 2 }, "first", lanes)).toEqual({ lane: "idea", index: 0 });
});

test("steps sideways go to the next lane, as far down as its cards reach, and stop at the last", () => {
  expect(stepFrom({ lane: "idea", index: 2 }, "right", lanes)).toEqual({ lane: "trial", index: 0 });
  expect(stepFrom({ lane: "trial", index: 0 }, "right", lanes)).toEqual({ lane: "running", index: 0 });
  expect(stepFrom({ lane: "running", index: 1 }, "right", lanes)).toEqual({ lane: "running", index: 1 });
  expect(stepFrom({ lane: "idea", index: 1 }, "left", lanes)).toEqual({ lane: "idea", index: 1 });
});

test("two places are the same by lane and index", () => {
  expect(isSameSpot({ lane: "idea", index: 1 }, { lane: "idea", index: 1 })).toBe(true);
  expect(isSameSpot({ lane: "idea", index: 1 }, { lane: "trial", index: 1 })).toBe(false);
  expect(isSameSpot(null, { lane: "idea", index: 1 })).toBe(false);
  expect(isSameSpot(null, null)).toBe(true);
});

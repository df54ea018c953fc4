import { expect, test } from "vitest";
import { isForgotten } from "./local-copy.ts";

const owner = { personId: "p1", room: "board-1.2" };

test("one's own copies of other boards are kept", () => {
  expect(isForgotten("sammenspil:p1:board-1.2", owner)).toBe(false);
  expect(isForgotten("sammenspil:p1:board-9.1", owner)).toBe(false);
  expect(isForgotten("another-product", owner)).toBe(false);
});

test("an earlier generation and another person's copies are forgotten", () => {
  expect(isForgotten("sammenspil:p1:board-1.1", owner)).toBe(true);
  expect(isForgotten("sammenspil:p2:board-1.2", owner)).toBe(true);
});

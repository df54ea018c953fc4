import { expect, test } from "vitest";
import { restMs } from "./check-rest.ts";

test("the check rests as long as it worked where nobody does anything, and the longer the busier the server is", () => {
  expect(restMs(10, 0)).toBe(10);
  expect(restMs(10, 0.5)).toBeGreaterThan(restMs(10, 0.1));
  expect(restMs(10, 0.1)).toBeGreaterThan(50);
});

test("however long it worked and however busy the server is, it goes on within two seconds", () => {
  expect(restMs(60_000, 1)).toBe(2_000);
});

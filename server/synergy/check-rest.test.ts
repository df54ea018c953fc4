import { expect, test } from "vitest";
import { CheckRest, restMs } from "./check-rest.ts";

test("the check does not rest where hardly anybody does anything, and the longer the busier the server is", () => {
  expect(restMs(1_000, 0)).toBe(0);
  expect(restMs(1_000, 0.3)).toBe(0);
  expect(restMs(10, 0.9)).toBeGreaterThan(restMs(10, 0.5));
  expect(restMs(10, 0.5)).toBeGreaterThan(50);
});

test("what nobody waits for rests on a calm server too", () => {
  expect(restMs(10, 0, true)).toBe(200);
  expect(restMs(10, 1, true)).toBe(restMs(10, 1));
});

test("however long it worked and however busy the server is, it goes on within two seconds", () => {
  expect(restMs(60_000, 1)).toBe(2_000);
});

test("a rest is over when something cannot wait", async () => {
  const rest = new CheckRest();
  let spins = 0;
  // A server that is busy with something else than the check.
  for (const until = performance.now() + 20; performance.now() < until; spins += 1);
  const over = rest.after(60_000);
  rest.end();
  await over;
  expect(spins).toBeGreaterThan(0);
});

test("a rest in work that nobody waited for is over once somebody does", async () => {
  const rest = new CheckRest();
  rest.takeTime();
  const over = rest.after(60_000);
  rest.hurry();
  expect(await over).toBeUndefined();
});

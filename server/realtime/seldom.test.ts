import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Seldom } from "./seldom.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is asked for many times is done at once, and the last of it after a rest; others do not wait for it", () => {
  const done: string[] = [];
  const seldom = new Seldom(1_000);
  for (const what of ["first", "second", "third"]) seldom.do("a", () => done.push(what));
  seldom.do("b", () => done.push("other"));
  expect(done).toEqual(["first", "other"]);
  vi.advanceTimersByTime(1_000);
  expect(done).toEqual(["first", "other", "third"]);
  vi.advanceTimersByTime(1_000);
  seldom.do("a", () => done.push("fourth"));
  expect(done).toEqual(["first", "other", "third", "fourth"]);
  seldom.do("a", () => done.push("never"));
  seldom.stop();
  vi.advanceTimersByTime(2_000);
  expect(done).not.toContain("never");
});

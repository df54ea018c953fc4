import { expect, test } from "vitest";
import { ChangedInitiatives } from "./changed-initiatives.ts";

test("an initiative is checked when nobody has written in it for five seconds", () => {
  const changed = new ChangedInitiatives();
  changed.note("a", 1_000);
  changed.note("b", 2_000);
  changed.note("a", 3_000);
  expect(changed.nextDueAt()).toBe(7_000);
  expect(changed.takeDue(6_999, 10)).toEqual([]);
  expect(changed.takeDue(7_000, 10)).toEqual(["b"]);
  expect(changed.takeDue(8_000, 10)).toEqual(["a"]);
  expect(changed.nextDueAt()).toBeNull();
});

test("one that is written in without a pause is checked all the same", () => {
  const changed = new ChangedInitiatives();
  for (let at = 0; at <= 20_000; at += 1_000) changed.note("a", at);
  expect(changed.takeDue(20_000, 10)).toEqual(["a"]);
});

test("of many the first changed are taken first", () => {
  const changed = new ChangedInitiatives();
  for (const key of ["a", "b", "c"]) changed.note(key, 0);
  changed.note("a", 1);
  expect(changed.takeDue(10_000, 2)).toEqual(["a", "b"]);
  expect(changed.takeDue(10_000, 2)).toEqual(["c"]);
  expect(changed.isEmpty).toBe(true);
});

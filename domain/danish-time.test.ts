import { expect, test } from "vitest";
import { fromWallClock, toWallClock } from "./danish-time.ts";

test.each([
  ["winter", { day: "2026-12-01", time: "09:00" }, "2026-12-01T08:00:00Z"],
  ["summer", { day: "2026-06-01", time: "09:00" }, "2026-06-01T07:00:00Z"],
  ["the morning after the clocks went forward", { day: "2026-03-29", time: "04:00" }, "2026-03-29T02:00:00Z"],
  ["midnight", { day: "2026-11-22", time: "00:00" }, "2026-11-21T23:00:00Z"],
])("%s", (_, wallClock, moment) => {
  expect(fromWallClock(wallClock)).toBe(Date.parse(moment));
  expect(toWallClock(Date.parse(moment))).toEqual(wallClock);
});

test("a day that does not exist is no moment", () => {
  expect(fromWallClock({ day: "2026-13-01", time: "09:00" })).toBeNull();
  expect(fromWallClock({ day: "", time: "09:00" })).toBeNull();
});

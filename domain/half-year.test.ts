import { expect, test } from "vitest";
import { byHalfYear, halfYearOf } from "./half-year.ts";

test("a half-year ends at midnight in Denmark", () => {
  expect(halfYearOf(Date.UTC(2026, 5, 30, 21, 59))).toEqual({ year: 2026, half: 1 });
  expect(halfYearOf(Date.UTC(2026, 5, 30, 22, 0))).toEqual({ year: 2026, half: 2 });
  expect(halfYearOf(Date.UTC(2026, 11, 31, 23, 0))).toEqual({ year: 2027, half: 1 });
});

test("the latest half-year comes first", () => {
  const days = ["2025-03-01", "2026-11-22", "2026-02-01", "2026-07-01"];
  expect(byHalfYear(days, Date.parse).map(({ halfYear, list }) => [halfYear.year, halfYear.half, list])).toEqual([
    [2026, 2, ["2026-11-22", "2026-07-01"]],
    [2026, 1, ["2026-02-01"]],
    [2025, 1, ["2025-03-01"]],
  ]);
});

import { expect, test } from "vitest";
import { pagesOf } from "./pages.ts";

test("things stand on pages that hold them, in their order", () => {
  expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(pagesOf([], 2)).toEqual([]);
});

test("what is larger takes more room, and what is too large a page of its own", () => {
  const size = (each: number) => each;
  expect(pagesOf([1, 2, 3, 9, 1], 4, size)).toEqual([[1, 2], [3], [9], [1]]);
});

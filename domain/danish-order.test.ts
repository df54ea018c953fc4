import { expect, test } from "vitest";
import { compareDanish } from "#domain/danish-order.ts";

test("names stand in Danish order, and numbers in them by size", () => {
  const names = ["Aarhus", "Ærø", "Område 10", "Zebra", "Øst", "Område 2", "Aalborg", "Billund"];
  const ordered = ["Billund", "Område 2", "Område 10", "Zebra", "Ærø", "Øst", "Aalborg", "Aarhus"];
  expect(names.sort(compareDanish)).toEqual(ordered);
});

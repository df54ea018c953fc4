import { expect, test } from "vitest";
import { layOutMatrix, readCompareView } from "#domain/compare.ts";
import { type GridLayout, gridOf } from "#domain/matrix-grid.ts";

const WORDS = { initiatives: "Indsatser", total: "I alt" };

function page(address: string): GridLayout {
  const matrix = layOutMatrix({
    rowIds: ["onboarding", "ledelse"],
    columns: [
      { id: "0316", name: "Holbæk", initiatives: 2 },
      { id: "0530", name: "Billund", initiatives: 1 },
    ],
    counts: [
      { rowId: "onboarding", organisationId: "0316", count: 2 },
      { rowId: "ledelse", organisationId: "0316", count: 1 },
      { rowId: "none", organisationId: "0530", count: 1 },
    ],
  });
  return {
    view: readCompareView(new URLSearchParams(address)),
    matrix,
    labels: { onboarding: "Onboarding", ledelse: "Ledelse", none: "Uden tema" },
  };
}

test("kommuner stand along the top, with totals at the right and each initiative once at the foot", () => {
  const { columns, lines, most } = gridOf(page(""), WORDS);
  expect(columns.map(({ name }) => name)).toEqual(["Holbæk", "Billund", "I alt"]);
  expect(lines.map(({ name, counts }) => [name, ...counts])).toEqual([
    ["Onboarding", 2, 0, 2],
    ["Ledelse", 1, 0, 1],
    ["Uden tema", 0, 1, 1],
    ["Indsatser", 2, 1, 3],
  ]);
  expect(most).toBe(2);
});

test("turned, it is the same table lying on its side", () => {
  const { columns, lines } = gridOf(page("turned=yes"), WORDS);
  expect(columns.map(({ name }) => name)).toEqual(["Onboarding", "Ledelse", "Uden tema", "Indsatser"]);
  expect(lines.map(({ name, counts }) => [name, ...counts])).toEqual([
    ["Holbæk", 2, 1, 0, 2],
    ["Billund", 0, 0, 1, 1],
    ["I alt", 2, 1, 1, 3],
  ]);
});

test("a place stands for the same initiatives whichever way the table lies", () => {
  const upright = gridOf(page(""), WORDS);
  const turned = gridOf(page("turned=yes"), WORDS);
  expect(upright.cellOf("ledelse", "0316")).toEqual({ rowId: "ledelse", organisationId: "0316" });
  expect(turned.cellOf("0316", "ledelse")).toEqual({ rowId: "ledelse", organisationId: "0316" });
  expect(upright.cellOf("initiatives", "everywhere")).toEqual({ rowId: null, organisationId: null });
  expect(upright.cellOf("ledelse", "everywhere")).toEqual({ rowId: "ledelse", organisationId: null });
});

import { expect, test } from "vitest";
import { layOutMatrix, readCompareView, readMatrix, UNTAGGED, writeCompareView } from "#domain/compare.ts";

const column = (id: string) => ({ id, name: id, initiatives: 3 });
const count = (rowId: string, organisationId: string, n: number) => ({ rowId, organisationId, count: n });
const MATRIX = layOutMatrix({
  rowIds: ["onboarding", "seniorer", "ledelse"],
  columns: [column("0316"), column("0530"), column("0573")],
  counts: [
    count("onboarding", "0316", 2),
    count("onboarding", "0573", 1),
    count("ledelse", "0530", 4),
    count(UNTAGGED, "0573", 1),
    count("unknown", "0316", 9),
  ],
});

test("M1 every row is there, also one that nobody has, and totals add up", () => {
  expect(MATRIX.rows).toEqual([
    { id: "onboarding", counts: [2, 0, 1], total: 3 },
    { id: "seniorer", counts: [0, 0, 0], total: 0 },
    { id: "ledelse", counts: [0, 4, 0], total: 4 },
  ]);
});

test("M2 initiatives without such a tag have a row of their own", () => {
  expect(MATRIX.untagged).toEqual({ id: UNTAGGED, counts: [0, 0, 1], total: 1 });
  expect(layOutMatrix({ rowIds: ["a"], columns: [column("0316")], counts: [] }).untagged).toBeNull();
});

test("M3 what is read off it is counted: empty cells, rows without anybody, the widest and the rarest", () => {
  expect(readMatrix(MATRIX)).toEqual({
    cells: 9,
    emptyCells: 6,
    withoutAny: ["seniorer"],
    widest: { rowId: "onboarding", municipalities: 2 },
    rarest: { rowId: "ledelse", municipalities: 1 },
  });
});

test("M4 an empty table has nothing to say", () => {
  const empty = layOutMatrix({ rowIds: ["a", "b"], columns: [], counts: [] });
  expect(readMatrix(empty)).toEqual({ cells: 0, emptyCells: 0, withoutAny: ["a", "b"], widest: null, rarest: null });
});

test("M5 a view survives its address", () => {
  const address = "rows=professions&workshop=w&status=trial&themes=onboarding&turned=yes&row=sosu&municipality=0316";
  expect(writeCompareView(readCompareView(new URLSearchParams(address)))).toBe(address);
  expect(writeCompareView(readCompareView(new URLSearchParams()))).toBe("");
  expect(writeCompareView(readCompareView(new URLSearchParams("list=all")))).toBe("list=all");
});

test("M6 what an address should not say is left out", () => {
  const view = readCompareView(new URLSearchParams("rows=secrets&status=done&actorType=robot&turned=1"));
  expect(view).toMatchObject({ rows: "themes", turned: false, cell: null, filter: { status: null, actorType: null } });
});

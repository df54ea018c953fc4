import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { mergeActors } from "#db/queries/actor-stewardship.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { listBoards } from "#db/queries/boards.ts";
import { type CompareScope, listActorTies, listCell, loadMatrix } from "#db/queries/compare.ts";
import { type CompareFilter, matrixRowIds, readCompareView, UNTAGGED } from "#domain/compare.ts";
import { addActor, addBoard, addInitiative, addMunicipality, addWorkshop, NOW } from "../../tests/factories.ts";

const THEMES = ["fastholdelse", "ledelse", "onboarding"];

/** Aabenraa, Billund and Varde; Billund is in two workshops. */
function threeMunicipalities(): Database {
  const db = openDatabase(":memory:");
  for (const [id, name] of [
    ["0580", "Aabenraa"],
    ["0530", "Billund"],
    ["0573", "Varde"],
  ] as const)
    addMunicipality(db, { id, name });
  addWorkshop(db, { id: "one", organisationIds: ["0580", "0530", "0573"] });
  addWorkshop(db, { id: "two", organisationIds: ["0530"] });
  addBoard(db, { id: "aabenraa", workshopId: "one", organisationId: "0580" });
  addBoard(db, { id: "billund", workshopId: "one", organisationId: "0530" });
  addBoard(db, { id: "billund-two", workshopId: "two", organisationId: "0530" });
  addBoard(db, { id: "varde", workshopId: "one", organisationId: "0573" });
  addActor(db, { id: "foa", type: "union" });
  addActor(db, { id: "sosu", type: "school" });
  addActor(db, { id: "sosu-skolen", type: "other" });
  const onboarding = { themes: ["onboarding"] };
  addInitiative(db, { boardId: "billund", id: "a", title: "Åben dør", status: "trial", tags: onboarding });
  addInitiative(db, { boardId: "billund", id: "b", title: "Buddy", tags: { themes: ["onboarding", "ledelse"] } });
  addInitiative(db, { boardId: "billund-two", id: "a", title: "Ældre", tags: onboarding, actors: { sosu: "lead" } });
  addInitiative(db, { boardId: "varde", id: "c", actors: { foa: "lead", "sosu-skolen": "adviser", unknown: "lead" } });
  addInitiative(db, { boardId: "varde", id: "binned", binnedAt: NOW, tags: onboarding });
  return db;
}

const filterOf = (address = ""): CompareFilter => readCompareView(new URLSearchParams(address)).filter;
async function scopeOf(db: Database, filter = filterOf()): Promise<CompareScope> {
  return { boards: await listBoards(db), registry: await loadRegistry(db), filter };
}
const themes = { rows: "themes", rowIds: THEMES } as const;

test("counts are the initiatives of each kommune, in Danish order, without those in the bin", async () => {
  const db = threeMunicipalities();
  const matrix = await loadMatrix(db, await scopeOf(db), themes);
  expect(matrix.columns).toEqual([
    { id: "0530", name: "Billund", initiatives: 3 },
    { id: "0573", name: "Varde", initiatives: 1 },
    { id: "0580", name: "Aabenraa", initiatives: 0 },
  ]);
  expect(matrix.rows).toEqual([
    { id: "fastholdelse", counts: [0, 0, 0], total: 0 },
    { id: "ledelse", counts: [1, 0, 0], total: 1 },
    { id: "onboarding", counts: [3, 0, 0], total: 3 },
  ]);
  expect(matrix.untagged).toEqual({ id: UNTAGGED, counts: [0, 1, 0], total: 1 });
});

test("every cell equals a plain count, and opens a list that long", async () => {
  const db = threeMunicipalities();
  const scope = await scopeOf(db);
  const { rows, columns } = await loadMatrix(db, scope, themes);
  for (const row of rows) {
    for (const [index, column] of columns.entries()) {
      const plain = db.get<{ n: number }>(sql`select count(*) as n from initiative_tag t
        join initiative i on i.board_id = t.board_id and i.id = t.initiative_id and i.binned_at is null
        join board b on b.id = t.board_id
        where t.field = 'themes' and t.tag_id = ${row.id} and b.organisation_id = ${column.id}`);
      expect(row.counts[index]).toBe(plain.n);
      const cell = { rowId: row.id, organisationId: column.id };
      expect(await listCell(db, scope, { rows: "themes", cell })).toHaveLength(plain.n);
    }
  }
});

test("a board that may not be read is not counted, and its kommune not shown", async () => {
  const db = threeMunicipalities();
  const scope = await scopeOf(db);
  const boards = scope.boards.filter(({ id }) => id === "billund-two");
  const matrix = await loadMatrix(db, { ...scope, boards }, themes);
  expect(matrix.columns).toEqual([{ id: "0530", name: "Billund", initiatives: 1 }]);
  expect(matrix.rows.map(({ total }) => total)).toEqual([0, 0, 1]);
});

test("filters narrow both the counts and the lists", async () => {
  const db = threeMunicipalities();
  const totals = async (address: string) => {
    const { rows } = await loadMatrix(db, await scopeOf(db, filterOf(address)), themes);
    return rows.map(({ total }) => total);
  };
  expect(await totals("workshop=two")).toEqual([0, 0, 1]);
  expect(await totals("status=trial")).toEqual([0, 0, 1]);
  expect(await totals("themes=ledelse")).toEqual([0, 1, 1]);
  expect(await totals("actorType=school")).toEqual([0, 0, 1]);
  const list = await listCell(db, await scopeOf(db, filterOf("workshop=one")), {
    rows: "themes",
    cell: { rowId: "onboarding", organisationId: null },
  });
  expect(list.map(({ title }) => title)).toEqual(["Buddy", "Åben dør"]);
});

test("actor types count each initiative once per type, through merges and without unknown actors", async () => {
  const db = threeMunicipalities();
  await mergeActors(db, { id: "m", fromActorId: "sosu-skolen", intoActorId: "sosu", mergedBy: "x", now: NOW });
  const rowIds = matrixRowIds("actorTypes");
  const matrix = await loadMatrix(db, await scopeOf(db), { rows: "actorTypes", rowIds });
  const totals = Object.fromEntries(matrix.rows.map(({ id, total }) => [id, total]));
  expect(totals).toMatchObject({ union: 1, school: 2, other: 0 });
  expect(matrix.untagged?.counts).toEqual([2, 0, 0]);
});

test("statuses leave nothing untagged", async () => {
  const db = threeMunicipalities();
  const rowIds = matrixRowIds("statuses");
  const matrix = await loadMatrix(db, await scopeOf(db), { rows: "statuses", rowIds });
  expect(matrix.rows.reduce((sum, { total }) => sum + total, 0)).toBe(4);
  expect(matrix.untagged).toBeNull();
});

test("ties say which kommune names which actor in how many initiatives", async () => {
  const db = threeMunicipalities();
  expect(await listActorTies(db, await scopeOf(db))).toEqual([
    { organisationId: "0530", actorId: "sosu", initiatives: 1 },
    { organisationId: "0573", actorId: "foa", initiatives: 1 },
    { organisationId: "0573", actorId: "sosu-skolen", initiatives: 1 },
  ]);
});

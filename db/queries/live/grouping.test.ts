import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { addTable } from "#db/queries/workshop-tables.ts";
import { agendaItem, note, workshopRun } from "#db/schema/live.ts";
import { aWorkshopOf, NOW } from "../../../tests/factories.ts";
import {
  createCluster,
  dissolveCluster,
  type Grouped,
  type Grouper,
  mergeClusters,
  placeNotes,
  renameCluster,
  restoreCluster,
  textsToGroup,
} from "./grouping.ts";
import { clustersIn, notesIn } from "./note-sections.ts";

const AT_ONE: Grouper = { workshopId: "w", tableId: "t1", isFacilitator: false };
const AT_TWO: Grouper = { ...AT_ONE, tableId: "t2" };
const FACILITATOR: Grouper = { workshopId: "w", tableId: null, isFacilitator: true };

/** Grouping runs over four shown notes, two of each table; `hidden` has not been shown. */
async function aGrouping({ byTable = false } = {}): Promise<Database> {
  const db = aWorkshopOf("holbaek");
  for (const id of ["t1", "t2"]) await addTable(db, { id, workshopId: "w", name: "", addedBy: "f", now: NOW });
  const plan = { workshopId: "w", minutes: 10, startedAt: NOW, byTable };
  db.insert(agendaItem)
    .values([
      { id: "writing", position: 0, title: "Skriv", kind: "silent-writing", ...plan },
      { id: "grouping", position: 1, title: "Saml", kind: "grouping", ...plan },
    ])
    .run();
  db.insert(workshopRun).values({ workshopId: "w", joinCode: "AAAACCCC", openedAt: NOW, itemId: "grouping" }).run();
  const row = { workshopId: "w", itemId: "writing", sortOrder: "a" };
  for (const [id, tableId] of [
    ["n1", "t1"],
    ["n2", "t1"],
    ["n3", "t2"],
    ["n4", "t2"],
  ] as const) {
    db.insert(note)
      .values({ ...row, id, tableId, text: id, revealedAt: NOW })
      .run();
  }
  db.insert(note)
    .values({ ...row, id: "hidden", tableId: "t1", text: "hidden" })
    .run();
  return db;
}

/** Titles of the clusters with the notes in each. */
function groupsIn(db: Database): Record<string, string[]> {
  const notes = Object.entries(notesIn(db, "w"));
  return Object.fromEntries(
    Object.entries(clustersIn(db, "w")).map(([id, { title }]) => [
      title,
      notes.flatMap(([noteId, { clusterId }]) => (clusterId === id ? [noteId] : [])).sort(),
    ]),
  );
}
const refusal = (grouped: Grouped) => (grouped.done ? null : grouped.refused);
const create = (db: Database, group: readonly [string, readonly string[]], by = AT_ONE) =>
  createCluster(db, by, { id: group[0], title: group[0], noteIds: group[1] });

test("of two who move the same note the last one's place holds, and it is in one group only", async () => {
  const db = await aGrouping();
  await create(db, ["A", ["n1", "n2"]]);
  await create(db, ["B", ["n3"]]);
  await Promise.all([
    placeNotes(db, AT_ONE, { noteIds: ["n4"], to: "A" }),
    placeNotes(db, AT_TWO, { noteIds: ["n4"], to: "B" }),
  ]);
  expect(groupsIn(db)).toEqual({ A: ["n1", "n2"], B: ["n3", "n4"] });
  expect(Object.keys(notesIn(db, "w")).sort()).toEqual(["n1", "n2", "n3", "n4"]);
});

test("groups are renamed, merged, taken apart and brought back with their notes", async () => {
  const db = await aGrouping();
  await create(db, ["A", ["n1", "n2"]]);
  await create(db, ["B", ["n3"]]);
  await renameCluster(db, AT_ONE, { id: "A", title: " Vikarer " });
  await mergeClusters(db, AT_ONE, { id: "B", into: "A", at: NOW });
  expect(groupsIn(db)).toEqual({ Vikarer: ["n1", "n2", "n3"] });
  await restoreCluster(db, AT_ONE, { id: "B", noteIds: ["n3"], from: "A" });
  expect(groupsIn(db)).toEqual({ Vikarer: ["n1", "n2"], B: ["n3"] });
  await dissolveCluster(db, AT_ONE, { id: "A", at: NOW, onlyEmpty: false });
  expect(groupsIn(db)).toEqual({ B: ["n3"] });
  await create(db, ["C", ["n3"]]);
  expect(groupsIn(db)).toEqual({ B: [], C: ["n3"] });
});

test("what is undone is one's own last change; when somebody has changed the same since, it is refused and nothing changes", async () => {
  const db = await aGrouping();
  await create(db, ["A", ["n1"]]);
  await create(db, ["B", ["n2"]]);
  await placeNotes(db, AT_ONE, { noteIds: ["n3"], to: "A" });
  await placeNotes(db, AT_TWO, { noteIds: ["n3"], to: "B" });
  expect(refusal(await placeNotes(db, AT_ONE, { noteIds: ["n3"], to: null, from: "A" }))).toBe("changed");
  expect(refusal(await renameCluster(db, AT_ONE, { id: "A", title: "X", from: "not its name" }))).toBe("changed");
  expect(refusal(await dissolveCluster(db, AT_ONE, { id: "A", at: NOW, onlyEmpty: true }))).toBe("changed");
  expect(groupsIn(db)).toEqual({ A: ["n1"], B: ["n2", "n3"] });
});

test("a table moves nothing of another table's; a facilitator moves everything", async () => {
  const db = await aGrouping({ byTable: true });
  await create(db, ["A", ["n1"]], AT_ONE);
  await create(db, ["B", ["n3"]], AT_TWO);
  const attempts = [
    await placeNotes(db, AT_ONE, { noteIds: ["n4"], to: null }),
    await placeNotes(db, AT_ONE, { noteIds: ["n2"], to: "B" }),
    await renameCluster(db, AT_ONE, { id: "B", title: "Mine" }),
    await mergeClusters(db, AT_ONE, { id: "B", into: "A", at: NOW }),
    await dissolveCluster(db, AT_ONE, { id: "B", at: NOW, onlyEmpty: false }),
    await createCluster(db, { ...AT_ONE, tableId: null }, { id: "C", title: "C", noteIds: ["n2"] }),
  ];
  expect(attempts.map(refusal)).toEqual(Array(6).fill("not-yours"));
  expect(groupsIn(db)).toEqual({ A: ["n1"], B: ["n3"] });
  await mergeClusters(db, FACILITATOR, { id: "B", into: "A", at: NOW });
  expect(groupsIn(db)).toEqual({ A: ["n1", "n3"] });
});

test("nothing is grouped that has not been shown, nor outside of grouping, but by a facilitator", async () => {
  const db = await aGrouping();
  expect(refusal(await create(db, ["A", ["hidden"]]))).toBe("no-such");
  expect(refusal(await create(db, ["", ["n1"]]))).toBe("title");
  db.update(workshopRun).set({ itemId: "writing" }).run();
  expect(refusal(await create(db, ["A", ["n1"]]))).toBe("not-now");
  expect(refusal(await create(db, ["A", ["n1"]], FACILITATOR))).toBe(null);
  db.update(workshopRun).set({ closedAt: NOW }).where(eq(workshopRun.workshopId, "w")).run();
  expect(refusal(await placeNotes(db, FACILITATOR, { noteIds: ["n1"], to: null }))).toBe("not-now");
  expect(groupsIn(db)).toEqual({ A: ["n1"] });
});

test("what is shown may be looked through for what is alike, by those who group and while they do", async () => {
  const db = await aGrouping();
  const shown = ["n1", "n2", "n3", "n4"].map((id) => ({ id, text: id, part: null }));
  expect(await textsToGroup(db, AT_ONE)).toEqual(shown);
  db.update(workshopRun).set({ itemId: "writing" }).run();
  expect(await textsToGroup(db, AT_ONE)).toEqual([]);
  expect(await textsToGroup(db, FACILITATOR)).toEqual(shown);
});

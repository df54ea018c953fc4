import { expect, test } from "vitest";
import { assignTable, tablesOfFindings } from "#db/queries/workshop-tables.ts";
import { addFinding, addInitiative, NOW } from "../../../tests/factories.ts";
import { addParticipant, aLiveWorkshop } from "../../../tests/live-world.ts";
import { dealFindings } from "./dealing.ts";

const by = { workshopId: "w", personId: "facilitator", at: NOW };

/** Five pairs of Holbæk and Varde, the strongest first; Anna of Holbæk sits at table 1 and nobody at table 2. */
function aWorkshopWithFindings() {
  const db = aLiveWorkshop([]);
  addParticipant(db, { id: "anna", tableId: "t1" });
  for (const number of [1, 2, 3, 4, 5]) {
    for (const boardId of ["holbaek", "varde"]) addInitiative(db, { boardId, id: `i${number}` });
    addFinding(db, {
      id: `f${number}`,
      a: ["holbaek", `i${number}`],
      b: ["varde", `i${number}`],
      score: 10 - number,
    });
  }
  return db;
}

test("a table where people sit gets its three strongest, and once", async () => {
  const db = aWorkshopWithFindings();
  await dealFindings(db, by);
  const dealt = new Map([
    ["f1", "t1"],
    ["f2", "t1"],
    ["f3", "t1"],
  ]);
  expect(await tablesOfFindings(db, "w")).toEqual(dealt);
  await dealFindings(db, by);
  expect(await tablesOfFindings(db, "w")).toEqual(dealt);
});

test("what a facilitator has given a table stays there and counts", async () => {
  const db = aWorkshopWithFindings();
  await assignTable(db, { findingId: "f1", workshopId: "w", tableId: "t2", personId: "facilitator", now: NOW });
  await assignTable(db, { findingId: "f5", workshopId: "w", tableId: "t1", personId: "facilitator", now: NOW });
  await dealFindings(db, by);
  const tables = await tablesOfFindings(db, "w");
  expect(Object.fromEntries(tables)).toEqual({ f1: "t2", f5: "t1", f2: "t1", f3: "t1" });
});

test("what a kommune keeps to itself is given to nobody", async () => {
  const db = aWorkshopWithFindings();
  db.$client.exec("update board set visibility = 'own' where id = 'varde'");
  await dealFindings(db, by);
  expect((await tablesOfFindings(db, "w")).size).toBe(0);
});

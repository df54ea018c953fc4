import { expect, test } from "vitest";
import { addTableForEach, listTables } from "#db/queries/workshop-tables.ts";
import { aWorkshopOf, NOW } from "../../tests/factories.ts";

test("a table for each kommune of the workshop, with its name, and only where there is none yet", async () => {
  const db = aWorkshopOf("varde", "holbaek");
  let next = 0;
  const each = { workshopId: "w", personId: "facilitator", now: NOW, newId: () => `t${next++}` };
  await addTableForEach(db, each);
  await addTableForEach(db, each);
  const tables = (await listTables(db, "w")).map(({ number, name }) => ({ number, name }));
  expect(tables).toEqual([
    { number: 1, name: "Holbæk" },
    { number: 2, name: "Varde" },
  ]);
});

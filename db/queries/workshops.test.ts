import { beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { loadPerson } from "#db/queries/people.ts";
import { addPerson, NOW } from "../../tests/factories.ts";
import { findWorkshop, openWorkshop } from "./workshops.ts";

let db: Database;
beforeEach(() => {
  db = openDatabase(":memory:");
  addPerson(db, { id: "facilitator" });
});

test("a workshop comes with its times and somebody who holds it, or not at all", async () => {
  const workshop = { id: "w", title: "Rekruttering", organiser: "KL", startsAt: 5, endsAt: 9 };
  const held = { workshop, personId: "facilitator", assignmentId: "role", now: NOW };
  await openWorkshop(db, held);
  expect(await findWorkshop(db, "w")).toMatchObject({ ...workshop, phase: "map" });
  expect((await loadPerson(db, "facilitator"))?.roles).toMatchObject([{ role: "facilitator", workshopId: "w" }]);
  expect((await listAudit(db)).map(({ action }) => action)).toEqual(["workshop-added"]);
  const failing = openWorkshop(db, {
    ...held,
    workshop: { ...workshop, id: "other" },
    personId: "nobody",
    assignmentId: "r2",
  });
  await expect(failing).rejects.toThrow(/FOREIGN KEY/);
  expect(await findWorkshop(db, "other")).toBeNull();
});

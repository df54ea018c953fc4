import { beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { listBoards } from "#db/queries/boards.ts";
import { deleteBoard } from "#db/queries/deleted-boards.ts";
import { loadPerson } from "#db/queries/people.ts";
import { organisation } from "#db/schema/organisation.ts";
import { addBoard, addMunicipality, addPerson, addWorkshop, NOW } from "../../tests/factories.ts";
import { addParticipant, findWorkshop, openWorkshop, workshopSubject } from "./workshops.ts";

let db: Database;
beforeEach(() => {
  db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addMunicipality(db, { id: "0573", name: "Varde" });
  addPerson(db, { id: "facilitator" });
});

const participants = async () => (await workshopSubject(db, "w"))?.organisationIds;
const boards = async () => (await listBoards(db)).map(({ id }) => id);
const add = (boardId: string, organisationId = "0316") =>
  addParticipant(db, { workshopId: "w", organisationId, boardId, addedBy: "facilitator", now: NOW });

test("a kommune that comes in gets one board, however often it is added", async () => {
  addWorkshop(db, { id: "w", organisationIds: [] });
  expect(await Promise.all([add("first"), add("second")])).toEqual([{ added: true }, { added: false }]);
  expect(await participants()).toEqual(["0316"]);
  expect(await boards()).toEqual(["first"]);
  expect((await listAudit(db)).map(({ action, detail }) => [action, detail])).toEqual([
    ["workshop-organisation-added", { organisation: "0316" }],
  ]);
});

test("a kommune whose board could not be made does not take part either", async () => {
  addWorkshop(db, { id: "w", organisationIds: ["0573"] });
  addBoard(db, { id: "taken", workshopId: "w", organisationId: "0573" });
  await expect(add("taken")).rejects.toThrow(/UNIQUE/);
  expect(await participants()).toEqual(["0573"]);
  expect(await listAudit(db)).toEqual([]);
  expect(await add("free")).toEqual({ added: true });
});

test("only a kommune gets a board, and one that has one already keeps it", async () => {
  addWorkshop(db, { id: "w", organisationIds: [] });
  db.insert(organisation).values({ id: "foa", kind: "union", name: "FOA", fullName: "FOA", createdAt: NOW }).run();
  await add("none", "foa");
  addBoard(db, { id: "earlier", workshopId: "w", organisationId: "0316" });
  await add("second");
  expect(await boards()).toEqual(["earlier"]);
  await deleteBoard(db, { boardId: "earlier", now: NOW });
  await add("third", "0573");
  expect(await boards()).toEqual(["third"]);
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

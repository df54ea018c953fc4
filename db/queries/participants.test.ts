import { beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { listBoards, readableBoards } from "#db/queries/boards.ts";
import { deleteBoard } from "#db/queries/deleted-boards.ts";
import { createInvitation, findInvitation } from "#db/queries/invitations.ts";
import { loadPerson } from "#db/queries/people.ts";
import { organisation } from "#db/schema/organisation.ts";
import { addBoard, addMunicipality, addPerson, addWorkshop, NOW } from "../../tests/factories.ts";
import { addParticipant, removeParticipant } from "./participants.ts";
import { workshopSubject } from "./workshops.ts";

let db: Database;
beforeEach(() => {
  db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addMunicipality(db, { id: "0573", name: "Varde" });
  addPerson(db, { id: "facilitator", roles: [] });
  addPerson(db, { id: "holbaek", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "varde", roles: [{ role: "editor", organisationId: "0573" }] });
});

const participants = async () => (await workshopSubject(db, "w"))?.organisationIds;
const boards = async () => (await listBoards(db)).map(({ id }) => id);
const add = (boardId: string, organisationId = "0316") =>
  addParticipant(db, { workshopId: "w", organisationId, boardId, addedBy: "facilitator", now: NOW });
const remove = () =>
  removeParticipant(db, { workshopId: "w", organisationId: "0316", removedBy: "facilitator", now: NOW });
const readBy = async (personId: string) => {
  const person = await loadPerson(db, personId);
  return person === null ? [] : (await readableBoards(db, person)).map(({ id, access }) => [id, access]);
};

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

test("a kommune taken out keeps its board to itself, and finds everything as it was when it comes in again", async () => {
  addWorkshop(db, { id: "w", organisationIds: ["0316", "0573"] });
  addBoard(db, { id: "holbaek", workshopId: "w", organisationId: "0316", visibility: "all" });
  addBoard(db, { id: "varde", workshopId: "w", organisationId: "0573" });
  expect(await readBy("varde")).toEqual([
    ["holbaek", "read"],
    ["varde", "write"],
  ]);
  expect(await remove()).toEqual({ removed: true });
  expect(await remove()).toEqual({ removed: false });
  expect(await readBy("holbaek")).toEqual([["holbaek", "write"]]);
  expect(await readBy("varde")).toEqual([["varde", "write"]]);
  expect((await listBoards(db))[0]).toMatchObject({ id: "holbaek", visibility: "own", takesPart: false });
  await add("another");
  expect(await readBy("varde")).toHaveLength(2);
  expect((await listBoards(db))[0]).toMatchObject({ id: "holbaek", visibility: "all", takesPart: true });
  expect((await listAudit(db)).map(({ action }) => action)).toEqual([
    "workshop-organisation-removed",
    "workshop-organisation-added",
  ]);
});

test("an invitation to the workshop goes with the kommune that was invited", async () => {
  addWorkshop(db, { id: "w", organisationIds: ["0316"] });
  const invited = { id: "i", tokenHash: "hash", role: "kommune-admin", organisationId: "0316", note: null } as const;
  await createInvitation(db, { ...invited, workshopId: "w", invitedBy: "facilitator", now: NOW });
  await remove();
  expect((await findInvitation(db, "hash"))?.revokedAt).toBe(NOW);
});

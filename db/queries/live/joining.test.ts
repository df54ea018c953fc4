import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { listPeople, loadPerson } from "#db/queries/people.ts";
import { addTable } from "#db/queries/workshop-tables.ts";
import { workshopRun } from "#db/schema/live.ts";
import { addPerson, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { findDoor, type Joining, joinWorkshop, offerTransfer, takeTransfer } from "./joining.ts";
import { listParticipants, moveTable, participantOf, renameGuest, setHost } from "./participants.ts";

const CODE = "AAAACCCC";

/** Holbæk and Varde in the workshop `w`, which is open under the code, with one table. */
async function anOpenWorkshop(): Promise<Database> {
  const db = aWorkshopOf("holbaek", "varde");
  db.insert(workshopRun).values({ workshopId: "w", joinCode: CODE, openedAt: NOW }).run();
  await addTable(db, { id: "t1", workshopId: "w", name: "", addedBy: "facilitator", now: NOW });
  return db;
}

const joining = (over: Partial<Joining> = {}): Joining => ({
  code: CODE,
  personId: "mette",
  name: "Mette",
  organisationId: "0316",
  role: "employee",
  tableId: "t1",
  needsRole: true,
  participantId: "p-mette",
  assignmentId: "a-mette",
  now: NOW,
  ...over,
});

test("a guest takes a place with a role for the workshop alone, and is in no list of people", async () => {
  const db = await anOpenWorkshop();
  expect(await joinWorkshop(db, joining())).toEqual({ joined: true, workshopId: "w" });
  expect(participantOf(db, "w", "mette")).toMatchObject({ name: "Mette", tableId: "t1", isGuest: true });
  expect(await loadPerson(db, "mette")).toMatchObject({
    isGuest: true,
    email: "mette@guest.invalid",
    roles: [{ role: "guest", workshopId: "w", organisationId: "0316" }],
  });
  expect(await listPeople(db)).toEqual([]);
});

test("joining again changes what was said, and makes nobody twice", async () => {
  const db = await anOpenWorkshop();
  await joinWorkshop(db, joining());
  const again = { organisationId: "0573", name: "Mette K", tableId: null, participantId: "other", assignmentId: "b" };
  await joinWorkshop(db, joining(again));
  expect(await listParticipants(db, "w")).toMatchObject([
    { id: "p-mette", name: "Mette K", organisationId: "0573", tableId: null },
  ]);
  expect((await loadPerson(db, "mette"))?.roles).toMatchObject([{ organisationId: "0573" }]);
});

test("an account joins under its own name and keeps its roles", async () => {
  const db = await anOpenWorkshop();
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  await joinWorkshop(db, joining({ personId: "hr", name: "Somebody else", needsRole: false }));
  expect(participantOf(db, "w", "hr")).toMatchObject({ name: "hr", isGuest: false });
  expect((await loadPerson(db, "hr"))?.roles).toHaveLength(1);
  await renameGuest(db, { personId: "hr", name: "Another", now: NOW });
  expect(participantOf(db, "w", "hr")).toMatchObject({ name: "hr" });
});

test("a wrong code, a closed workshop, a kommune or a table of another one: nobody is made", async () => {
  const db = await anOpenWorkshop();
  const refused = async (over: Partial<Joining>) => {
    const result = await joinWorkshop(db, joining(over));
    return result.joined ? null : result.refused;
  };
  expect(await refused({ code: "CCCCAAAA" })).toBe("unknown-code");
  expect(await refused({ organisationId: "0580" })).toBe("not-in-workshop");
  expect(await refused({ tableId: "t9" })).toBe("not-in-workshop");
  db.update(workshopRun).set({ closedAt: NOW }).run();
  expect(await refused({})).toBe("closed");
  expect(await findDoor(db, CODE)).toMatchObject({ isClosed: true });
  expect(await loadPerson(db, "mette")).toBeNull();
});

test("the host of a table is host of that one alone: elsewhere they would vote for that table's seats, too", async () => {
  const db = await anOpenWorkshop();
  await addTable(db, { id: "t2", workshopId: "w", name: "", addedBy: "facilitator", now: NOW });
  await joinWorkshop(db, joining());
  const isHost = () => participantOf(db, "w", "mette")?.isHost;
  const name = () => setHost(db, { workshopId: "w", participantId: "p-mette", isHost: true });
  await name();
  await moveTable(db, { participantId: "p-mette", tableId: "t1" });
  await joinWorkshop(db, joining({ name: "Mette K" }));
  expect(isHost()).toBe(true);
  await moveTable(db, { participantId: "p-mette", tableId: "t2" });
  expect(isHost()).toBe(false);
  await name();
  await joinWorkshop(db, joining());
  expect(isHost()).toBe(false);
});

test("nobody moves to a table of another workshop", async () => {
  const db = await anOpenWorkshop();
  await joinWorkshop(db, joining());
  expect(await moveTable(db, { participantId: "p-mette", tableId: "t9" })).toEqual({ moved: false });
  expect(await moveTable(db, { participantId: "p-mette", tableId: null })).toEqual({ moved: true });
  expect(participantOf(db, "w", "mette")).toMatchObject({ tableId: null });
});

test("a place is taken along once, by the newest code, within ten minutes", async () => {
  const db = await anOpenWorkshop();
  await joinWorkshop(db, joining());
  const offer = (codeHash: string) => offerTransfer(db, { codeHash, participantId: "p-mette", now: NOW });
  await offer("first");
  expect(await offer("second")).toEqual({ offered: true });
  expect(await takeTransfer(db, { codeHash: "first", now: NOW + 1 })).toBeNull();
  expect(await takeTransfer(db, { codeHash: "second", now: NOW + 10 * 60_000 + 1 })).toBeNull();
  expect(await takeTransfer(db, { codeHash: "second", now: NOW + 60_000 })).toEqual({
    personId: "mette",
    workshopId: "w",
  });
  expect(await takeTransfer(db, { codeHash: "second", now: NOW + 60_001 })).toBeNull();
});

test("no code is made that would sign somebody in to an account", async () => {
  const db = await anOpenWorkshop();
  addPerson(db, { id: "hr", roles: [{ role: "kommune-admin", organisationId: "0316" }] });
  await joinWorkshop(db, joining({ personId: "hr", participantId: "p-hr", needsRole: false }));
  expect(await offerTransfer(db, { codeHash: "c", participantId: "p-hr", now: NOW })).toEqual({ offered: false });
  expect(await takeTransfer(db, { codeHash: "c", now: NOW })).toBeNull();
});

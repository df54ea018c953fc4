import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { commitment, note, workshopRun } from "#db/schema/live.ts";
import { addInitiative, addPerson, NOW } from "../../../tests/factories.ts";
import { acting, addGuest, addLiveWorkshop, aLiveWorkshopOf } from "../../../tests/live-guests.ts";
import { commitmentsSection, listCommitments, type SavedCommitment, saveCommitment, sayStatus } from "./commitments.ts";
import { entriesSection } from "./entries.ts";

const AGREED: SavedCommitment = {
  id: "c1",
  workshopId: "w",
  what: "Et fælles mentorkursus",
  ownerId: "0316",
  partners: ["Varde"],
  firstStep: "Ring til SOSU H",
  due: "2026-12-01",
  originId: null,
  decision: "Holbæk: Et fælles mentorkursus",
  today: "2026-11-22",
  now: NOW,
};

function world(): Database {
  const db = aLiveWorkshopOf("holbaek", "varde");
  addGuest(db, { id: "ida", organisationId: "0316" });
  addGuest(db, { id: "ole", organisationId: "0573" });
  return db;
}
const save = async (db: Database, who: string, over: Partial<SavedCommitment> = {}) =>
  saveCommitment(db, await acting(db, who, over.workshopId), { ...AGREED, ...over });
const say = async (db: Database, who: string, over: Partial<Parameters<typeof sayStatus>[2]> = {}) =>
  sayStatus(db, await acting(db, who, "next"), {
    workshopId: "next",
    commitmentId: "c1",
    status: "under-way",
    remark: "",
    now: NOW + 10,
    ...over,
  });
const withNext = async () => {
  const db = world();
  await save(db, "ida");
  addLiveWorkshop(db, { id: "next", kommuner: ["holbaek"], joinCode: "NEXTNEXT" });
  addGuest(db, { id: "per", workshopId: "next", organisationId: "0316" });
  return db;
};

test("an agreement is saved with its line among the decisions; sent twice it is one", async () => {
  const db = world();
  expect(await save(db, "ida")).toEqual({ saved: true });
  expect(await save(db, "ida", { firstStep: "Skriv til SOSU H" })).toEqual({ saved: true });
  expect(
    listCommitments(db, "w").map(({ ownerId, firstStep, due, status }) => [ownerId, firstStep, due, status]),
  ).toEqual([["0316", "Skriv til SOSU H", "2026-12-01", "new"]]);
  expect(entriesSection(db, "w")).toEqual({ c1: { kind: "decision", text: AGREED.decision, at: NOW } });
});

test("it is refused without a kommune, a first step and a day, and nothing is written", async () => {
  const db = world();
  const refused = { refused: "incomplete", problems: { ownerId: "missing", firstStep: "missing", due: "missing" } };
  expect(await save(db, "ida", { ownerId: "", firstStep: "", due: "" })).toEqual(refused);
  expect([listCommitments(db, "w"), entriesSection(db, "w")]).toEqual([[], {}]);
});

test("nobody promises for another kommune, except the facilitator who writes for the room", async () => {
  const db = world();
  addGuest(db, { id: "eva", organisationId: null });
  expect(await save(db, "ole")).toEqual({ refused: "forbidden" });
  expect(await save(db, "eva")).toEqual({ refused: "forbidden" });
  expect(await save(db, "facilitator")).toEqual({ saved: true });
  expect(await save(db, "ole", { ownerId: "0573" })).toEqual({ refused: "forbidden" });
  expect(listCommitments(db, "w").map(({ ownerId }) => ownerId)).toEqual(["0316"]);
});

test("who works in the kommune speaks for it without having joined", async () => {
  const db = world();
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  expect(await save(db, "hr")).toEqual({ saved: true });
});

test("where it came from is kept, unless that has not been shown to anybody", async () => {
  const db = world();
  const values = { workshopId: "w", itemId: "w-item", text: "Mentorer" };
  db.insert(note)
    .values([
      { id: "shown", ...values, revealedAt: NOW },
      { id: "hidden", ...values },
    ])
    .run();
  await save(db, "ida", { originId: "shown" });
  await save(db, "ida", { id: "c2", originId: "hidden" });
  await save(db, "ida", { id: "c3", originId: "nothing" });
  addInitiative(db, { boardId: "holbaek", id: "idea" });
  await save(db, "ida", { id: "c4", originId: "holbaek/idea" });
  await save(db, "ida", { id: "c5", originId: "holbaek/none" });
  const origins = db.select({ id: commitment.id, originId: commitment.originId }).from(commitment).all();
  expect(Object.fromEntries(origins.map(({ id, originId }) => [id, originId]))).toEqual({
    c1: "shown",
    c2: null,
    c3: null,
    c4: "holbaek/idea",
    c5: null,
  });
});

test("nothing is promised once the workshop is closed", async () => {
  const db = world();
  db.update(workshopRun).set({ closedAt: NOW }).run();
  expect(await save(db, "ida")).toEqual({ refused: "closed" });
});

test("the next workshop asks for the open agreements of the kommuner that take part in it; no news is none", async () => {
  const db = await withNext();
  await save(db, "ole", { id: "varde", ownerId: "0573" });
  expect(Object.keys(commitmentsSection(db, "next"))).toEqual(["c1"]);
  expect(commitmentsSection(db, "next")["c1"]).toMatchObject({ isFromEarlier: true, update: null, ownerId: "0316" });
  expect(commitmentsSection(db, "w")["c1"]).toMatchObject({ isFromEarlier: false, update: null });
});

test("a kommune says how it goes with its own, and may take it back", async () => {
  const db = await withNext();
  expect(await say(db, "per", { status: "kept", remark: "Kørt to gange" })).toEqual({ saved: true });
  expect(commitmentsSection(db, "next")["c1"]).toMatchObject({
    status: "kept",
    update: { status: "kept", remark: "Kørt to gange" },
  });
  expect(await say(db, "per", { status: null })).toEqual({ saved: true });
  expect(commitmentsSection(db, "next")["c1"]).toMatchObject({ status: "new", update: null });
});

test("nobody says it for another kommune, nor of what this workshop does not ask for", async () => {
  const db = await withNext();
  addGuest(db, { id: "eva", workshopId: "next", organisationId: "0573" });
  await save(db, "ole", { id: "varde", ownerId: "0573" });
  expect(await say(db, "eva")).toEqual({ refused: "forbidden" });
  expect(await say(db, "per", { commitmentId: "varde" })).toEqual({ refused: "forbidden" });
  expect(commitmentsSection(db, "next")["c1"]?.update).toBe(null);
});

test("what is kept is not asked for a third time", async () => {
  const db = await withNext();
  await say(db, "per", { status: "kept" });
  addLiveWorkshop(db, { id: "third", kommuner: ["holbaek"], joinCode: "THIRDTHI" });
  expect(commitmentsSection(db, "third")).toEqual({});
});

import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { agendaItem, note, participant, workshopRun } from "#db/schema/live.ts";
import { type AgendaItem, NOTE_LIMIT } from "#domain/live/agenda.ts";
import { addPerson, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { listAudit } from "../audit.ts";
import { countsIn, notesIn } from "./note-sections.ts";
import { hiddenNotes, ownNotes, removeNote, type WrittenNote, writeNote } from "./notes.ts";
import { hideNote, revealNotes } from "./reveal.ts";

const author = (id: string) => ({ id, workshopId: "w", organisationId: "0316", tableId: null });
const METTE = author("p-mette");
const JONAS = author("p-jonas");

function anItem(over: Partial<AgendaItem> = {}): Database {
  const db = aWorkshopOf("holbaek");
  const plan = { workshopId: "w", title: "Skriv", minutes: 10, startedAt: NOW };
  db.insert(agendaItem)
    .values([
      { id: "writing", position: 0, kind: "silent-writing", ...plan, ...over, lanes: [...(over.lanes ?? [])] } as never,
      { id: "talk", position: 1, kind: "welcome", ...plan },
    ])
    .run();
  db.insert(workshopRun).values({ workshopId: "w", joinCode: "AAAACCCC", openedAt: NOW, itemId: "writing" }).run();
  for (const { id } of [METTE, JONAS]) {
    const personId = addPerson(db, { id: id.replace("p-", "") });
    db.insert(participant)
      .values({ id, workshopId: "w", personId, organisationId: "0316", role: "leader", joinedAt: NOW })
      .run();
  }
  return db;
}

const write = (db: Database, written: Partial<WrittenNote> = {}, by = METTE) =>
  writeNote(db, {
    author: by,
    written: {
      id: "n1",
      itemId: "writing",
      laneId: null,
      text: "Fælles vikarpulje",
      secretHash: "hash-of-mette",
      ...written,
    },
    at: NOW + 1,
    random: Math.random,
  });
const reveal = (db: Database, over: { laneId?: string | null } = {}) =>
  db.transaction((tx) =>
    revealNotes(tx, { itemId: "writing", laneId: null, at: NOW + 2, random: Math.random, ...over }),
  );
const texts = (db: Database) => Object.values(notesIn(db, "w")).map(({ text }) => text);

test("a note that is sent twice is one; before its reveal everybody sees that it is there, and nobody what it says", async () => {
  const db = anItem();
  expect(await write(db)).toEqual({ kept: true });
  expect(await write(db)).toEqual({ kept: true });
  expect(countsIn(db, "w")).toMatchObject({ writing: { hidden: 1, shown: 0 } });
  expect(texts(db)).toEqual([]);
  expect(reveal(db)).toBe(1);
  expect(texts(db)).toEqual(["Fælles vikarpulje"]);
});

test.each([
  ["named", { participantId: "p-mette", organisationId: "0316", secretHash: null }],
  ["municipality", { participantId: null, organisationId: "0316", secretHash: "hash-of-mette" }],
  ["anonymous", { participantId: null, organisationId: null, secretHash: "hash-of-mette" }],
] as const)("a note in mode %s is stored with no more of its author than that", async (anonymity, expected) => {
  const db = anItem({ anonymity });
  await write(db);
  expect(db.select().from(note).get()).toMatchObject(expected);
  if (anonymity === "named") return;
  const everything = db.$client
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not in ('participant', 'person') and name not like '%_fts%'",
    )
    .pluck()
    .all()
    .map((name) => JSON.stringify(db.$client.prepare(`select * from "${name}"`).all()));
  expect(everything.filter((rows) => rows.includes("p-mette"))).toEqual([]);
});

test("a row of a note says no moment, and shown at once it says when the item began", async () => {
  const db = anItem({ anonymity: "anonymous", reveal: "at-once" });
  await write(db);
  expect(db.select().from(note).get()).toMatchObject({ revealedAt: NOW, hiddenAt: null, binnedAt: null });
  expect(texts(db)).toEqual(["Fælles vikarpulje"]);
});

test("only its author changes a note or takes it back, and nobody once it is shown", async () => {
  const db = anItem({ anonymity: "anonymous" });
  await write(db);
  expect(await write(db, { text: "Min egen", secretHash: "another" }, JONAS)).toMatchObject({ refused: "not-yours" });
  expect(await removeNote(db, { author: JONAS, noteId: "n1", secretHash: "another", at: NOW })).toMatchObject({
    refused: "not-yours",
  });
  expect(await write(db, { text: "Fælles vikarpulje på Vestegnen" })).toEqual({ kept: true });
  reveal(db);
  expect(await write(db, { text: "Noget andet" })).toMatchObject({ refused: "shown" });
  expect(await removeNote(db, { author: METTE, noteId: "n1", secretHash: "hash-of-mette", at: NOW })).toMatchObject({
    refused: "shown",
  });
  expect(texts(db)).toEqual(["Fælles vikarpulje på Vestegnen"]);
});

test("a note that was taken back stays away, whichever message comes last, and its words are gone", async () => {
  const db = anItem();
  await write(db);
  expect(await removeNote(db, { author: METTE, noteId: "n1", secretHash: "", at: NOW })).toEqual({ kept: true });
  await write(db);
  reveal(db);
  expect(texts(db)).toEqual([]);
  expect(db.select().from(note).get()?.text).toBe("");
  expect(await ownNotes(db, METTE)).toEqual([]);
});

test("too long, empty, to an item that takes none, to a lane that is none: refused, and nothing is kept", async () => {
  const db = anItem({ lanes: [{ id: "lane", title: "Barrierer" }] });
  const refusals = [
    await write(db, { text: "x".repeat(10_000), laneId: "lane" }),
    await write(db, { text: "  ", laneId: "lane" }),
    await write(db, { itemId: "talk" }),
    await write(db, { itemId: "of another workshop" }),
    await write(db, { laneId: "no-lane" }),
  ].map((result) => (result.kept ? null : result.refused));
  expect(refusals).toEqual(["too-long", "empty", "no-such-item", "no-such-item", "no-such-lane"]);
  expect(await write(db, { text: "x".repeat(NOTE_LIMIT), laneId: "lane" })).toEqual({ kept: true });
  expect(countsIn(db, "w")).toMatchObject({ writing: { hidden: 1, byLane: { lane: 1 } } });
});

test("one lane is revealed alone; a late note waits for the next reveal", async () => {
  const db = anItem({
    lanes: [
      { id: "a", title: "A" },
      { id: "b", title: "B" },
    ],
  });
  await write(db, { id: "n1", laneId: "a", text: "A1" });
  await write(db, { id: "n2", laneId: "b", text: "B1" });
  reveal(db, { laneId: "a" });
  expect(texts(db)).toEqual(["A1"]);
  await write(db, { id: "n3", laneId: "a", text: "A2" });
  expect(texts(db)).toEqual(["A1"]);
  reveal(db);
  expect(texts(db).sort()).toEqual(["A1", "A2", "B1"]);
});

test("a note that a facilitator hides is never shown, and the log says only that one was hidden", async () => {
  const db = anItem({ anonymity: "anonymous" });
  await write(db);
  const hide = (isHidden: boolean) =>
    hideNote(db, { workshopId: "w", noteId: "n1", isHidden, personId: "f", now: NOW });
  expect(await hide(true)).toEqual({ changed: true });
  reveal(db);
  expect(texts(db)).toEqual([]);
  expect(await hiddenNotes(db, "writing")).toMatchObject([{ id: "n1", isHidden: true }]);
  expect(JSON.stringify(await listAudit(db))).not.toMatch(/n1|mette/);
  expect((await listAudit(db)).map(({ action }) => action)).toEqual(["note-hidden"]);
  await hide(false);
  reveal(db);
  expect(texts(db)).toEqual(["Fælles vikarpulje"]);
});

test("a kommune from which few have joined is shown as others, where only the kommune is shown", async () => {
  const db = anItem({ anonymity: "municipality" });
  await write(db);
  reveal(db);
  expect(Object.values(notesIn(db, "w"))).toMatchObject([{ name: null, organisationId: "others" }]);
  for (const id of ["c", "d", "e"]) {
    const personId = addPerson(db, { id });
    db.insert(participant)
      .values({ id, workshopId: "w", personId, organisationId: "0316", role: "leader", joinedAt: NOW })
      .run();
  }
  expect(Object.values(notesIn(db, "w"))).toMatchObject([{ name: null, organisationId: "0316" }]);
});

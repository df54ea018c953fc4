import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { addBoard, addInitiative, addMunicipality, addPerson, addWorkshop } from "../../tests/factories.ts";
import { boardSubject } from "./boards.ts";
import {
  countOpenThreads,
  deleteComment,
  findThread,
  mentionables,
  readersOfBoard,
  resolveThread,
  threadsOf,
  writeComment,
} from "./comments.ts";
import { deleteBoard } from "./deleted-boards.ts";
import { countUnread, listInbox, markRead } from "./inbox.ts";
import { loadPerson } from "./people.ts";

const key = { boardId: "board", initiativeId: "mentor" };

function database(visibility: "own" | "workshop" = "workshop"): Database {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addMunicipality(db, { id: "0630", name: "Vejle" });
  addMunicipality(db, { id: "0461", name: "Odense" });
  addWorkshop(db, { id: "workshop", organisationIds: ["0316", "0630"] });
  addBoard(db, { id: "board", workshopId: "workshop", organisationId: "0316", visibility });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "vejle", roles: [{ role: "editor", organisationId: "0630" }] });
  addPerson(db, { id: "odense", roles: [{ role: "editor", organisationId: "0461" }] });
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "workshop" }] });
  addInitiative(db, { ...key, id: "mentor", title: "Mentor til nye" });
  return db;
}

const unread = async (db: Database, personId: string) => {
  const person = await loadPerson(db, personId);
  return person === null ? 0 : countUnread(db, person);
};
const write = (db: Database, id: string, more: Partial<Parameters<typeof writeComment>[1]> = {}) =>
  writeComment(db, {
    id,
    threadId: "thread",
    begins: null,
    personId: "hr",
    at: 1,
    text: `Tekst ${id}`,
    notices: new Map(),
    ...more,
  });

test("a thread begins with a comment, goes on, is resolved, and opens again when somebody answers", async () => {
  const db = database();
  await write(db, "a", { begins: key });
  await write(db, "b", { personId: "vejle", at: 2 });
  const [thread] = await threadsOf(db, key);
  expect(thread?.comments.map(({ id, name }) => [id, name])).toEqual([
    ["a", "hr"],
    ["b", "vejle"],
  ]);
  expect(await countOpenThreads(db, "board")).toEqual({ mentor: 1 });
  expect(await findThread(db, "board", "thread")).toEqual({ initiativeId: "mentor", people: ["hr", "vejle"] });
  expect(await findThread(db, "another", "thread")).toBeNull();
  await resolveThread(db, "thread", { by: "hr", at: 3 });
  expect(await countOpenThreads(db, "board")).toEqual({});
  await write(db, "c", { at: 4 });
  expect(await countOpenThreads(db, "board")).toEqual({ mentor: 1 });
});

test("a comment is told once, read by its receiver alone, and taken away with its words", async () => {
  const db = database();
  await write(db, "a", { begins: key, notices: new Map([["vejle", "mention"]]) });
  await write(db, "b", { at: 2, notices: new Map([["vejle", "reply"]]) });
  expect((await listInbox(db, "vejle")).map(({ reason, text, title }) => [reason, text, title])).toEqual([
    ["reply", "Tekst b", "Mentor til nye"],
    ["mention", "Tekst a", "Mentor til nye"],
  ]);
  const [newest] = await listInbox(db, "vejle");
  await markRead(db, { personId: "hr", noticeId: newest?.id ?? 0, at: 5 });
  expect(await unread(db, "vejle")).toBe(2);
  await markRead(db, { personId: "vejle", noticeId: newest?.id ?? 0, at: 5 });
  expect(await unread(db, "vejle")).toBe(1);
  const own = { commentId: "a", threadId: "thread", at: 6 };
  expect(await deleteComment(db, { ...own, personId: "vejle" })).toMatchObject({ deleted: false });
  expect(await deleteComment(db, { ...own, personId: "hr" })).toEqual({
    deleted: true,
    noLongerTold: ["vejle"],
  });
  expect((await threadsOf(db, key))[0]?.comments[0]).toMatchObject({ text: "", isDeleted: true });
  expect(await unread(db, "vejle")).toBe(0);
});

test("what is said on a board that one may not read, or that is deleted, is counted nowhere", async () => {
  const db = database();
  await write(db, "a", {
    begins: key,
    notices: new Map([
      ["vejle", "mention"],
      ["odense", "mention"],
    ]),
  });
  expect([await unread(db, "vejle"), await unread(db, "odense")]).toEqual([1, 0]);
  await deleteBoard(db, { boardId: "board", now: 9 });
  expect(await unread(db, "vejle")).toBe(0);
});

test("called can be whoever may read the board, and nobody else", async () => {
  const shared = database();
  const subject = await boardSubject(shared, "board");
  if (subject === null) throw new Error("The board is missing.");
  expect((await readersOfBoard(shared, subject)).map(({ id }) => id).sort()).toEqual(["facilitator", "hr", "vejle"]);
  expect((await mentionables(shared, subject)).map(({ name }) => name).sort()).toEqual([
    "Holbæk",
    "Vejle",
    "facilitator",
    "hr",
    "vejle",
  ]);
  const closed = database("own");
  const own = await boardSubject(closed, "board");
  if (own === null) throw new Error("The board is missing.");
  expect((await mentionables(closed, own)).map(({ name }) => name).sort()).toEqual(["Holbæk", "hr"]);
});

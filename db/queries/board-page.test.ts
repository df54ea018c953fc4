import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { fieldChange } from "#db/schema/board.ts";
import type { LoggedField } from "#domain/board-doc/schema.ts";
import { addPerson, aWorkshopOf } from "../../tests/factories.ts";
import { changedByOthers, fieldChanges, noteVisit } from "./board-page.ts";

const MINUTE = 60_000;
let db: Database;

beforeEach(() => {
  db = aWorkshopOf("holbaek");
  for (const id of ["me", "other"]) addPerson(db, { id });
});

const change = (initiativeId: string, field: LoggedField, values: { personId: string | null; at: number }) =>
  db
    .insert(fieldChange)
    .values({ boardId: "holbaek", initiativeId, field, ...values })
    .run();

const visit = (now: number) => noteVisit(db, { boardId: "holbaek", personId: "me", now });

test("a first visit has nothing before it", async () => {
  expect(await visit(1)).toBeNull();
});

test("signs within half an hour belong to one visit, and the one before is remembered", async () => {
  await visit(0);
  await visit(20 * MINUTE);
  expect(await visit(40 * MINUTE)).toBeNull();
  expect(await visit(100 * MINUTE)).toBe(40 * MINUTE);
  expect(await visit(110 * MINUTE)).toBe(40 * MINUTE);
});

test("a sign right after another writes nothing", async () => {
  await visit(0);
  const written = () => db.$client.prepare("select total_changes()").pluck().get();
  const before = written();
  await visit(10_000);
  expect(written()).toBe(before);
  await visit(20_000);
  expect(written()).not.toBe(before);
  expect(await visit(20_000 + 31 * MINUTE)).toBe(20_000);
});

test("what others changed since then is told, one's own work is not", async () => {
  change("old", "title", { personId: "other", at: 5 });
  change("mine", "title", { personId: "me", at: 20 });
  change("theirs", "title", { personId: "other", at: 20 });
  change("theirs", "status", { personId: "other", at: 21 });
  change("servers", "title", { personId: null, at: 20 });
  expect((await changedByOthers(db, { boardId: "holbaek", personId: "me", since: 10 })).sort()).toEqual([
    "servers",
    "theirs",
  ]);
});

test("each field's last change has its author's name, newest first", async () => {
  change("i", "title", { personId: "other", at: 5 });
  change("i", "status", { personId: null, at: 9 });
  expect(await fieldChanges(db, "holbaek", "i")).toEqual([
    { field: "status", personId: null, name: null, at: 9 },
    { field: "title", personId: "other", name: "other", at: 5 },
  ]);
});

import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { initiative } from "#db/schema/initiative.ts";
import { aWorkshopOf } from "../../tests/factories.ts";
import { indexStaleText, searchInitiatives } from "./search.ts";

function boardWith(titles: Record<string, string>): Database {
  const db = aWorkshopOf("holbaek", "varde");
  for (const [id, title] of Object.entries(titles)) put(db, id, { title });
  return db;
}

function put(db: Database, id: string, { title, boardId = "holbaek" }: { title: string; boardId?: string }) {
  const row = {
    title,
    descriptionText: "",
    snapshot: "{}",
    status: "idea" as const,
    sortOrder: "a0",
    isTextStale: true,
  };
  db.insert(initiative)
    .values({ boardId, id, ...row, createdAt: 1, updatedAt: 1 })
    .onConflictDoUpdate({ target: [initiative.boardId, initiative.id], set: row })
    .run();
}

async function titles(db: Database, query: string, boardIds = ["holbaek"]): Promise<string[]> {
  await indexStaleText(db, 100);
  return (await searchInitiatives(db, { query, boardIds, limit: 10 })).map(({ title }) => title);
}

test("a word is found inside a longer one", async () => {
  const db = boardWith({ a: "Natarbejde i hjemmeplejen", b: "Jobrotation" });
  expect(await titles(db, "pleje")).toEqual(["Natarbejde i hjemmeplejen"]);
});

test("aa and å, ae and æ, oe and ø find each other", async () => {
  const db = boardWith({ a: "Ålborgmodellen på Ærø" });
  for (const query of ["aalborg", "ålborg", "AEROE", "ærø", "A\u030Alborg"]) {
    expect(await titles(db, query), query).toHaveLength(1);
  }
});

test("every word must be there, in any order; one or two letters find the beginning of a word", async () => {
  const db = boardWith({ a: "Fælles vikarkorps på tværs", b: "Vikarer fra bureau" });
  expect(await titles(db, "korps vikar")).toEqual(["Fælles vikarkorps på tværs"]);
  expect(await titles(db, "bu")).toEqual(["Vikarer fra bureau"]);
  expect(await titles(db, "vi tv")).toEqual(["Fælles vikarkorps på tværs"]);
});

test("titles where a word begins with the query come first", async () => {
  const db = boardWith({ a: "Hjemmepleje i teams", b: "Plejefagligt løft" });
  expect(await titles(db, "pleje")).toEqual(["Plejefagligt løft", "Hjemmepleje i teams"]);
});

test("boards that are not named are never searched", async () => {
  const db = boardWith({ a: "Jobrotation" });
  put(db, "b", { title: "Jobrotation igen", boardId: "varde" });
  expect(await titles(db, "jobrotation", ["varde"])).toEqual(["Jobrotation igen"]);
  expect(await titles(db, "jobrotation", [])).toEqual([]);
});

test("what lies in the bin is not found, and a changed or removed row leaves nothing behind", async () => {
  const db = boardWith({ a: "Jobrotation", b: "Turnus" });
  db.update(initiative).set({ binnedAt: 5 }).where(undefined).run();
  expect(await titles(db, "turnus")).toEqual([]);
  db.update(initiative).set({ binnedAt: null }).run();
  put(db, "b", { title: "Fuldtidspolitik" });
  expect(await titles(db, "turnus")).toEqual([]);
  expect(await titles(db, "fuldtid")).toEqual(["Fuldtidspolitik"]);
  db.delete(initiative).run();
  expect(await titles(db, "fuldtid")).toEqual([]);
  expect(() =>
    db.$client.exec("insert into initiative_trigram(initiative_trigram) values ('integrity-check')"),
  ).not.toThrow();
});

test("signs of the query language are only text", async () => {
  const db = boardWith({ a: "Jobrotation" });
  for (const query of ['"', "*", "jobrotation)", "NEAR(", "title:x OR", "-job", "' or 1=1"]) {
    await expect(titles(db, query), query).resolves.toBeInstanceOf(Array);
  }
});

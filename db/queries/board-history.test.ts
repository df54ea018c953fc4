import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { addBoard, addInitiative, addMunicipality, addPerson, addWorkshop } from "../../tests/factories.ts";
import { noteWork, peopleOfTimeline, readTimeline } from "./board-timeline.ts";
import {
  keepAutomaticVersions,
  keepVersion,
  keepVersionsOfWorkshop,
  listVersions,
  readVersion,
  thinAutomaticVersions,
} from "./board-versions.ts";
import type { Change } from "./initiative-rows.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const boardId = "board";

function database(): Database {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addWorkshop(db, { id: "workshop", organisationIds: ["0316"] });
  addBoard(db, { id: boardId, workshopId: "workshop", organisationId: "0316" });
  addPerson(db, { id: "hr" });
  addPerson(db, { id: "home" });
  addInitiative(db, { boardId, id: "mentor", title: "Mentor til nye" });
  return db;
}

function work(db: Database, personId: string | null, fields: Record<string, number>): void {
  const changes = Object.entries(fields).map(([field, at]): [string, Change] => [field, { personId, at }]);
  noteWork(db, { boardId, initiativeId: personId === null ? "gone" : "mentor" }, new Map(changes));
}

let made = 0;
const newId = () => `version-${++made}`;
const aVersion = (at: number) =>
  ({ id: newId(), boardId, at, personId: "hr", reason: "named", name: "Før temadagen" }) as const;

test("one stretch of work by one person on one initiative is one line", async () => {
  const db = database();
  work(db, "hr", { title: 1 * MINUTE, description: 2 * MINUTE });
  work(db, "hr", { title: 8 * MINUTE, actors: 9 * MINUTE });
  work(db, "home", { description: 9 * MINUTE });
  work(db, "hr", { title: 25 * MINUTE });
  const timeline = await readTimeline(db, boardId, { limit: 10 });
  expect(timeline.map(({ name, startedAt, at, fields }) => ({ name, startedAt, at, fields }))).toEqual([
    { name: "hr", startedAt: 25 * MINUTE, at: 25 * MINUTE, fields: ["title"] },
    { name: "home", startedAt: 9 * MINUTE, at: 9 * MINUTE, fields: ["description"] },
    { name: "hr", startedAt: MINUTE, at: 9 * MINUTE, fields: ["title", "description", "actors"] },
  ]);
});

test("the timeline narrows to a person or an initiative and goes on further back", async () => {
  const db = database();
  work(db, "hr", { title: 1 * MINUTE });
  work(db, "home", { title: 2 * MINUTE });
  work(db, null, { title: 3 * MINUTE });
  const at = (view: Parameters<typeof readTimeline>[2]) =>
    readTimeline(db, boardId, view).then((entries) => entries.map((entry) => entry.at / MINUTE));
  expect(await at({ limit: 10 })).toEqual([3, 2, 1]);
  expect(await at({ limit: 10, personId: "hr" })).toEqual([1]);
  expect(await at({ limit: 10, initiativeId: "mentor" })).toEqual([2, 1]);
  expect(await at({ limit: 1, before: 3 * MINUTE })).toEqual([2]);
  expect((await readTimeline(db, boardId, { limit: 1 }))[0]).toMatchObject({ title: null, name: null });
  expect(await peopleOfTimeline(db, boardId)).toEqual([
    { id: "home", name: "home" },
    { id: "hr", name: "hr" },
  ]);
});

test("a version holds the board as it was, and is found under its own board only", async () => {
  const db = database();
  const version = aVersion(MINUTE);
  await keepVersion(db, version);
  addInitiative(db, { boardId, id: "team", title: "Faste teams" });
  const kept = await readVersion(db, boardId, version.id);
  expect(kept?.initiatives.map(({ title }) => title)).toEqual(["Mentor til nye"]);
  expect(await readVersion(db, "another", version.id)).toBeNull();
  expect(await listVersions(db, boardId)).toEqual([
    { id: version.id, at: MINUTE, reason: "named", name: "Før temadagen", by: "hr" },
  ]);
});

test("a workshop that moves on leaves a version of each of its boards", async () => {
  const db = database();
  addMunicipality(db, { id: "0630", name: "Vejle" });
  addBoard(db, { id: "other", workshopId: "workshop", organisationId: "0630" });
  addBoard(db, { id: "deleted", workshopId: "workshop", organisationId: "0630", deletedAt: 1 });
  await keepVersionsOfWorkshop(db, { workshopId: "workshop", phase: "decide", personId: "hr", at: 5, newId });
  const of = async (id: string) => (await listVersions(db, id)).map(({ reason, name }) => [reason, name]);
  expect(await of(boardId)).toEqual([["phase", "decide"]]);
  expect(await of("other")).toEqual([["phase", "decide"]]);
  expect(await of("deleted")).toEqual([]);
});

test("the server keeps a version when work pauses and every half hour while it goes on, and none without work", async () => {
  const db = database();
  const keep = (now: number) => keepAutomaticVersions(db, { now, newId });
  const start = 100 * DAY;
  expect(await keep(start)).toEqual([]);
  await keepVersion(db, aVersion(start));
  work(db, "hr", { title: start + MINUTE });
  expect(await keep(start + 2 * MINUTE)).toEqual([]);
  expect(await keep(start + 6 * MINUTE)).toEqual([boardId]);
  expect(await keep(start + 60 * MINUTE)).toEqual([]);
  for (let minute = 61; minute <= 90; minute++) work(db, "hr", { title: start + minute * MINUTE });
  expect(await keep(start + 90 * MINUTE)).toEqual([boardId]);
});

test("old automatic versions are thinned to one a day; those that people kept stay", async () => {
  const db = database();
  const at = (day: number, hour: number) => day * DAY + hour * 60 * MINUTE;
  await keepVersion(db, aVersion(at(1, 1)));
  for (const moment of [at(1, 2), at(1, 3), at(2, 1), at(9, 1), at(9, 2)]) {
    await keepVersion(db, { ...aVersion(moment), reason: "automatic", name: null, personId: null });
  }
  await thinAutomaticVersions(db, at(10, 0));
  const left = (await listVersions(db, boardId)).map((version) => [version.reason, version.at]);
  expect(left).toEqual([
    ["automatic", at(9, 2)],
    ["automatic", at(9, 1)],
    ["automatic", at(2, 1)],
    ["automatic", at(1, 3)],
    ["named", at(1, 1)],
  ]);
});

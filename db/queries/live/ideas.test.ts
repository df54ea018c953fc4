import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { initiative } from "#db/schema/initiative.ts";
import { agendaItem, cluster, note } from "#db/schema/live.ts";
import { addInitiative, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { aLiveWorkshop, standAt } from "../../../tests/live-world.ts";
import { boardOfKommune, findOrigin, forgetOrigin, keepOrigin, newInitiatives } from "./ideas.ts";
import { readLiveView } from "./view.ts";

function aGroup() {
  const db = aWorkshopOf("holbaek", "varde");
  const item = { id: "writing", workshopId: "w", position: 0, title: "Skriv", minutes: 10 };
  db.insert(agendaItem)
    .values({ ...item, kind: "silent-writing" })
    .run();
  db.insert(cluster).values({ id: "A", workshopId: "w", itemId: "writing", title: "Vikarer", sortOrder: "1" }).run();
  const row = { workshopId: "w", itemId: "writing", clusterId: "A" };
  db.insert(note)
    .values([
      { ...row, id: "n1", text: "Fælles pulje", revealedAt: NOW, sortOrder: "a" },
      { ...row, id: "n2", text: "Samme app", revealedAt: NOW, sortOrder: "b" },
      { ...row, id: "n3", text: "Ikke vist" },
    ])
    .run();
  return db;
}

test("a group brings its title and what was shown of it; what was not shown, or is another workshop's, is no origin", async () => {
  const db = aGroup();
  const shown = { title: "Vikarer", texts: ["Fælles pulje", "Samme app"], votes: 0 };
  expect(await findOrigin(db, "w", "A")).toEqual(shown);
  expect(await findOrigin(db, "w", "n1")).toEqual({ title: "Fælles pulje", texts: ["Fælles pulje"], votes: 0 });
  expect(await findOrigin(db, "w", "n3")).toBeNull();
  expect(await findOrigin(db, "elsewhere", "A")).toBeNull();
});

test("it becomes an initiative once; the second time tells what it became", async () => {
  const db = aGroup();
  const origin = { title: "Vikarer", texts: ["Fælles pulje"], votes: 3 };
  const become = (initiativeId: string) =>
    keepOrigin(db, { originId: "A", workshopId: "w", boardId: "holbaek", initiativeId, origin, at: NOW });
  expect(await become("first")).toEqual({ kept: true });
  expect(await become("second")).toEqual({ kept: false, first: { boardId: "holbaek", initiativeId: "first" } });
  await forgetOrigin(db, "A");
  expect(await become("third")).toEqual({ kept: true });
});

test("a kommune writes on its own board, and somebody from elsewhere on none", async () => {
  const db = aGroup();
  expect(await boardOfKommune(db, { workshopId: "w", organisationId: "0316" })).toBe("holbaek");
  expect(await boardOfKommune(db, { workshopId: "w", organisationId: null })).toBeNull();
  expect(await boardOfKommune(db, { workshopId: "elsewhere", organisationId: "0316" })).toBeNull();
});

test("the hall sees what comes onto shared boards while the agenda is at ideas, and nothing at another item", async () => {
  const agenda = [
    { id: "ideas", kind: "ideas" },
    { id: "break", kind: "break" },
  ] as const;
  const db = aLiveWorkshop(agenda, "ideas");
  addInitiative(db, { boardId: "holbaek", id: "before", title: "Gammel" });
  db.update(initiative)
    .set({ createdAt: NOW - 1 })
    .run();
  addInitiative(db, { boardId: "holbaek", id: "pool", title: "Fælles pulje" });
  addInitiative(db, { boardId: "varde", id: "own", title: "Kun vores" });
  db.$client.exec("update board set visibility = 'own' where id = 'varde'");
  const pool = { title: "Fælles pulje", organisationId: "0316", at: NOW };
  expect((await readLiveView(db, "w")).ideas).toEqual({ "holbaek/pool": pool });
  standAt(db, "break");
  expect((await readLiveView(db, "w")).ideas).toEqual({});
});

test("what the day added to the boards is told with what it came from; what was there before, came after or was binned is not", async () => {
  const db = aGroup();
  const run = { startedAt: NOW, closedAt: NOW + 100 };
  const at = (createdAt: number, row: Parameters<typeof addInitiative>[1]) => {
    addInitiative(db, row);
    db.update(initiative).set({ createdAt }).where(eq(initiative.id, row.id)).run();
  };
  at(NOW - 1, { boardId: "holbaek", id: "before", title: "Før" });
  at(NOW + 2, { boardId: "holbaek", id: "second", title: "Vikarpulje" });
  at(NOW + 1, { boardId: "varde", id: "first", title: "Mentorer" });
  at(NOW + 3, { boardId: "holbaek", id: "binned", title: "Slettet" });
  at(NOW + 101, { boardId: "holbaek", id: "after", title: "Bagefter" });
  db.update(initiative)
    .set({ binnedAt: NOW + 4 })
    .where(eq(initiative.id, "binned"))
    .run();
  const origin = { title: "Vikarer", texts: ["Fælles pulje"], votes: 3 };
  await keepOrigin(db, { originId: "A", workshopId: "w", boardId: "holbaek", initiativeId: "second", origin, at: NOW });
  expect(await newInitiatives(db, run, ["holbaek", "varde"])).toEqual([
    { boardId: "holbaek", initiativeId: "second", title: "Vikarpulje", origin: { id: "A", texts: ["Fælles pulje"] } },
    { boardId: "varde", initiativeId: "first", title: "Mentorer", origin: null },
  ]);
  expect(await newInitiatives(db, { ...run, startedAt: null }, ["holbaek"])).toEqual([]);
});

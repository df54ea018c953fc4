import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { agendaItem, cluster, note } from "#db/schema/live.ts";
import { pointedOut } from "#domain/live/view.ts";
import { addPerson, aWorkshopOf } from "../../../tests/factories.ts";
import { closeRun, openRun } from "./opening.ts";
import { pointOut } from "./pointing.ts";
import { next } from "./stage.ts";
import { readLiveView } from "./view.ts";

const by = (personId: string) => ({ workshopId: "w", personId, at: 1, random: () => 0.5 });
const lead = by("lead");

/** A grouping with the notes "shown" in the group "group", and "secret", which is not shown. */
async function aGrouping(): Promise<Database> {
  const db = aWorkshopOf("holbaek");
  for (const id of ["lead", "co"]) addPerson(db, { id, roles: [{ role: "facilitator", workshopId: "w" }] });
  for (const [position, kind] of (["silent-writing", "grouping"] as const).entries())
    db.insert(agendaItem).values({ id: kind, workshopId: "w", position, title: kind, minutes: 10, kind }).run();
  const of = { workshopId: "w", itemId: "silent-writing", createdAt: 0, updatedAt: 0 };
  db.insert(cluster)
    .values({ ...of, id: "group", title: "Gruppen", sortOrder: "a" })
    .run();
  const written = { ...of, secretHash: "hash" };
  db.insert(note)
    .values([
      { ...written, id: "shown", text: "Vist", clusterId: "group", revealedAt: 1, sortOrder: "a" },
      { ...written, id: "secret", text: "Skjult" },
    ])
    .run();
  await openRun(db, lead, () => 0);
  await next(db, lead, null);
  return db;
}

const pointedIn = async (db: Database) => pointedOut(await readLiveView(db, "w"));

test("everybody is shown a note or a group with what is in it, until it is let go or the next item begins", async () => {
  const db = await aGrouping();
  await pointOut(db, lead, "shown");
  expect(await pointedIn(db)).toEqual({ text: "Vist", notes: [] });
  await pointOut(db, lead, "group");
  expect(await pointedIn(db)).toEqual({ text: "Gruppen", notes: ["Vist"] });
  await pointOut(db, lead, null);
  expect(await pointedIn(db)).toBeNull();
  await pointOut(db, lead, "group");
  await next(db, lead, "silent-writing");
  expect(await pointedIn(db)).toBeNull();
});

test("a note that is not shown cannot be pointed at, nor by anybody but the lead, nor after closing", async () => {
  const db = await aGrouping();
  expect(await pointOut(db, lead, "secret")).toEqual({ refused: "no-such-item" });
  expect(await pointOut(db, by("co"), "shown")).toEqual({ refused: "not-lead" });
  expect(await pointedIn(db)).toBeNull();
  await closeRun(db, lead);
  expect(await pointOut(db, lead, "shown")).toEqual({ refused: "closed" });
});

test("a note that is hidden after it was pointed at is shown to nobody", async () => {
  const db = await aGrouping();
  await pointOut(db, lead, "shown");
  db.update(note).set({ hiddenAt: 2 }).where(eq(note.id, "shown")).run();
  expect(await pointedIn(db)).toBeNull();
});

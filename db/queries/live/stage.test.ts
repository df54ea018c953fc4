import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { agendaItem, note } from "#db/schema/live.ts";
import type { PhaseKind } from "#domain/live/agenda.ts";
import { addPerson, aWorkshopOf } from "../../../tests/factories.ts";
import { listAgenda } from "./agenda.ts";
import { giveLead, heartbeat, takeOver } from "./lead.ts";
import { closeRun, openRun, reopenRun, rotateCode } from "./opening.ts";
import { findRun } from "./run.ts";
import { showNotes } from "./showing.ts";
import {
  back,
  extendBy,
  gatherTables,
  goTo,
  next,
  setBlack,
  setFrozen,
  setPaused,
  setSkipped,
  setSpotlight,
  undoMove,
} from "./stage.ts";
import { readLiveView, readScreenView } from "./view.ts";

const MINUTE = 60_000;
const by = (personId: string, at: number) => ({ workshopId: "w", personId, at, random: () => 0.5 });
const lead = (at: number) => by("lead", at);

/** Opened by `lead` at 0, with an item of ten minutes for each kind, named by its place from 1. */
async function aStage(...kinds: readonly PhaseKind[]): Promise<Database> {
  const db = aWorkshopOf("holbaek", "varde");
  for (const id of ["lead", "co"]) addPerson(db, { id, roles: [{ role: "facilitator", workshopId: "w" }] });
  for (const [position, kind] of kinds.entries()) {
    const id = String(position + 1);
    db.insert(agendaItem).values({ id, workshopId: "w", position, title: id, minutes: 10, kind }).run();
  }
  await openRun(db, lead(0), () => 0);
  return db;
}

const stageOf = (db: Database) => {
  const { itemId, timerEndsAt, timerLeftMs, spotlightId } = findRun(db, "w") ?? expect.fail("not open");
  return { itemId, timerEndsAt, timerLeftMs, spotlightId };
};
const timesOf = async (db: Database) =>
  (await listAgenda(db, "w")).map(({ startedAt, endedAt }) => [startedAt, endedAt]);

test("it is opened once, by a code that nobody else has, and is kept for 24 months", async () => {
  const db = await aStage("welcome");
  const run = findRun(db, "w");
  expect(run).toMatchObject({
    joinCode: "33333333",
    leadPersonId: "lead",
    retentionDate: "1972-01-01",
    closedAt: null,
  });
  await openRun(db, by("co", 5), () => 1);
  expect(findRun(db, "w")).toEqual(run);
  const taken = [0, 0, 0, 0, 0, 0, 0, 0];
  expect(await rotateCode(db, lead(6), () => taken.shift() ?? 1)).toEqual({ done: true });
  expect(findRun(db, "w")?.joinCode).toBe("44444444");
  expect((await listAudit(db)).map(({ action }) => action)).toEqual(["live-opened", "live-code-changed"]);
});

test("it goes through its items with the clock of each, and says what began", async () => {
  const db = await aStage("welcome", "framing");
  expect(await next(db, lead(100), null)).toMatchObject({ done: true, began: { id: "1" } });
  expect(stageOf(db)).toMatchObject({ itemId: "1", timerEndsAt: 100 + 10 * MINUTE });
  await next(db, lead(200), "1");
  expect(await timesOf(db)).toEqual([
    [100, 200],
    [200, null],
  ]);
  expect(await next(db, lead(300), "2")).toEqual({ refused: "nothing-after" });
});

test("pressed twice it goes on once", async () => {
  const db = await aStage("welcome", "framing", "vote");
  await next(db, lead(1), null);
  await next(db, lead(2), "1");
  expect(await next(db, lead(3), "1")).toEqual({ done: true });
  expect(stageOf(db).itemId).toBe("2");
});

test("going back loses nothing: what was written stays, and the item has the time that was left of it", async () => {
  const db = await aStage("silent-writing", "grouping");
  await next(db, lead(0), null);
  db.insert(note).values({ id: "n", workshopId: "w", itemId: "1", text: "Fælles vagtplan" }).run();
  await next(db, lead(4 * MINUTE), "1");
  expect(await back(db, lead(5 * MINUTE), "2")).toMatchObject({ began: { id: "1" } });
  expect(stageOf(db)).toMatchObject({ itemId: "1", timerEndsAt: 11 * MINUTE });
  expect(await timesOf(db)).toEqual([
    [0, null],
    [4 * MINUTE, 5 * MINUTE],
  ]);
  expect(db.select().from(note).all()).toMatchObject([{ id: "n", text: "Fælles vagtplan" }]);
  expect(await back(db, lead(6 * MINUTE), "1")).toEqual({ refused: "nothing-before" });
});

test("an item is jumped to, left out and taken in again", async () => {
  const db = await aStage("welcome", "framing", "vote", "break");
  await next(db, lead(1), null);
  await setSkipped(db, lead(2), { itemId: "2", isSkipped: true });
  await next(db, lead(3), "1");
  expect(stageOf(db).itemId).toBe("3");
  await setSkipped(db, lead(4), { itemId: "3", isSkipped: true });
  expect(stageOf(db).itemId).toBe("4");
  await goTo(db, lead(5), "2");
  expect(stageOf(db).itemId).toBe("2");
  const left = db.select().from(agendaItem).where(eq(agendaItem.isSkipped, true)).all();
  expect(left.map(({ id }) => id)).toEqual(["3"]);
  expect(await goTo(db, lead(6), "elsewhere")).toEqual({ refused: "no-such-item" });
});

test("while they group, all tables are gathered and split up again, by the lead alone; at another item nothing changes", async () => {
  const db = await aStage("grouping", "break");
  const isByTable = async () => (await listAgenda(db, "w"))[0]?.byTable;
  db.update(agendaItem).set({ byTable: true }).run();
  await next(db, lead(0), null);
  expect(await gatherTables(db, by("co", 1), true)).toMatchObject({ refused: expect.anything() });
  expect(await isByTable()).toBe(true);
  await gatherTables(db, lead(1), true);
  expect(await isByTable()).toBe(false);
  await gatherTables(db, lead(2), false);
  expect(await isByTable()).toBe(true);
  await next(db, lead(3), "1");
  await gatherTables(db, lead(4), true);
  expect((await listAgenda(db, "w")).map(({ byTable }) => byTable)).toEqual([true, true]);
});

test("the clock stops, goes on and is given minutes or loses them", async () => {
  const db = await aStage("welcome");
  await next(db, lead(0), null);
  await setPaused(db, lead(4 * MINUTE), true);
  expect(stageOf(db)).toMatchObject({ timerEndsAt: null, timerLeftMs: 6 * MINUTE });
  await extendBy(db, lead(5 * MINUTE), 5);
  await setPaused(db, lead(20 * MINUTE), false);
  expect(stageOf(db)).toMatchObject({ timerEndsAt: 31 * MINUTE, timerLeftMs: null });
  await extendBy(db, lead(20 * MINUTE), -1);
  expect(stageOf(db)).toMatchObject({ timerEndsAt: 30 * MINUTE });
  expect((await listAgenda(db, "w"))[0]?.extraMinutes).toBe(4);
});

test("in a round each kommune that is called up has its share of the time anew", async () => {
  const db = await aStage("round");
  await next(db, lead(0), null);
  await setSpotlight(db, lead(MINUTE), "0316");
  expect(stageOf(db)).toMatchObject({ spotlightId: "0316", timerEndsAt: 6 * MINUTE });
  await setSpotlight(db, lead(2 * MINUTE), "0573");
  expect(stageOf(db)).toMatchObject({ spotlightId: "0573", timerEndsAt: 7 * MINUTE });
  expect(await setSpotlight(db, lead(3 * MINUTE), "0751")).toEqual({ refused: "no-such-item" });
});

test("minutes given in a round are the speaking kommune's alone, and everybody's while nobody speaks", async () => {
  const db = await aStage("round");
  await next(db, lead(0), null);
  await extendBy(db, lead(0), 1);
  await extendBy(db, lead(0), 1);
  expect(stageOf(db).timerEndsAt).toBe(12 * MINUTE);
  await setSpotlight(db, lead(0), "0316");
  await extendBy(db, lead(0), 5);
  expect(stageOf(db).timerEndsAt).toBe(11 * MINUTE);
  await setSpotlight(db, lead(11 * MINUTE), "0573");
  expect(stageOf(db).timerEndsAt).toBe(17 * MINUTE);
  expect((await listAgenda(db, "w"))[0]).toMatchObject({ extraMinutes: 7, spotlightMinutes: 5 });
  await undoMove(db, lead(12 * MINUTE));
  await undoMove(db, lead(12 * MINUTE));
  expect((await listAgenda(db, "w"))[0]).toMatchObject({ extraMinutes: 2, spotlightMinutes: 0 });
});

test("moves are taken back one after the other, with clock, items and spotlight as they were", async () => {
  const db = await aStage("welcome", "round");
  const states = [stageOf(db)];
  const times = [await timesOf(db)];
  const moves = [
    () => next(db, lead(1), null),
    () => setPaused(db, lead(2), true),
    () => next(db, lead(3), "1"),
    () => setSpotlight(db, lead(4), "0316"),
    () => extendBy(db, lead(5), 1),
  ];
  for (const move of moves) {
    await move();
    states.push(stageOf(db));
    times.push(await timesOf(db));
  }
  for (let at = moves.length - 1; at >= 0; at--) {
    expect(await undoMove(db, lead(10))).toEqual({ done: true });
    expect(stageOf(db)).toEqual(states[at]);
    expect(await timesOf(db)).toEqual(times[at]);
  }
  expect(await undoMove(db, lead(11))).toEqual({ refused: "nothing-to-undo" });
  expect((await listAgenda(db, "w")).every(({ extraMinutes }) => extraMinutes === 0)).toBe(true);
});

test("one facilitator leads: another is refused, and takes over when the first was not heard for 20 seconds", async () => {
  const db = await aStage("welcome");
  await heartbeat(db, lead(1_000));
  await heartbeat(db, by("co", 20_000));
  expect(await next(db, by("co", 20_000), null)).toEqual({ refused: "not-lead" });
  expect(stageOf(db).itemId).toBeNull();
  expect(await takeOver(db, by("co", 21_000))).toEqual({ refused: "lead-is-here" });
  expect(await takeOver(db, by("co", 21_001))).toEqual({ done: true });
  expect(await next(db, by("co", 22_000), null)).toMatchObject({ done: true });
  expect(await next(db, lead(23_000), "1")).toEqual({ refused: "not-lead" });
});

test("the lead is given to another facilitator of the workshop and to nobody else", async () => {
  const db = await aStage("welcome");
  addPerson(db, { id: "guest", roles: [{ role: "guest", workshopId: "w" }] });
  expect(await giveLead(db, lead(1), "guest")).toEqual({ refused: "not-facilitator" });
  expect(await giveLead(db, by("co", 1), "co")).toEqual({ refused: "not-lead" });
  expect(await giveLead(db, lead(1), "co")).toEqual({ done: true });
  expect(await next(db, by("co", 2), null)).toMatchObject({ done: true });
});

test("the projector goes black, and frozen it keeps what it showed until it is let go", async () => {
  const db = await aStage("welcome", "framing");
  await next(db, lead(1), null);
  await setFrozen(db, lead(2), true);
  await next(db, lead(3), "1");
  expect((await readScreenView(db, "w")).stage.now).toMatchObject({ itemId: "1", isBlack: false });
  expect((await readLiveView(db, "w")).stage.now).toMatchObject({ itemId: "2", isFrozen: true });
  await setBlack(db, lead(4), true);
  expect((await readScreenView(db, "w")).stage.now).toMatchObject({ itemId: "1", isBlack: true });
  await setBlack(db, lead(5), false);
  await setFrozen(db, lead(6), false);
  expect((await readScreenView(db, "w")).stage.now).toMatchObject({ itemId: "2", isFrozen: false });
});

test("a closed workshop is moved by nobody, and goes on where it was when it is opened again", async () => {
  const db = await aStage("welcome", "framing");
  await next(db, lead(0), null);
  await setFrozen(db, lead(1), true);
  expect(await closeRun(db, lead(4 * MINUTE))).toEqual({ done: true });
  expect((await readScreenView(db, "w")).stage.now).toMatchObject({ state: "closed", itemId: null, timer: null });
  expect(await next(db, lead(5 * MINUTE), "1")).toEqual({ refused: "closed" });
  expect(await undoMove(db, lead(5 * MINUTE))).toEqual({ refused: "closed" });
  expect(await closeRun(db, lead(5 * MINUTE))).toEqual({ refused: "closed" });
  expect(await reopenRun(db, lead(9 * MINUTE))).toEqual({ done: true });
  expect(stageOf(db)).toMatchObject({ itemId: "1", timerLeftMs: 6 * MINUTE });
  expect(await timesOf(db)).toEqual([
    [0, null],
    [null, null],
  ]);
  expect(await reopenRun(db, lead(9 * MINUTE))).toEqual({ refused: "not-closed" });
});

/** What everybody is shown of the notes, by text. */
const shownIn = async (db: Database) => Object.values((await readLiveView(db, "w")).notes).map(({ text }) => text);

async function aWritingStage(reveal: "by-facilitator" | "at-end"): Promise<Database> {
  const db = await aStage("silent-writing", "grouping");
  const lanes = ["ind", "bliver"].map((id) => ({ id, title: id }));
  db.update(agendaItem).set({ reveal, lanes }).where(eq(agendaItem.id, "1")).run();
  for (const { id } of lanes) {
    db.insert(note).values({ id, workshopId: "w", itemId: "1", laneId: id, text: id, organisationId: null }).run();
  }
  await next(db, lead(1), null);
  return db;
}

test("notes are shown heading by heading, by the lead alone, and stay shown when the workshop goes back", async () => {
  const db = await aWritingStage("by-facilitator");
  expect(await showNotes(db, by("co", 2), { itemId: "1", laneId: null })).toEqual({ refused: "not-lead" });
  expect(await shownIn(db)).toEqual([]);
  await showNotes(db, lead(3), { itemId: "1", laneId: "bliver" });
  expect(await shownIn(db)).toEqual(["bliver"]);
  expect((await listAgenda(db, "w"))[0]).toMatchObject({ revealedAt: null, revealedLanes: ["bliver"] });
  await next(db, lead(4), "1");
  expect(await shownIn(db)).toEqual(["bliver"]);
  await showNotes(db, lead(5), { itemId: "1", laneId: "ind" });
  await undoMove(db, lead(6));
  expect((await shownIn(db)).sort()).toEqual(["bliver", "ind"]);
  expect((await listAgenda(db, "w"))[0]).toMatchObject({ revealedAt: 5 });
  expect(await showNotes(db, lead(7), { itemId: "2", laneId: null })).toEqual({ refused: "no-such-item" });
});

test("what is shown at the end of an item is shown when the workshop goes on, not when it goes back", async () => {
  const db = await aWritingStage("at-end");
  await goTo(db, lead(2), "2");
  expect((await shownIn(db)).sort()).toEqual(["bliver", "ind"]);
  const other = await aStage("welcome", "silent-writing");
  other.update(agendaItem).set({ reveal: "at-end" }).run();
  await goTo(other, lead(1), "2");
  other.insert(note).values({ id: "n", workshopId: "w", itemId: "2", text: "Ja" }).run();
  await back(other, lead(2), "2");
  expect(await shownIn(other)).toEqual([]);
  await goTo(other, lead(3), "2");
  await closeRun(other, lead(4));
  expect(await shownIn(other)).toEqual(["Ja"]);
});

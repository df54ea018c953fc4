import fc from "fast-check";
import { expect, test } from "vitest";
import type { AgendaItem } from "./agenda.ts";
import { allottedMs, plannedStarts, remainingMs, type Standing, scheduleOf, shareMs, withMinutes } from "./schedule.ts";

const NINE = Date.UTC(2026, 11, 1, 8);
const MINUTE = 60_000;
/** Minutes after nine. */
const at = (minutes: number) => NINE + minutes * MINUTE;
const after = (moment: number | null) => (moment === null ? null : (moment - NINE) / MINUTE);

const item = (id: string, minutes: number, over: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  position: 0,
  title: id,
  prompt: "",
  minutes,
  kind: "framing",
  anonymity: "named",
  reveal: "by-facilitator",
  voteBudget: null,
  lanes: [],
  byTable: false,
  extraMinutes: 0,
  spotlightMinutes: 0,
  startedAt: null,
  endedAt: null,
  isSkipped: false,
  revealedAt: null,
  revealedLanes: [],
  ...over,
});

const standing = (agenda: readonly AgendaItem[], over: Partial<Standing> = {}): Standing => ({
  agenda,
  plannedAt: NINE,
  itemId: null,
  timer: null,
  isClosed: false,
  ...over,
});

/** Beginnings in minutes after nine, and how far behind. */
function looks(of: Standing, now: number) {
  const { items, endsAt, behindMinutes } = scheduleOf(of, now);
  return { starts: items.map(({ startsAt }) => after(startsAt)), endsAt: after(endsAt), behindMinutes };
}

test("items begin one after the other, and a reorder times them anew", () => {
  const [a, b, c] = [item("a", 5), item("b", 10), item("c", 8)];
  expect([...plannedStarts([a, b, c], NINE).values()].map(after)).toEqual([0, 5, 15]);
  expect([...plannedStarts([c, a, b], NINE).values()].map(after)).toEqual([0, 8, 13]);
});

test("before it begins the day looks as planned, and once its time has come every minute is one behind", () => {
  const waiting = standing([item("a", 5), item("b", 10)]);
  expect(looks(waiting, at(-30))).toEqual({ starts: [0, 5], endsAt: 15, behindMinutes: null });
  expect(looks(waiting, at(4))).toEqual({ starts: [4, 9], endsAt: 19, behindMinutes: 4 });
});

test("without a planned beginning nothing is said until the first item begins; then it counts from there", () => {
  const agenda = [item("a", 5), item("b", 10)];
  expect(looks(standing(agenda, { plannedAt: null }), at(0))).toEqual({
    starts: [null, null],
    endsAt: null,
    behindMinutes: null,
  });
  const begun = [item("a", 5, { startedAt: at(2) }), item("b", 10)];
  const running = standing(begun, { plannedAt: null, itemId: "a", timer: { endsAt: at(7) } });
  expect(looks(running, at(3))).toEqual({ starts: [2, 7], endsAt: 17, behindMinutes: 0 });
});

test("a clock that has run out puts the rest of the day behind, minute by minute", () => {
  const agenda = [item("a", 5, { startedAt: at(0) }), item("b", 10)];
  const running = standing(agenda, { itemId: "a", timer: { endsAt: at(5) } });
  expect(looks(running, at(4))).toMatchObject({ starts: [0, 5], behindMinutes: 0 });
  expect(looks(running, at(8))).toMatchObject({ starts: [0, 8], endsAt: 18, behindMinutes: 3 });
});

test("a pause pushes what is ahead", () => {
  const agenda = [item("a", 5, { startedAt: at(0) }), item("b", 10)];
  const paused = standing(agenda, { itemId: "a", timer: { leftMs: 3 * MINUTE } });
  expect(looks(paused, at(2))).toMatchObject({ starts: [0, 5], behindMinutes: 0 });
  expect(looks(paused, at(6))).toMatchObject({ starts: [0, 9], behindMinutes: 4 });
});

test("an item that is skipped, ended early or jumped over puts the day ahead", () => {
  const done = { startedAt: at(0), endedAt: at(3) };
  const agenda = [item("a", 5, done), item("b", 10), item("c", 8, { startedAt: at(3) }), item("d", 4)];
  const running = standing(agenda, { itemId: "c", timer: { endsAt: at(11) } });
  expect(looks(running, at(3))).toEqual({ starts: [0, null, 3, 11], endsAt: 15, behindMinutes: -12 });
  const skipping = standing([item("a", 5), item("b", 10, { isSkipped: true }), item("c", 8)]);
  expect(looks(skipping, at(0))).toEqual({ starts: [0, null, 5], endsAt: 13, behindMinutes: -10 });
  expect(scheduleOf(running, at(3)).items.map(({ state }) => state)).toEqual(["done", "passed", "now", "ahead"]);
});

test("an item that is taken up again has what was left of it, and what lies behind it is ahead once more", () => {
  const a = item("a", 5, { startedAt: at(0), endedAt: at(3) });
  expect(remainingMs(a)).toBe(2 * MINUTE);
  const b = item("b", 10, { startedAt: at(3), endedAt: at(4) });
  const back = standing([{ ...a, endedAt: null }, b], { itemId: "a", timer: { endsAt: at(6) } });
  expect(looks(back, at(4))).toMatchObject({ starts: [0, 6], endsAt: 15 });
});

test("a round is over when every kommune has had its share, not when the one that speaks has", () => {
  const agenda = [item("r", 12, { kind: "round", startedAt: at(0) }), item("b", 5)];
  const running = standing(agenda, { itemId: "r", timer: { endsAt: at(1.5) } });
  expect(looks(running, at(1))).toMatchObject({ starts: [0, 12], behindMinutes: 0 });
});

test("what the kommuner of a round have is together what the round has, whoever was given more or less", () => {
  const given = fc.array(fc.record({ more: fc.constantFrom(-1, 1, 5), isForOne: fc.boolean() }));
  const rounds = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), given);
  const check = ([minutes, kommuner, all]: readonly [number, number, readonly Parameters<typeof withMinutes>[1][]]) => {
    const round = all.reduce((was, each) => Object.assign(was, withMinutes(was, each)), item("r", minutes));
    expect(allottedMs(round)).toBe((minutes + round.extraMinutes) * MINUTE);
    const shares = kommuner * shareMs(round, kommuner);
    expect(shares + round.spotlightMinutes * MINUTE).toBeCloseTo(allottedMs(round), 3);
  };
  const bothLess = [
    { more: -1, isForOne: true },
    { more: -1, isForOne: false },
  ];
  fc.assert(fc.property(rounds, check), { examples: [[[1, 1, bothLess]]] });
});

test("a workshop that is held on another day than planned is measured from its own beginning", () => {
  const begun = at(3 * 24 * 60);
  const agenda = [item("a", 5, { startedAt: begun }), item("b", 10)];
  const moved = standing(agenda, { itemId: "a", timer: { endsAt: begun + 5 * MINUTE } });
  expect(scheduleOf(moved, begun + 7 * MINUTE).behindMinutes).toBe(2);
  expect(looks(standing([item("a", 5)]), begun)).toEqual({ starts: [0], endsAt: 5, behindMinutes: null });
});

test("when it is closed the day keeps the times that it had, and is neither behind nor ahead of anything", () => {
  const agenda = [item("a", 5, { startedAt: at(1), endedAt: at(7) }), item("b", 10)];
  const closed = scheduleOf(standing(agenda, { isClosed: true }), at(600));
  expect(closed.items.map(({ state }) => state)).toEqual(["done", "passed"]);
  expect(after(closed.endsAt)).toBe(7);
  expect([closed.behindMinutes, closed.tookMinutes]).toEqual([null, 6]);
  expect(scheduleOf(standing(agenda), at(8)).tookMinutes).toBeNull();
  expect(scheduleOf(standing([item("b", 10)], { isClosed: true }), at(8)).tookMinutes).toBeNull();
});

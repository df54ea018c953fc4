import { expect, test } from "vitest";
import {
  advance,
  covers,
  NOTHING_YET,
  type SaveEvent,
  type SaveProgress,
  STALLED_MS,
  saveState,
} from "./save-state.ts";

const vector = (clock: number) => new Map([[1, clock]]);

const after = (local: ReadonlyMap<number, number>, ...events: SaveEvent[]): SaveProgress =>
  events.reduce((progress, event) => advance(progress, event, local), NOTHING_YET);

const open: SaveEvent[] = [{ type: "opened" }, { type: "synced" }];
const sent: SaveEvent = { type: "frame-sent", at: 0 };

test("a durable vector covers a document only when no client is behind", () => {
  expect(covers(new Map([[1, 5]]), new Map([[1, 5]]))).toBe(true);
  expect(covers(new Map([[1, 4]]), new Map([[1, 5]]))).toBe(false);
  expect(covers(new Map(), new Map([[1, 1]]))).toBe(false);
  expect(covers(new Map([[2, 9]]), new Map())).toBe(true);
});

test("nothing is called saved before the server has answered", () => {
  const progress = after(vector(1), ...open, sent);
  expect(saveState(progress, vector(1), 10)).toEqual({ state: "saving" });
});

test("saved needs both the state vector and the count: a deletion changes the count alone", () => {
  const vectorOnly = after(vector(1), ...open, sent, sent, {
    type: "acknowledged",
    durable: vector(1),
    count: 1,
    at: 5,
  });
  expect(saveState(vectorOnly, vector(1), 10)).toEqual({ state: "saving" });
  const countOnly = after(vector(2), ...open, sent, { type: "acknowledged", durable: vector(1), count: 1, at: 5 });
  expect(saveState(countOnly, vector(2), 10)).toEqual({ state: "saving" });
  const both = after(vector(1), ...open, sent, sent, { type: "acknowledged", durable: vector(1), count: 2, at: 5 });
  expect(saveState(both, vector(1), 10)).toEqual({ state: "saved" });
});

test("offline counts the fields that wait, each once, until the server has them", () => {
  const offline = after(
    vector(3),
    ...open,
    { type: "acknowledged", durable: vector(1), count: 0, at: 1 },
    { type: "dropped" },
    { type: "changed", fields: ["a.title"] },
    { type: "changed", fields: ["a.title", "b.status"] },
  );
  expect(saveState(offline, vector(3), 10)).toEqual({ state: "offline", waiting: 2, blocked: false });
  const back = [...open, sent, { type: "acknowledged", durable: vector(3), count: 1, at: 20 } as const].reduce(
    (progress, event) => advance(progress, event, vector(3)),
    offline,
  );
  expect(saveState(back, vector(3), 21)).toEqual({ state: "saved" });
  expect(back.unsaved.size).toBe(0);
});

test("what others wrote is on the server's disk before it comes here", () => {
  const mine = after(vector(1), ...open, sent, { type: "acknowledged", durable: vector(1), count: 1, at: 5 });
  const both = new Map([
    [1, 1],
    [2, 7],
  ]);
  expect(saveState(mine, both, 10)).toEqual({ state: "saving" });
  expect(saveState(advance(mine, { type: "received", upTo: new Map([[2, 7]]) }, both), both, 10)).toEqual({
    state: "saved",
  });
});

test("an old socket's counts say nothing about a new one", () => {
  const progress = after(
    vector(1),
    ...open,
    sent,
    { type: "acknowledged", durable: vector(1), count: 1, at: 5 },
    { type: "dropped" },
    ...open,
  );
  expect(saveState(progress, vector(1), 10)).toEqual({ state: "saving" });
});

test("a server that keeps silent is not believed for ever", () => {
  const progress = after(vector(1), ...open, sent);
  expect(saveState(progress, vector(1), STALLED_MS - 1)).toEqual({ state: "saving" });
  expect(saveState(progress, vector(1), STALLED_MS)).toEqual({ state: "failed", why: "stalled" });
});

test("a server that says it could not store is believed at once, and again when it could", () => {
  const failed = after(vector(1), ...open, sent, { type: "not-stored" });
  expect(saveState(failed, vector(1), 1)).toEqual({ state: "failed", why: "stalled" });
  const stored = advance(failed, { type: "acknowledged", durable: vector(1), count: 1, at: 9 }, vector(1));
  expect(saveState(stored, vector(1), 10)).toEqual({ state: "saved" });
});

test("a closed door is told until it opens again", () => {
  const closed = after(vector(1), ...open, { type: "closed", why: "session-ended" });
  expect(saveState(closed, vector(1), 10)).toEqual({ state: "failed", why: "session-ended" });
  expect(advance(closed, { type: "opened" }, vector(1)).closed).toBeNull();
});

test("unsaved edits of an earlier visit are counted before the first synchronisation", () => {
  const progress = after(vector(1), { type: "changed", fields: ["a.title"] }, { type: "blocked" });
  expect(saveState(progress, vector(1), 10)).toEqual({ state: "offline", waiting: 1, blocked: true });
});

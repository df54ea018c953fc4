import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "#server/limit-settings.ts";
import { createLimits } from "./limits.ts";

const visitor = (account: string, address = "10.0.0.1") => ({ account, address, room: "b", isPublished: false });

test("steady typing is never stopped, and a burst is forgiven", () => {
  const limits = createLimits();
  for (let second = 0; second < 60; second++) {
    for (let edit = 0; edit < 50; edit++) {
      expect(limits.spend("a", { messages: 1, bytes: 100 }, second * 1000 + edit)).toBe(true);
    }
  }
  for (let edit = 0; edit < 250; edit++) expect(limits.spend("b", { messages: 1, bytes: 100 }, 0)).toBe(true);
});

test("a flood stops its own account only, for longer each time", () => {
  const limits = createLimits();
  const flood = (at: number) => {
    for (let edit = 0; edit <= 300; edit++) limits.spend("a", { messages: 1, bytes: 100 }, at);
  };
  flood(0);
  expect(limits.enter(visitor("a"), 1_900)).toBe(false);
  expect(limits.enter(visitor("b"), 1_900)).toBe(true);
  expect(limits.enter(visitor("a"), 2_100)).toBe(true);
  flood(2_200);
  expect(limits.enter(visitor("a"), 6_000)).toBe(false);
  expect(limits.enter(visitor("a"), 6_300)).toBe(true);
});

test("sixty people behind one address come back together, and no more than the address may", () => {
  const limits = createLimits();
  const knocks = Array.from({ length: 301 }, () => limits.knock("10.0.0.1", 0));
  expect(knocks.indexOf(false)).toBe(300);
  expect(limits.knock("10.0.0.1", 1_000)).toBe(true);
});

test("a board has 150 sockets, and a place is given back", () => {
  const limits = createLimits();
  const enter = (index: number) => limits.enter(visitor(`p${index}`, `10.0.0.${index}`), 0);
  for (let index = 0; index < 150; index++) expect(enter(index)).toBe(true);
  expect(enter(150)).toBe(false);
  limits.leave(visitor("p0", "10.0.0.0"));
  expect(enter(151)).toBe(true);
});

test("a room that the server writes has 600 sockets, and so may the hall have in which a workshop is joined", () => {
  const limits = createLimits();
  const enter = (index: number, now: number, address = "10.0.0.1") =>
    limits.enter({ account: `p${index}`, address, room: "live~w", isPublished: true }, now);
  for (let index = 0; index < 300; index++) expect(enter(index, 0)).toBe(true);
  expect(enter(300, 0)).toBe(false);
  limits.hall("10.0.0.1", 0);
  for (let index = 300; index < 600; index++) expect(enter(index, 0)).toBe(true);
  expect(enter(600, 0)).toBe(false);
  expect(enter(601, 0, "10.0.0.2")).toBe(false);
  for (let index = 0; index < 400; index++) {
    limits.leave({ account: `p${index}`, address: "10.0.0.1", room: "live~w", isPublished: true });
  }
  for (let index = 0; index < 100; index++) expect(enter(index, 13 * 60 * 60_000)).toBe(true);
  expect(enter(100, 13 * 60 * 60_000)).toBe(false);
});

test("an operator's own numbers hold", () => {
  const limits = createLimits({ ...DEFAULT_LIMITS, "sockets-per-account": 2, "messages-at-once": 5 });
  const entered = Array.from({ length: 3 }, () => limits.enter(visitor("a"), 0));
  expect(entered).toEqual([true, true, false]);
  const spent = Array.from({ length: 6 }, () => limits.spend("b", { messages: 1, bytes: 1 }, 0));
  expect(spent.indexOf(false)).toBe(5);
});

test("a socket asks for the whole board five times at once and then once a second, and another one is not held up", () => {
  const limits = createLimits();
  const [socket, other] = [{}, {}];
  const asked = Array.from({ length: 6 }, () => limits.ask(socket, 0));
  expect(asked.indexOf(false)).toBe(5);
  expect(limits.ask(other, 0)).toBe(true);
  expect([limits.ask(socket, 1_000), limits.ask(socket, 1_000)]).toEqual([true, false]);
});

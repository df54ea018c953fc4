import { expect, test } from "vitest";
import { isSettled, mayBecome, owed, QUESTION_STATES, standsIn, votersOf } from "./question.ts";

const chain = [
  { id: "a", mergedInto: "b" },
  { id: "b", mergedInto: "c" },
  { id: "c", mergedInto: null },
  { id: "d", mergedInto: null },
];

test("a question ends answered, together with another, or with a reason; nothing else settles it", () => {
  expect(QUESTION_STATES.filter(isSettled)).toEqual(["answered", "merged", "not-answered"]);
  expect(owed(QUESTION_STATES.map((state) => ({ state }))).map(({ state }) => state)).toEqual([
    "received",
    "on-board",
    "answering",
  ]);
});

test("whatever state it is in, it can come back to the board; nothing is received twice", () => {
  for (const state of QUESTION_STATES) {
    expect(mayBecome(state, "received")).toBe(false);
    if (state !== "on-board") expect(mayBecome(state, "on-board"), state).toBe(true);
  }
});

test("what went into another question ends there", () => {
  expect(QUESTION_STATES.filter((to) => mayBecome("merged", to))).toEqual(["on-board"]);
  expect(QUESTION_STATES.filter((from) => mayBecome(from, "merged"))).toEqual(["received", "on-board", "answering"]);
});

test("a merged question stands in the last one of its chain", () => {
  const byId = new Map(chain.map((question) => [question.id, question]));
  expect(chain.map(({ id }) => standsIn(byId, id))).toEqual(["c", "c", "c", "d"]);
});

test("merging keeps the votes, each voter's once", () => {
  const vote = (questionId: string, participantId: string) => ({ questionId, participantId });
  const voters = votersOf(chain, [vote("a", "p1"), vote("a", "p2"), vote("b", "p2"), vote("c", "p3"), vote("d", "p1")]);
  expect([...(voters.get("c") ?? [])].sort()).toEqual(["p1", "p2", "p3"]);
  expect(["a", "b", "d"].map((id) => voters.get(id)?.size)).toEqual([0, 0, 1]);
});

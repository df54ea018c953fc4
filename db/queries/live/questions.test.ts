import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { workshopRun } from "#db/schema/live.ts";
import { NOW } from "../../../tests/factories.ts";
import { acting, addGuest, aLiveWorkshopOf } from "../../../tests/live-guests.ts";
import { addEntry, changeEntry, entriesSection } from "./entries.ts";
import {
  askQuestion,
  mergeQuestions,
  moveQuestion,
  ownQuestions,
  questionsSection,
  voteForQuestion,
} from "./questions.ts";

function world(): Database {
  const db = aLiveWorkshopOf("holbaek", "varde");
  for (const id of ["ida", "ole", "eva"]) addGuest(db, { id, organisationId: "0316" });
  return db;
}
const WORDS = "Må vi dele elever på tværs?";
const ask = async (db: Database, who: string, question: string | { id: string; text: string }) =>
  askQuestion(db, await acting(db, who), {
    ...(typeof question === "string" ? { id: question, text: WORDS } : question),
    workshopId: "w",
    now: NOW,
  });
const vote = async (db: Database, who: string, questionId: string) =>
  voteForQuestion(db, await acting(db, who), { workshopId: "w", questionId, wants: true });
const takeBack = async (db: Database, who: string, questionId: string) =>
  voteForQuestion(db, await acting(db, who), { workshopId: "w", questionId, wants: false });
const move = (
  db: Database,
  questionId: string,
  over: Omit<Parameters<typeof moveQuestion>[1], "workshopId" | "questionId">,
) => moveQuestion(db, { workshopId: "w", questionId, ...over });
const merge = (db: Database, questionId: string, intoId: string) =>
  mergeQuestions(db, { workshopId: "w", questionId, intoId });
const votes = (db: Database) =>
  Object.fromEntries(Object.entries(questionsSection(db, "w")).map(([id, each]) => [id, each.votes]));
const states = (db: Database) =>
  Object.fromEntries(Object.entries(questionsSection(db, "w")).map(([id, each]) => [id, each.state]));

test("a question is asked once, with the asker's own vote, and says nothing of who asked", async () => {
  const db = world();
  expect(await ask(db, "ida", "q1")).toEqual({ asked: true });
  expect(await ask(db, "ida", "q1")).toEqual({ asked: true });
  expect(questionsSection(db, "w")).toEqual({
    q1: {
      text: WORDS,
      state: "received",
      mergedInto: null,
      answer: "",
      reason: "",
      votes: 1,
      askedAt: NOW,
    },
  });
  expect(await ownQuestions(db, "w", "place-ida")).toEqual({ asked: ["q1"], wanted: ["q1"] });
  expect(await ownQuestions(db, "w", "place-ole")).toEqual({ asked: [], wanted: [] });
});

test("it has words, but not too many, and is asked while the workshop lasts", async () => {
  const db = world();
  expect(await ask(db, "ida", { id: "q1", text: "  " })).toEqual({ refused: "empty" });
  expect(await ask(db, "ida", { id: "q1", text: "x".repeat(281) })).toEqual({ refused: "too-long" });
  db.update(workshopRun).set({ closedAt: NOW }).run();
  expect(await ask(db, "ida", "q1")).toEqual({ refused: "closed" });
  expect(questionsSection(db, "w")).toEqual({});
});

test("somebody votes for it once, and may take it back", async () => {
  const db = world();
  await ask(db, "ida", "q1");
  await vote(db, "ole", "q1");
  await vote(db, "ole", "q1");
  expect(votes(db)).toEqual({ q1: 2 });
  await takeBack(db, "ole", "q1");
  expect(votes(db)).toEqual({ q1: 1 });
  expect(await vote(db, "facilitator", "q1")).toEqual({ refused: "forbidden" });
});

test("merging keeps the votes of both, each voter's once; taken apart each has its own again", async () => {
  const db = world();
  await ask(db, "ida", "q1");
  await ask(db, "ole", "q2");
  await vote(db, "eva", "q1");
  await vote(db, "eva", "q2");
  expect(await merge(db, "q2", "q1")).toEqual({ done: true });
  expect(votes(db)).toEqual({ q1: 3, q2: 0 });
  expect(questionsSection(db, "w")["q2"]).toMatchObject({ state: "merged", mergedInto: "q1" });
  expect(await ownQuestions(db, "w", "place-ole")).toEqual({ asked: ["q2"], wanted: ["q1"] });
  await takeBack(db, "ole", "q1");
  expect(votes(db)).toEqual({ q1: 2, q2: 0 });
  await move(db, "q2", { state: "on-board" });
  expect(votes(db)).toEqual({ q1: 2, q2: 1 });
});

test("nothing is merged into itself, in a circle, or into another workshop's", async () => {
  const db = world();
  await ask(db, "ida", "q1");
  await ask(db, "ole", "q2");
  expect(await merge(db, "q1", "q1")).toEqual({ refused: "illegal" });
  await merge(db, "q2", "q1");
  expect(await merge(db, "q1", "q2")).toEqual({ refused: "illegal" });
  expect(await merge(db, "q1", "elsewhere")).toEqual({ refused: "unknown" });
});

test("one question is answered at a time; it ends with an answer, or with a reason", async () => {
  const db = world();
  await ask(db, "ida", "q1");
  await ask(db, "ole", "q2");
  await move(db, "q1", { state: "answering" });
  await move(db, "q2", { state: "answering" });
  expect(states(db)).toEqual({ q1: "on-board", q2: "answering" });
  expect(await move(db, "q2", { state: "answered", answer: "Ja, efter aftale." })).toEqual({ done: true });
  expect(await move(db, "q1", { state: "not-answered" })).toEqual({ refused: "reason-missing" });
  expect(await move(db, "q1", { state: "not-answered", reason: "Ligger hos KL" })).toEqual({ done: true });
  expect(questionsSection(db, "w")).toMatchObject({
    q1: { state: "not-answered", reason: "Ligger hos KL" },
    q2: { state: "answered", answer: "Ja, efter aftale." },
  });
});

test("the answer is written after the workshop too", async () => {
  const db = world();
  await ask(db, "ida", "q1");
  await move(db, "q1", { state: "answered" });
  db.update(workshopRun).set({ closedAt: NOW }).run();
  expect(await move(db, "q1", { state: "answered", answer: "Ja" })).toEqual({ done: true });
  expect(questionsSection(db, "w")["q1"]?.answer).toBe("Ja");
  // Taken up again, it keeps what was written.
  await move(db, "q1", { state: "on-board" });
  expect(questionsSection(db, "w")["q1"]).toMatchObject({ state: "on-board", answer: "Ja" });
});

const enter = async (db: Database, who: string, over: Partial<Parameters<typeof addEntry>[2]> = {}) =>
  addEntry(db, await acting(db, who), {
    id: "e1",
    workshopId: "w",
    kind: "parked",
    text: "Hvem betaler?",
    now: NOW,
    ...over,
  });

test("everybody parks; what is decided, the facilitator writes down", async () => {
  const db = world();
  expect(await enter(db, "ida")).toEqual({ added: true });
  expect(await enter(db, "ida", { id: "e2", kind: "decision" })).toEqual({ refused: "forbidden" });
  expect(await enter(db, "facilitator", { id: "e2", kind: "decision", text: "Ét kursus" })).toEqual({ added: true });
  expect(await enter(db, "ida", { id: "e3", text: "x".repeat(281) })).toEqual({ refused: "too-long" });
  expect(Object.values(entriesSection(db, "w")).map(({ kind, text }) => [kind, text])).toEqual([
    ["parked", "Hvem betaler?"],
    ["decision", "Ét kursus"],
  ]);
});

test("an entry moves between the lists, goes away and comes back; another workshop's does not", async () => {
  const db = world();
  await enter(db, "ida");
  const change = (changed: Parameters<typeof changeEntry>[1]["change"], workshopId = "w") =>
    changeEntry(db, { workshopId, entryId: "e1", change: changed });
  await change({ kind: "decision" });
  expect(entriesSection(db, "w")["e1"]?.kind).toBe("decision");
  await change({ removedAt: NOW });
  expect(entriesSection(db, "w")).toEqual({});
  await change({ removedAt: null });
  expect(await change({ kind: "parked" }, "elsewhere")).toBe(false);
  expect(entriesSection(db, "w")["e1"]?.kind).toBe("decision");
});

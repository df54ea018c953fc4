import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { agendaItem, note, vote, workshopRun } from "#db/schema/live.ts";
import { seatVoter } from "#domain/live/ballot.ts";
import { addInitiative, NOW } from "../../../tests/factories.ts";
import { addCluster, addParticipant, addShownNote, aLiveWorkshop, standAt } from "../../../tests/live-world.ts";
import { castVote, ownVotes, revealBallot } from "./ballots.ts";
import { setBallotCount, showResult } from "./showing.ts";
import { next } from "./stage.ts";
import { readLiveView, readScreenView } from "./view.ts";

const AGENDA = [
  { id: "write", kind: "silent-writing" },
  { id: "vote", kind: "vote", voteBudget: 3 },
] as const;
const BALLOT = { workshopId: "w", itemId: "vote" };

/** A cluster of two notes and a loose one, to be voted on. */
function aBallot(): Database {
  const db = aLiveWorkshop(AGENDA, "vote");
  addCluster(db, { id: "mentors", itemId: "write" });
  for (const id of ["a", "b"]) addShownNote(db, { id, itemId: "write", clusterId: "mentors" });
  addShownNote(db, { id: "loose", itemId: "write" });
  addParticipant(db, { id: "p", tableId: "t1", isHost: true });
  addParticipant(db, { id: "q", organisationId: "0573" });
  return db;
}
/** As `2 for mentors`, or `2 for mentors, seat 1`. */
function cast(db: Database, participantId: string, given: string) {
  const [, votes, targetId = "", seat] = /^(-?\d+) for ([\w/]+)(?:, seat (\d))?$/.exec(given) ?? [];
  const voter = { participantId, ...(seat !== undefined && { seat: Number(seat) }) };
  return castVote(db, { ...BALLOT, voter, targetId, votes: Number(votes) });
}
const ballot = async (db: Database, itemId = "vote") => (await readLiveView(db, "w")).ballots[itemId];

test("clusters and the notes in none are voted on; a vote can be moved and taken back", async () => {
  const db = aBallot();
  expect((await ballot(db))?.targets).toEqual([
    { id: "mentors", text: "mentors", notes: 2 },
    { id: "loose", text: "loose", notes: 1 },
  ]);
  expect(await cast(db, "p", "2 for mentors")).toEqual({ cast: true, left: 1 });
  expect(await cast(db, "p", "1 for loose")).toEqual({ cast: true, left: 0 });
  expect(await cast(db, "p", "0 for mentors")).toEqual({ cast: true, left: 2 });
  expect(await ownVotes(db, { ...BALLOT, voter: { participantId: "p" } })).toEqual({ loose: 1 });
});

test("a fourth vote is refused and changes nothing", async () => {
  const db = aBallot();
  await cast(db, "p", "3 for mentors");
  expect(await cast(db, "p", "1 for loose")).toEqual({ cast: false, refused: "budget" });
  expect(await cast(db, "p", "4 for mentors")).toEqual({ cast: false, refused: "budget" });
  expect(await cast(db, "p", "-1 for mentors")).toEqual({ cast: false, refused: "budget" });
  expect(await ownVotes(db, { ...BALLOT, voter: { participantId: "p" } })).toEqual({ mentors: 3 });
});

test("what cannot be voted for, a stranger and a closed ballot are refused", async () => {
  const db = aBallot();
  db.insert(note).values({ id: "secret", workshopId: "w", itemId: "write", text: "hidden" }).run();
  for (const target of ["secret", "a", "nothing"])
    expect(await cast(db, "p", `1 for ${target}`)).toMatchObject({ refused: "target" });
  expect(await cast(db, "nobody", "1 for loose")).toMatchObject({ refused: "seat" });
  standAt(db, "write");
  expect(await cast(db, "p", "1 for loose")).toMatchObject({ refused: "closed" });
  standAt(db, "vote");
  db.update(workshopRun).set({ closedAt: NOW }).run();
  expect(await cast(db, "p", "1 for loose")).toMatchObject({ refused: "closed" });
});

test("a table's host votes for its seats, each with a budget of its own; nobody else does", async () => {
  const db = aBallot();
  expect(await cast(db, "p", "3 for mentors, seat 1")).toEqual({ cast: true, left: 0 });
  expect(await cast(db, "p", "3 for mentors, seat 2")).toEqual({ cast: true, left: 0 });
  expect(await cast(db, "p", "1 for mentors, seat 7")).toMatchObject({ refused: "seat" });
  expect(await cast(db, "q", "1 for mentors, seat 1")).toMatchObject({ refused: "seat" });
  expect(db.select({ voter: vote.voter }).from(vote).all()).toEqual([
    { voter: seatVoter("t1", 1) },
    { voter: seatVoter("t1", 2) },
  ]);
});

test("before the reveal nobody is told more than how many have voted; then the result is there and the votes are gone", async () => {
  const db = aBallot();
  await cast(db, "p", "3 for mentors");
  await cast(db, "q", "2 for loose");
  expect(await ballot(db)).toMatchObject({ result: null });
  expect((await readLiveView(db, "w")).voters).toEqual({ vote: 2 });
  expect(JSON.stringify(await readLiveView(db, "w"))).not.toContain('"votes":3');
  expect(await revealBallot(db, { ...BALLOT, personId: "facilitator", now: NOW })).toBe(true);
  expect((await ballot(db))?.result).toMatchObject({
    voters: 2,
    votes: 5,
    targets: [
      { id: "mentors", text: "mentors", votes: 3, rank: 1, balanced: 0.5, balancedRank: 1 },
      { id: "loose", votes: 2, rank: 2, balanced: 0.5, balancedRank: 1 },
    ],
  });
  expect(db.select().from(vote).all()).toEqual([]);
  expect(await revealBallot(db, { ...BALLOT, personId: "facilitator", now: NOW })).toBe(false);
  expect(await cast(db, "p", "1 for loose")).toMatchObject({ refused: "closed" });
});

test("after ideas, those that were written meanwhile on shared boards are voted on", async () => {
  const agenda = [...AGENDA, { id: "ideas", kind: "ideas" }, { id: "vote2", kind: "vote", voteBudget: 3 }] as const;
  const db = aLiveWorkshop(agenda, "ideas");
  db.update(agendaItem)
    .set({ startedAt: NOW - 1, endedAt: NOW + 1 })
    .where(eq(agendaItem.id, "ideas"))
    .run();
  standAt(db, "vote2");
  addInitiative(db, { boardId: "varde", id: "idea", title: "Fælles mentorkursus" });
  addInitiative(db, { boardId: "varde", id: "binned", binnedAt: NOW });
  expect((await ballot(db, "vote2"))?.targets).toEqual([{ id: "varde/idea", text: "Fælles mentorkursus", notes: 0 }]);
  db.update(agendaItem)
    .set({ endedAt: NOW - 1 })
    .where(eq(agendaItem.id, "ideas"))
    .run();
  expect((await ballot(db, "vote2"))?.targets).toEqual([]);
});

test("the facilitator chooses by which count everybody is shown the result; others' items and other items are refused", async () => {
  const db = aBallot();
  await revealBallot(db, { ...BALLOT, personId: "facilitator", now: NOW });
  const by = { workshopId: "w", personId: "facilitator", at: NOW };
  expect(await ballot(db)).toMatchObject({ count: "raw" });
  expect(await setBallotCount(db, by, { itemId: "vote", count: "balanced" })).toEqual({ done: true });
  expect(await ballot(db)).toMatchObject({ count: "balanced" });
  expect((await readScreenView(db, "w")).ballots["vote"]).toMatchObject({ count: "balanced" });
  expect(await setBallotCount(db, by, { itemId: "write", count: "balanced" })).toEqual({ refused: "no-such-item" });
  expect(await setBallotCount(db, { ...by, personId: "another" }, { itemId: "vote", count: "raw" })).toEqual({
    refused: "not-lead",
  });
  expect(await ballot(db)).toMatchObject({ count: "balanced" });
});

test("place by place from the fifth up: what is not shown yet is in no view, a press too many does nothing, and going on shows the rest", async () => {
  const db = aLiveWorkshop([...AGENDA, { id: "break", kind: "break" }], "vote");
  addParticipant(db, { id: "p" });
  const given = { a: 5, b: 4, c: 4, d: 3, e: 2, f: 1 };
  for (const [id, votes] of Object.entries(given)) {
    addShownNote(db, { id, itemId: "write" });
    db.insert(vote).values({ itemId: "vote", voter: id, targetId: id, votes, organisationId: "0316" }).run();
  }
  const by = { workshopId: "w", personId: "facilitator", at: NOW, random: () => 0.5 };
  const step = (from: number) => showResult(db, by, { itemId: "vote", how: "step", from });
  const seen = async () => {
    const { result, shownFrom } = (await ballot(db)) ?? expect.fail("no ballot");
    return [shownFrom, result?.targets.map(({ id }) => id).join("")];
  };
  await step(0);
  expect(await seen()).toEqual([5, "ef"]);
  await step(0);
  expect(await seen()).toEqual([5, "ef"]);
  expect(await setBallotCount(db, by, { itemId: "vote", count: "balanced" })).toEqual({ refused: "half-shown" });
  await step(5);
  await step(4);
  expect(await seen()).toEqual([2, "bcdef"]);
  await step(2);
  expect(await seen()).toEqual([1, "abcdef"]);
  expect(await step(1)).toEqual({ refused: "no-such-item" });
  db.update(agendaItem).set({ shownFrom: 4 }).where(eq(agendaItem.id, "vote")).run();
  await next(db, by, "vote");
  expect(await seen()).toEqual([1, "abcdef"]);
});

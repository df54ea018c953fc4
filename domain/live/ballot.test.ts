import { expect, test } from "vitest";
import { type BallotCount, type CastVote, placedBy, seatVoter, tally } from "./ballot.ts";

const X = { id: "x", text: "X" };
const Y = { id: "y", text: "Y" };
const Z = { id: "z", text: "Z" };

let voters = 0;
const by = (
  municipalityId: string | null,
  given: Record<string, number>,
  role: CastVote["role"] = "employee",
): CastVote[] => {
  const voter = `voter-${voters++}`;
  return Object.entries(given).map(([targetId, votes]) => ({ voter, targetId, votes, municipalityId, role }));
};
const resultOf = (id: string, { targets }: ReturnType<typeof tally>) => targets.find((target) => target.id === id);

test("a big delegation does not carry the balanced result: the example of the product's rules", () => {
  // A, five people: 10 of 15 for X. B, two people: 0 of 6.
  const a = [by("a", { x: 3 }), by("a", { x: 3 }), by("a", { x: 3 }), by("a", { x: 1, y: 2 }), by("a", { y: 3 })];
  const b = [by("b", { y: 3 }), by("b", { y: 3 })];
  const result = tally([X, Y], [...a, ...b].flat());
  expect(result).toMatchObject({ voters: 7, votes: 21, municipalities: 2 });
  expect(resultOf("x", result)).toMatchObject({ votes: 10, rank: 2, balancedRank: 2 });
  expect(resultOf("x", result)?.balanced).toBeCloseTo(1 / 3);
  expect(resultOf("y", result)?.balanced).toBeCloseTo(2 / 3);
});

test("equal ones share a place, raw and balanced, and the next is counted on", () => {
  const result = tally([X, Y, Z], [by("a", { x: 2, y: 2 }), by("b", { z: 1, x: 1, y: 1 })].flat());
  expect(result.targets.map(({ id, rank, balancedRank }) => [id, rank, balancedRank])).toEqual([
    ["x", 1, 1],
    ["y", 1, 1],
    ["z", 3, 3],
  ]);
});

test("broad are three of four kommuner together with half of the actor types, of those that voted", () => {
  const votes = [
    by("a", { x: 1 }, "leader"),
    by("b", { x: 1 }, "leader"),
    by("c", { x: 1 }, "hr"),
    by("d", { y: 1 }, "union"),
    by("d", { y: 1 }, "education"),
  ].flat();
  const result = tally([X, Y], votes);
  expect(resultOf("x", result)).toMatchObject({ municipalities: 3, roles: 2, hasBroadMajority: true });
  expect(resultOf("y", result)).toMatchObject({ municipalities: 1, hasBroadMajority: false });
  const withoutHr = tally(
    [X, Y],
    votes.map((vote) => (vote.role === "hr" ? { ...vote, role: "leader" as const } : vote)),
  );
  expect(resultOf("x", withoutHr)).toMatchObject({ municipalities: 3, roles: 1, hasBroadMajority: false });
});

test("votes for a seat without a phone count and are marked; they speak for no actor type", () => {
  const seat: CastVote = { voter: seatVoter("t", 1), targetId: "x", votes: 2, municipalityId: "a", role: null };
  const result = tally([X, Y], [seat, ...by("a", { x: 1 })]);
  expect(result).toMatchObject({ voters: 2, votes: 3, proxyVotes: 2, roles: 1 });
  expect(resultOf("x", result)).toMatchObject({ votes: 3, proxyVotes: 2, balanced: 1 });
});

test("who comes from no kommune counts raw only, and nothing counts for what could not be voted for", () => {
  const result = tally([X, Y], [by(null, { x: 3 }, "union"), by("a", { y: 1 }), by("a", { gone: 2 })].flat());
  expect(result).toMatchObject({ votes: 4, municipalities: 1 });
  expect(resultOf("x", result)).toMatchObject({ votes: 3, balanced: 0, municipalities: 0, hasBroadMajority: false });
  expect(resultOf("y", result)).toMatchObject({ votes: 1, balanced: 1, balancedRank: 1 });
});

test("without votes nothing is ahead", () => {
  const result = tally([X, Y], []);
  expect(result).toMatchObject({ voters: 0, votes: 0, municipalities: 0 });
  expect(
    result.targets.every(({ rank, balanced, hasBroadMajority }) => rank === 1 && balanced === 0 && !hasBroadMajority),
  ).toBe(true);
});

test("by votes a big delegation leads, by kommuner the one that most of them share; equal ones are tied in either", () => {
  // A gives 6 votes, B 2 and C 2. X: 5/6, 0, 0 → 5 votes, 28 %. Y: 1/6, 1/2, 1/2 → 3 votes, 39 %. Z and W: 1/2 of B or of C → 1 vote, 17 %.
  const W = { id: "w", text: "W" };
  const votes = [by("a", { x: 5, y: 1 }), by("b", { y: 1, z: 1 }), by("c", { y: 1, w: 1 })].flat();
  const result = tally([X, Y, Z, W, { id: "none", text: "None" }], votes);
  const told = (count: BallotCount) =>
    placedBy(result, count).map(({ id, place, isTied, votes, balanced }) => [
      id,
      place,
      isTied,
      votes,
      balanced.toFixed(3),
    ]);
  expect(told("raw")).toEqual([
    ["x", 1, false, 5, "0.278"],
    ["y", 2, false, 3, "0.389"],
    ["z", 3, true, 1, "0.167"],
    ["w", 3, true, 1, "0.167"],
  ]);
  expect(told("balanced")).toEqual([
    ["y", 1, false, 3, "0.389"],
    ["x", 2, false, 5, "0.278"],
    ["z", 3, true, 1, "0.167"],
    ["w", 3, true, 1, "0.167"],
  ]);
  expect(placedBy(result, "raw").map(({ ofMost }) => ofMost)).toEqual([1, 0.6, 0.2, 0.2]);
  expect(placedBy(result, "raw")[1]).toMatchObject({ id: "y", hasBroadMajority: true });
  expect(placedBy(result, "balanced")[0]).toMatchObject({ id: "y", hasBroadMajority: true });
});

/**
 * A ballot: votes with a budget, blind until it is revealed; then raw, and balanced so that a big delegation cannot carry it.
 * The formula and "Bredt flertal" are those of the product's interaction rules.
 */
import type { ParticipantRole } from "./participant.ts";

/** What one voter gave one target. */
export interface CastVote {
  readonly voter: string;
  readonly targetId: string;
  readonly votes: number;
  /** Null for somebody from no kommune: such votes count raw, but belong to no kommune's share. */
  readonly municipalityId: string | null;
  /** Null for a seat that the table's host voted for. */
  readonly role: ParticipantRole | null;
}

export interface BallotTarget {
  readonly id: string;
  readonly text: string;
}

export interface TargetResult extends BallotTarget {
  readonly votes: number;
  /** Of them, those that hosts cast for people without a phone. */
  readonly proxyVotes: number;
  /** Mean over the kommuner that voted of the share of its votes that each gave this, 0–1. */
  readonly balanced: number;
  /** Kommuner and actor types from which at least one vote came. */
  readonly municipalities: number;
  readonly roles: number;
  readonly hasBroadMajority: boolean;
  /** Place from 1; equal ones share a place. */
  readonly rank: number;
  readonly balancedRank: number;
}

export interface BallotResult {
  readonly voters: number;
  readonly votes: number;
  readonly proxyVotes: number;
  /** Kommuner and actor types from which somebody voted. */
  readonly municipalities: number;
  readonly roles: number;
  /** Most votes first; equal ones as they were shown. */
  readonly targets: readonly TargetResult[];
}

/** The two ways to count: each vote alike, or each kommune alike. */
export const BALLOT_COUNTS = ["raw", "balanced"] as const;
export type BallotCount = (typeof BALLOT_COUNTS)[number];

/** A target at its place by one of the counts. */
export interface PlacedTarget extends TargetResult {
  readonly place: number;
  /** Whether another one has the same place. */
  readonly isTied: boolean;
  /** Of what the first one shown has, 0–1. */
  readonly ofMost: number;
}

/** What got votes, best first by the count; equal ones share a place and stand as they were shown. */
export function placedBy({ targets }: BallotResult, count: BallotCount): PlacedTarget[] {
  const placeOf = ({ rank, balancedRank }: TargetResult) => (count === "raw" ? rank : balancedRank);
  const scoreOf = ({ votes, balanced }: TargetResult) => (count === "raw" ? votes : balanced);
  const voted = targets.filter(({ votes }) => votes > 0);
  const most = Math.max(0, ...voted.map(scoreOf));
  return voted
    .map((target) => ({
      ...target,
      place: placeOf(target),
      isTied: voted.some((other) => other.id !== target.id && placeOf(other) === placeOf(target)),
      ofMost: most === 0 ? 0 : scoreOf(target) / most,
    }))
    .sort((a, b) => a.place - b.place);
}

/** Where showing a result place by place begins. */
const FIRST_SHOWN_PLACE = 5;

/** The place that is shown next on the way up; 1 when it is the last. @param shownFrom null before any is shown */
export function placeAbove(result: BallotResult, count: BallotCount, shownFrom: number | null): number {
  const below = shownFrom ?? FIRST_SHOWN_PLACE + 1;
  const places = placedBy(result, count).map(({ place }) => place);
  return Math.max(1, ...places.filter((place) => place < below));
}

/** The result without what stands above a place: nobody is sent it before it is shown. */
export function shownOf(result: BallotResult, count: BallotCount, shownFrom: number): BallotResult {
  const withheld = new Set(
    placedBy(result, count)
      .filter(({ place }) => place < shownFrom)
      .map(({ id }) => id),
  );
  return { ...result, targets: result.targets.filter(({ id }) => !withheld.has(id)) };
}

/** Shares of the kommuner and of the actor types that voted, from which "Bredt flertal" is said. */
const BROAD = { municipalities: 0.75, roles: 0.5 } as const;

/** Voter of a seat at a table that has no phone. */
export const seatVoter = (tableId: string, seat: number): string => `seat:${tableId}:${seat}`;
const isSeat = (voter: string): boolean => voter.startsWith("seat:");

/** @param targets what could be voted for, in the order shown; votes for anything else are left out */
export function tally(targets: readonly BallotTarget[], cast: readonly CastVote[]): BallotResult {
  const known = new Set(targets.map(({ id }) => id));
  const votes = cast.filter((each) => known.has(each.targetId) && each.votes > 0);
  const castBy = sumBy(votes, ({ municipalityId }) => municipalityId);
  const voting = { municipalities: castBy.size, roles: distinct(votes, ({ role }) => role) };
  const counted = targets.map((target) => {
    const forIt = votes.filter(({ targetId }) => targetId === target.id);
    const by = sumBy(forIt, ({ municipalityId }) => municipalityId);
    const shares = [...by].map(([id, given]) => given / (castBy.get(id) ?? given));
    const roles = distinct(forIt, ({ role }) => role);
    return {
      ...target,
      votes: sum(forIt),
      proxyVotes: sum(forIt.filter(({ voter }) => isSeat(voter))),
      balanced: voting.municipalities === 0 ? 0 : shares.reduce((all, share) => all + share, 0) / voting.municipalities,
      municipalities: by.size,
      roles,
      hasBroadMajority: isBroad({ municipalities: by.size, roles }, voting),
    };
  });
  const rank = rankIn(counted.map((each) => each.votes));
  const balancedRank = rankIn(counted.map((each) => each.balanced));
  return {
    voters: new Set(votes.map(({ voter }) => voter)).size,
    votes: sum(votes),
    proxyVotes: sum(votes.filter(({ voter }) => isSeat(voter))),
    ...voting,
    targets: counted
      .map((each) => ({ ...each, rank: rank(each.votes), balancedRank: balancedRank(each.balanced) }))
      .sort((a, b) => b.votes - a.votes),
  };
}

interface Breadth {
  readonly municipalities: number;
  readonly roles: number;
}

const isBroad = (behind: Breadth, voting: Breadth): boolean =>
  behind.municipalities > 0 &&
  behind.municipalities >= BROAD.municipalities * voting.municipalities &&
  behind.roles >= BROAD.roles * voting.roles;

const sum = (votes: readonly CastVote[]): number => votes.reduce((all, each) => all + each.votes, 0);

function sumBy(votes: readonly CastVote[], key: (vote: CastVote) => string | null): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const vote of votes) {
    const of = key(vote);
    if (of !== null) sums.set(of, (sums.get(of) ?? 0) + vote.votes);
  }
  return sums;
}

const distinct = (votes: readonly CastVote[], key: (vote: CastVote) => string | null): number =>
  new Set(votes.map(key).filter((each) => each !== null)).size;

/** Shares that differ by less are equal: sums of thirds in another order. */
const EPSILON = 1e-9;

const rankIn =
  (values: readonly number[]) =>
  (value: number): number =>
    1 + values.filter((other) => other > value + EPSILON).length;

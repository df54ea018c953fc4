/** A ballot: votes with a budget, blind until it is revealed; then raw and balanced between the kommuner. */
import type { ParticipantRole } from "./participant.ts";

/** What one voter gave one target. */
export interface CastVote {
  readonly voter: string;
  readonly targetId: string;
  readonly votes: number;
  /** Null for somebody from elsewhere. */
  readonly organisationId: string | null;
  /** Null for a seat that the table's host voted for. */
  readonly role: ParticipantRole | null;
}

export interface TargetResult {
  readonly targetId: string;
  readonly votes: number;
  /** Of them, those that hosts cast for people without a phone. */
  readonly proxyVotes: number;
  /** Share of the votes that counts each kommune alike, 0–1 (PRODUCT, interaction rules). */
  readonly balanced: number;
  /** The kommuner behind it, and how many actor types. */
  readonly organisationIds: readonly string[];
  readonly roles: number;
  readonly hasBroadMajority: boolean;
  /** Place by votes and by balanced share, from 1; equal ones share a place. */
  readonly rank: number;
  readonly balancedRank: number;
}

export interface BallotResult {
  readonly voters: number;
  readonly votes: number;
  /** Kommuner from which somebody voted. */
  readonly organisations: number;
  readonly roles: number;
  readonly targets: readonly TargetResult[];
}

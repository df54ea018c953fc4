import type { CommitmentProblems } from "#domain/live/commitment.ts";

/** What is wrong with each field of an agreement; nothing when it was saved. */
export interface CommitmentAnswer {
  readonly problems: CommitmentProblems;
}

/** What the check finds between two initiatives, and how the two kommuner decide about it. */

export const FINDING_KINDS = ["overlap", "learn-from", "shared-actor", "complementary"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const STRENGTHS = ["strong", "medium", "weak"] as const;
export type Strength = (typeof STRENGTHS)[number];

export const ANSWERS = [
  "merge",
  "coordinate",
  "meet",
  "learn-from",
  "unrelated",
  "deliberately-parallel",
] as const;
export type Answer = (typeof ANSWERS)[number];

export const FINDING_STATES = ["proposed", "confirmed", "parallel", "dismissed", "outdated"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** A stretch of one field: `[field, from, to)` in UTF-16 units; `title`, `description`, `actors.0`, `professions` … */
export type Evidence = readonly [field: string, from: number, to: number];

/** One line of the explanation. `weight` is its share of the score; negative speaks against. */
export interface Reason {
  readonly code: string;
  readonly weight: number;
  /** Values the sentence needs: concept ids, actor names, statuses. */
  readonly params: Readonly<Record<string, string>>;
  readonly a: readonly Evidence[];
  readonly b: readonly Evidence[];
}

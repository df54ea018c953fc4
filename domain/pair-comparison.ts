/** What two initiatives have in common, field by field: the middle column of the pair's page. */
import { type InitiativeStatus, LANES, laneOf, type TagField } from "#domain/initiative.ts";

export const COMPARED_FIELDS = [
  "professions",
  "targetGroups",
  "actors",
  "activities",
  "themes",
  "chainLinks",
  "departments",
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/**
 * `same`: all of the shorter list is in the other; `some`: a part of it; `different`: nothing though both say something;
 * `unknown`: at least one of them says nothing.
 */
export type SetVerdict = "same" | "some" | "different" | "unknown";

export interface SetComparison {
  readonly field: ComparedField;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly shared: readonly string[];
  readonly verdict: SetVerdict;
}

export function compareSets(field: ComparedField, a: readonly string[], b: readonly string[]): SetComparison {
  const shared = a.filter((id) => b.includes(id));
  return { field, a, b, shared, verdict: verdictOf(shared.length, Math.min(a.length, b.length)) };
}

function verdictOf(shared: number, shorter: number): SetVerdict {
  if (shorter === 0) return "unknown";
  if (shared === 0) return "different";
  return shared === shorter ? "same" : "some";
}

/** Which of the two is further on the way from idea to finished. */
export type PhaseVerdict = "same" | "a-ahead" | "b-ahead";

export function comparePhases(a: InitiativeStatus, b: InitiativeStatus): PhaseVerdict {
  const distance = LANES.indexOf(laneOf(a)) - LANES.indexOf(laneOf(b));
  if (distance === 0) return "same";
  return distance > 0 ? "a-ahead" : "b-ahead";
}

/** What a comparison reads of an initiative; actor ids are resolved through merges. */
export interface ComparedInitiative {
  readonly tags: Readonly<Record<TagField, readonly string[]>>;
  readonly actorIds: readonly string[];
}

export const compareInitiatives = (a: ComparedInitiative, b: ComparedInitiative): SetComparison[] =>
  COMPARED_FIELDS.map((field) =>
    field === "actors" ? compareSets(field, a.actorIds, b.actorIds) : compareSets(field, a.tags[field], b.tags[field]),
  );

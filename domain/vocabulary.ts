/**
 * The open vocabularies that an initiative is tagged from, with the words people read. They are data: their ids are those
 * of `domain/reference`, their labels Danish in every language of the pages.
 */
import type { TagField } from "#domain/initiative.ts";
import professionReference from "./reference/professions.json" with { type: "json" };
import themeReference from "./reference/themes.json" with { type: "json" };

/** Chain links are a closed set; their names stand with the texts of the pages. */
export type OpenField = Exclude<TagField, "chainLinks">;
export const OPEN_FIELDS = [
  "professions",
  "themes",
  "activities",
  "targetGroups",
  "departments",
] as const satisfies OpenField[];

export interface Term {
  readonly id: string;
  readonly label: string;
}

const toTerms = (entries: readonly Term[]): readonly Term[] => entries.map(({ id, label }) => ({ id, label }));

const TERMS: Readonly<Record<OpenField, readonly Term[]>> = {
  professions: toTerms(professionReference.professions),
  themes: toTerms(themeReference.themes),
  activities: toTerms(themeReference.activityTypes),
  targetGroups: toTerms(themeReference.targetGroups),
  departments: toTerms(themeReference.departments),
};

const LABELS = new Map(
  OPEN_FIELDS.map((field) => [field, new Map(TERMS[field].map(({ id, label }) => [id, label]))] as const),
);

/** All terms of a field, in the order of the reference data. */
export const termsOf = (field: OpenField): readonly Term[] => TERMS[field];

/** The word for an id; the id itself where the vocabulary has lost it, since documents keep what they were tagged with. */
export const termLabel = (field: OpenField, id: string): string => LABELS.get(field)?.get(id) ?? id;

export const isTerm = (field: OpenField, id: string): boolean => LABELS.get(field)?.has(id) ?? false;

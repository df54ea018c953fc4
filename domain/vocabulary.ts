/**
 * The open vocabularies that an initiative is tagged from, with the words people read. They are data: ids and words are
 * those of `domain/reference`.
 */
import { CHAIN_LINKS, type TagField } from "#domain/initiative.ts";
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

/** A term in the language it was asked for. */
export interface Term {
  readonly id: string;
  readonly label: string;
}
type Language = "da" | "en";
type Terms = ReadonlyMap<string, Readonly<Record<Language, string>>>;

const toTerms = (entries: readonly { id: string; label: string; labelEn: string }[]): Terms =>
  new Map(entries.map(({ id, label, labelEn }) => [id, { da: label, en: labelEn }]));

const TERMS: Readonly<Record<OpenField, Terms>> = {
  professions: toTerms(professionReference.professions),
  themes: toTerms(themeReference.themes),
  activities: toTerms(themeReference.activityTypes),
  targetGroups: toTerms(themeReference.targetGroups),
  departments: toTerms(themeReference.departments),
};

/** The ids of a field, in the order of the reference data. */
export const termIds = (field: OpenField): readonly string[] => [...TERMS[field].keys()];

/** All terms of a field, in the order of the reference data. */
export const termsOf = (field: OpenField, language: Language): readonly Term[] =>
  [...TERMS[field]].map(([id, labels]) => ({ id, label: labels[language] }));

/** The word for an id; the id itself where the vocabulary has lost it, since documents keep what they were tagged with. */
export const termLabel = (field: OpenField, id: string, language: Language): string =>
  TERMS[field].get(id)?.[language] ?? id;

export const isTerm = (field: OpenField, id: string): boolean => TERMS[field].has(id);

/** The same for any field of tags. */
export const isTag = (field: TagField, id: string): boolean =>
  field === "chainLinks" ? (CHAIN_LINKS as readonly string[]).includes(id) : isTerm(field, id);

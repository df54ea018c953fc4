/** What a surface form may be that people add to the lexicon: apart from the lexicon itself, which pages need not fetch (SPEC.md F10). */
import type { Facet } from "./lexicon.ts";

/** Facets that people may add words to: those that a reason names. */
export const OPEN_FACETS = ["means", "target", "aim", "staff"] as const satisfies readonly Facet[];
export type OpenFacet = (typeof OPEN_FACETS)[number];

export interface AddedForm {
  readonly facet: OpenFacet;
  readonly conceptId: string;
  readonly form: string;
}

export const FORM_LIMIT = 60;

/** As it is kept: plain words, small letters, single spaces. */
export const plainForm = (text: string): string => text.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " ");

/** One to four words of letters, with a hyphen or a figure; the notation of the lexicon's own patterns is not for people. */
export const isForm = (form: string): boolean =>
  form.length >= 3 &&
  form.length <= FORM_LIMIT &&
  /^[\p{L}\d-]+(?: [\p{L}\d-]+){0,3}$/u.test(form) &&
  /\p{L}{3}/u.test(form);

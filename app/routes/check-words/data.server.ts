import type { Services } from "#app/http/load-context.server.ts";
import type { Language } from "#app/text/texts.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { initiativeTitles } from "#db/queries/checked-initiatives.ts";
import { listAddedForms, type StandingForm } from "#db/queries/lexicon-forms.ts";
import { compareDanish } from "#domain/danish-order.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";
import { conceptLabel } from "#domain/synergy/concept-label.ts";
import { type AddedForm, isForm, OPEN_FACETS, type OpenFacet, plainForm } from "#domain/synergy/form-rules.ts";
import { CONCEPTS } from "#domain/synergy/lexicon.ts";

export interface ListedConcept {
  readonly facet: OpenFacet;
  readonly id: string;
  readonly label: string;
  /** Forms that people have added. */
  readonly added: number;
}

export interface ChosenConcept extends ListedConcept {
  /** Of the lexicon itself, those that are plain words. */
  readonly forms: readonly string[];
  /** Of the lexicon itself, those that are patterns of words. */
  readonly patterns: number;
  readonly addedForms: readonly StandingForm[];
}

/** What a form that somebody thinks of would do. */
export interface FormPreview {
  readonly form: string;
  readonly problem: "not-a-form" | "there-already" | null;
  /** The concept of the same facet that has it already. */
  readonly elsewhere: string | null;
  readonly matches: readonly { readonly boardId: string; readonly initiativeId: string; readonly title: string }[];
  /** Of all that the reader may read. */
  readonly among: number;
}

export interface WordsPage {
  readonly query: string;
  readonly concepts: readonly ListedConcept[];
  readonly chosen: ChosenConcept | null;
  readonly preview: FormPreview | null;
  readonly mayEdit: boolean;
}

interface WordsRequest {
  readonly person: Person;
  readonly params: URLSearchParams;
  readonly language: Language;
}

const isOpen = (facet: string): facet is OpenFacet => (OPEN_FACETS as readonly string[]).includes(facet);
/** A form of the lexicon without its notation; patterns are not for people. */
const isPlain = (form: string): boolean => !/[|*+=]|\.\./.test(form);

export async function loadWordsPage(context: Services, { person, params, language }: WordsRequest): Promise<WordsPage> {
  const added = await listAddedForms(context.db);
  const query = params.get("q")?.trim() ?? "";
  const all = CONCEPTS.flatMap(({ facet, id, forms }) => {
    if (!isOpen(facet)) return [];
    const own = added.filter((form) => form.facet === facet && form.conceptId === id);
    return [{ facet, id, label: conceptLabel(facet, id, language), forms, own }];
  });
  const wanted = query.toLowerCase();
  const isFound = ({ label, forms, own }: (typeof all)[number]) =>
    [label, ...forms, ...own.map(({ form }) => form)].some((text) => text.toLowerCase().includes(wanted));
  const chosen = all.find(({ facet, id }) => `${facet}.${id}` === params.get("concept"));
  const mayEdit = can(person, "lexicon.edit", INSTALLATION);
  const form = params.get("form");
  return {
    query,
    concepts: all
      .filter(isFound)
      .map(({ facet, id, label, own }) => ({ facet, id, label, added: own.length }))
      .sort((a, b) => OPEN_FACETS.indexOf(a.facet) - OPEN_FACETS.indexOf(b.facet) || compareDanish(a.label, b.label)),
    chosen:
      chosen === undefined
        ? null
        : {
            facet: chosen.facet,
            id: chosen.id,
            label: chosen.label,
            added: chosen.own.length,
            forms: chosen.forms.filter(isPlain),
            patterns: chosen.forms.filter((each) => !isPlain(each)).length,
            addedForms: chosen.own,
          },
    preview:
      chosen === undefined || form === null || !mayEdit
        ? null
        : await previewOf(context, person, { form: { facet: chosen.facet, conceptId: chosen.id, form }, all }),
    mayEdit,
  };
}

interface Previewed {
  readonly form: AddedForm;
  readonly all: readonly {
    readonly facet: OpenFacet;
    readonly id: string;
    readonly label: string;
    readonly forms: readonly string[];
    readonly own: readonly StandingForm[];
  }[];
}

async function previewOf(
  { db, synergy }: Services,
  person: Person,
  { form: typed, all }: Previewed,
): Promise<FormPreview> {
  const form = plainForm(typed.form);
  const holders = all.filter(
    ({ facet, forms, own }) =>
      facet === typed.facet && (forms.includes(form) || own.some((added) => added.form === form)),
  );
  const nothing = { form, elsewhere: null, matches: [], among: 0 };
  if (!isForm(form)) return { ...nothing, problem: "not-a-form" };
  if (holders.some(({ id }) => id === typed.conceptId)) return { ...nothing, problem: "there-already" };
  const boards = await readableBoards(db, person);
  const found = await synergy.findForm({ ...typed, form }, new Set(boards.map(({ id }) => id)));
  const titles = await initiativeTitles(
    db,
    boards.map(({ id }) => id),
  );
  return {
    form,
    problem: null,
    elsewhere: holders[0]?.label ?? null,
    matches: found.flatMap((place) => {
      const title = titles.get(`${place.boardId} ${place.initiativeId}`);
      return title === undefined ? [] : [{ ...place, title }];
    }),
    among: titles.size,
  };
}

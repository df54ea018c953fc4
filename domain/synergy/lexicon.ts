/**
 * The lexicon: concepts with their surface forms, compiled to a matcher. The data is `lexicon/*.json`; the notation of a
 * form is told in SPEC.md (F2): `=exact`, `start*`, `*inside*`, `a|b`, `a b` next to each other, `a .. b` near, `a + b`
 * in one sentence.
 */
import type { ChainLink } from "#domain/initiative.ts";
import { type AtomHit, type Atoms, emptyAtoms, hitsOf, internAtom } from "./atoms.ts";
import aims from "./lexicon/aims.json" with { type: "json" };
import means from "./lexicon/means.json" with { type: "json" };
import phases from "./lexicon/phases.json" with { type: "json" };
import places from "./lexicon/places.json" with { type: "json" };
import staff from "./lexicon/staff.json" with { type: "json" };
import targets from "./lexicon/targets.json" with { type: "json" };

export const FACETS = ["means", "target", "aim", "staff", "place", "phase"] as const;
export type Facet = (typeof FACETS)[number];

export interface Concept {
  readonly id: string;
  readonly facet: Facet;
  /** Concepts of one family are near each other (buddy and first-year scheme; pupils and the young). */
  readonly family: string;
  /** Concepts of the facet that are not of the family but may mean the same people. */
  readonly near: ReadonlySet<string>;
  /** Where in the chain from awareness to working time this means belongs. */
  readonly link: ChainLink | null;
  /** The people a means is for when the text does not say. */
  readonly target: string | null;
  /** The means that this one is when it is for newcomers: half the cases in the first months is an introduction. */
  readonly forNewcomers: string | null;
  /** The staff group that works in a place. */
  readonly staff: string | null;
  /** Professions of the reference data that belong to a staff group. */
  readonly professions: readonly string[];
  /** How specific the concept is: 1 for a means of its own, less for words that stand in many texts. */
  readonly weight: number;
  readonly forms: readonly string[];
}

interface RawConcept {
  readonly id: string;
  readonly weight: number;
  readonly forms: readonly string[];
  readonly family?: string;
  readonly near?: readonly string[];
  readonly link?: string | null;
  readonly target?: string | null;
  readonly forNewcomers?: string;
  readonly staff?: string;
  readonly professions?: readonly string[];
}

const conceptsOf = (facet: Facet, raw: readonly RawConcept[]): readonly Concept[] =>
  raw.map((entry) => ({
    id: entry.id,
    facet,
    family: entry.family ?? entry.id,
    near: new Set(entry.near ?? []),
    link: (entry.link ?? null) as ChainLink | null,
    target: entry.target ?? null,
    forNewcomers: entry.forNewcomers ?? null,
    staff: entry.staff ?? null,
    professions: entry.professions ?? [],
    weight: entry.weight,
    forms: entry.forms,
  }));

export const CONCEPTS: readonly Concept[] = [
  ...conceptsOf("means", means),
  ...conceptsOf("target", targets),
  ...conceptsOf("aim", aims),
  ...conceptsOf("staff", staff),
  ...conceptsOf("place", places),
  ...conceptsOf("phase", phases),
];

/** Name of a form over all facets: what the strict evaluation leaves out. */
export const formKey = (concept: Concept, form: string): string => `${concept.facet}/${concept.id}/${form}`;

/** "a|b c" is two forms: "a c" and "b c". */
function alternativesOf(form: string): readonly string[] {
  const choices = form.split(" ").map((word) => word.split("|"));
  return choices.reduce<readonly string[]>(
    (begun, words) => begun.flatMap((start) => words.map((word) => (start === "" ? word : `${start} ${word}`))),
    [""],
  );
}

/** One word of a form: ids of the atoms that may stand here, and whether other words may come before it. */
interface Part {
  readonly atoms: readonly number[];
  readonly near: boolean;
}

export interface Form {
  readonly key: string;
  readonly concept: Concept;
  /** Sequences that must all stand in one sentence; nearly always one. */
  readonly sequences: readonly (readonly Part[])[];
  /** For each of its words after the first, the atoms that it may be. */
  readonly others: readonly (readonly number[])[];
}

function parseSequence(atoms: Atoms, text: string): readonly Part[] {
  let near = false;
  const parts: Part[] = [];
  for (const word of text.trim().split(/\s+/u)) {
    if (word === "..") {
      near = true;
      continue;
    }
    parts.push({ atoms: word.split("|").map((choice) => internAtom(atoms, choice)), near });
    near = false;
  }
  return parts;
}

/** A form that may begin at a word. `alone` when the word is all of it. */
export interface Beginning {
  readonly form: Form;
  readonly alone: AtomHit | null;
}

/** What a word may be. */
export interface WordMeaning {
  readonly hits: readonly AtomHit[];
  /** Each form once, in the order of the hits, without those of one word that a longer one of the facet covers. */
  readonly beginnings: readonly Beginning[];
}

/** The compiled lexicon. */
export interface Lexicon {
  readonly meaningOf: (token: string) => WordMeaning;
}

type FormsByAtom = ReadonlyMap<number, readonly Form[]>;

function beginningsOf(hits: readonly AtomHit[], formsByAtom: FormsByAtom): readonly Beginning[] {
  const forms = new Set(hits.flatMap(({ atom }) => formsByAtom.get(atom) ?? []));
  const all = [...forms].map((form): Beginning => {
    const atoms = form.others.length === 0 ? (form.sequences[0]?.[0]?.atoms ?? []) : [];
    return { form, alone: hits.find(({ atom }) => atoms.includes(atom)) ?? null };
  });
  const isCovered = ({ form, alone }: Beginning): boolean =>
    alone !== null &&
    all.some((other) => other.form.concept.facet === form.concept.facet && (other.alone?.length ?? 0) > alone.length);
  return all.filter((one) => !isCovered(one));
}

/** Distinct tokens whose meaning is remembered; a kommune's texts use a few thousand words. */
const REMEMBERED_TOKENS = 50_000;

export interface CompileOptions {
  readonly concepts?: readonly Concept[];
  /** Forms that people have added to a concept. */
  readonly added?: ReadonlyMap<Concept, readonly string[]>;
  /** Each alternative of a form is a form of its own, matched and left out by itself; slower. */
  readonly splitsAlternatives?: boolean;
  /** Keys (see `formKey`) of forms to leave out. */
  readonly without?: ReadonlySet<string>;
}

/** The last two options are for the strict evaluation. */
export function compileLexicon({
  concepts = CONCEPTS,
  added,
  splitsAlternatives = false,
  without,
}: CompileOptions = {}): Lexicon {
  const atoms = emptyAtoms();
  const formsByAtom = new Map<number, Form[]>();
  for (const concept of concepts) {
    const all = [...concept.forms, ...(added?.get(concept) ?? [])];
    for (const text of splitsAlternatives ? all.flatMap(alternativesOf) : all) {
      const key = formKey(concept, text);
      if (without?.has(key)) continue;
      const sequences = text.split(" + ").map((part) => parseSequence(atoms, part));
      const [, ...others] = sequences.flat().map((part) => part.atoms);
      const form: Form = { key, concept, sequences, others };
      for (const atom of new Set(form.sequences[0]?.[0]?.atoms ?? [])) {
        const list = formsByAtom.get(atom);
        if (list === undefined) formsByAtom.set(atom, [form]);
        else list.push(form);
      }
    }
  }
  const remembered = new Map<string, WordMeaning>();
  return {
    meaningOf(token) {
      const known = remembered.get(token);
      if (known !== undefined) return known;
      const hits = hitsOf(atoms, token);
      const meaning = { hits, beginnings: beginningsOf(hits, formsByAtom) };
      if (remembered.size >= REMEMBERED_TOKENS) remembered.clear();
      remembered.set(token, meaning);
      return meaning;
    },
  };
}

let standard: Lexicon | undefined;

/** The whole lexicon, compiled once. */
export function standardLexicon(): Lexicon {
  standard ??= compileLexicon();
  return standard;
}

const BY_ID: ReadonlyMap<string, Concept> = new Map(
  CONCEPTS.map((concept) => [`${concept.facet}/${concept.id}`, concept]),
);

/** @returns undefined for an id that the lexicon does not have */
export const conceptById = (facet: Facet, id: string): Concept | undefined => BY_ID.get(`${facet}/${id}`);

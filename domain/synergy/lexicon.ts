/**
 * The lexicon: concepts with their surface forms, compiled to a matcher. The data is `lexicon/*.json`; the notation of a
 * form is told in SPEC.md (F2): `=exact`, `start*`, `*inside*`, `a|b`, `a b` next to each other, `a .. b` near, `a + b`
 * in one sentence.
 */
import type { ChainLink } from "#domain/initiative.ts";
import aims from "./lexicon/aims.json" with { type: "json" };
import means from "./lexicon/means.json" with { type: "json" };
import phases from "./lexicon/phases.json" with { type: "json" };
import places from "./lexicon/places.json" with { type: "json" };
import staff from "./lexicon/staff.json" with { type: "json" };
import targets from "./lexicon/targets.json" with { type: "json" };
import { deletions, fold, stem, transpositions } from "./normalise.ts";

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

/** A form whose first word has been seen, and how surely: less than 1 for a word mended as a typo. */
export interface AtomHit {
  readonly atom: number;
  readonly length: number;
  readonly certainty: number;
}

type AtomKind = "exact" | "word" | "start" | "inside";

interface Atoms {
  readonly ids: Map<string, number>;
  readonly byKind: Readonly<Record<AtomKind, Map<string, number>>>;
  /** Stems and starts of seven letters or more without one letter → the atoms they come from. */
  readonly nearMisses: Map<string, { literal: string; atom: number }[]>;
}

const HEAD_LENGTH = 5;
const TYPO_LENGTH = 5;
const NEAR_MISS_LENGTH = 7;
/** A word is understood as written when a form covers this share of it; a short beginning such as "fri" is not enough. */
const UNDERSTOOD = 0.6;

function atomOf(word: string): { kind: AtomKind; literal: string } {
  if (word.startsWith("=")) return { kind: "exact", literal: fold(word.slice(1)) };
  if (word.startsWith("*")) return { kind: "inside", literal: fold(word.replaceAll("*", "")) };
  if (word.endsWith("*")) return { kind: "start", literal: fold(word.slice(0, -1)) };
  return { kind: "word", literal: stem(fold(word)) };
}

function internAtom(atoms: Atoms, word: string): number {
  const { kind, literal } = atomOf(word);
  const name = `${kind}:${literal}`;
  const known = atoms.ids.get(name);
  if (known !== undefined) return known;
  const atom = atoms.ids.size;
  atoms.ids.set(name, atom);
  atoms.byKind[kind].set(literal, atom);
  if (kind === "word" && literal.length >= NEAR_MISS_LENGTH) {
    for (const key of [literal, ...deletions(literal)]) {
      const list = atoms.nearMisses.get(key);
      if (list === undefined) atoms.nearMisses.set(key, [{ literal, atom }]);
      else list.push({ literal, atom });
    }
  }
  return atom;
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

/** The atoms that a token fits as it is written. */
function spelledHits(atoms: Atoms, token: string, certainty: number): readonly AtomHit[] {
  const hits: AtomHit[] = [];
  const add = (atom: number | undefined, length: number) => {
    if (atom !== undefined) hits.push({ atom, length, certainty });
  };
  const bare = stem(token);
  add(atoms.byKind.exact.get(token), token.length);
  add(atoms.byKind.word.get(bare), bare.length);
  // The head of a compound decides: "fuldtidsvejleder" is a vejleder, not something about fuldtid.
  for (let at = 1; at <= bare.length - HEAD_LENGTH; at += 1) {
    add(atoms.byKind.word.get(bare.slice(at)), bare.length - at);
  }
  for (let to = 2; to <= token.length; to += 1) add(atoms.byKind.start.get(token.slice(0, to)), to);
  for (let from = 0; atoms.byKind.inside.size > 0 && from < token.length; from += 1) {
    for (let to = from + 3; to <= token.length; to += 1) add(atoms.byKind.inside.get(token.slice(from, to)), to - from);
  }
  return hits;
}

/** One letter wrong, missing or too many; the length differs by one at most. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** The atoms that a token fits when one typo is mended. */
function mendedHits(atoms: Atoms, token: string): readonly AtomHit[] {
  if (token.length < TYPO_LENGTH || /\d/u.test(token)) return [];
  const swapped = transpositions(token)
    .flatMap((variant) => spelledHits(atoms, variant, 0.9))
    .filter((hit) => hit.length >= TYPO_LENGTH);
  if (swapped.length > 0) return swapped;
  const bare = stem(token);
  const hits = new Map<number, AtomHit>();
  for (const key of [bare, ...deletions(bare)]) {
    for (const { literal, atom } of atoms.nearMisses.get(key) ?? []) {
      if (literal[0] === bare[0] && isOneEditApart(literal, bare)) {
        hits.set(atom, { atom, length: literal.length, certainty: 0.8 });
      }
    }
  }
  return [...hits.values()];
}

/** The compiled lexicon: which atoms a token fits, and which forms begin with an atom. */
export interface Lexicon {
  readonly hitsOf: (token: string) => readonly AtomHit[];
  readonly formsFrom: (atom: number) => readonly Form[];
}

/** Distinct tokens whose hits are remembered; a kommune's texts use a few thousand words. */
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
  const atoms: Atoms = {
    ids: new Map(),
    byKind: { exact: new Map(), word: new Map(), start: new Map(), inside: new Map() },
    nearMisses: new Map(),
  };
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
  const remembered = new Map<string, readonly AtomHit[]>();
  return {
    hitsOf(token) {
      const known = remembered.get(token);
      if (known !== undefined) return known;
      const spelled = spelledHits(atoms, token, 1);
      const isUnderstood = spelled.some((hit) => hit.length >= token.length * UNDERSTOOD);
      const hits = isUnderstood ? spelled : [...spelled, ...mendedHits(atoms, token)];
      if (remembered.size >= REMEMBERED_TOKENS) remembered.clear();
      remembered.set(token, hits);
      return hits;
    },
    formsFrom: (atom) => formsByAtom.get(atom) ?? [],
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

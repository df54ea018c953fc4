/** Atoms: the single words that the lexicon's forms are made of, and which of them a word in a text fits. */
import { spelledOut } from "./abbreviations.ts";
import { hashOf } from "./content-hash.ts";
import { danishSpellings, deletions, fold, stem, transpositions } from "./normalise.ts";
import { NumberedHashes, rowsOfNumbers } from "./rows.ts";

/** A form whose first word has been seen, and how surely: less than 1 for a word mended as a typo. */
export interface AtomHit {
  readonly atom: number;
  readonly length: number;
  readonly certainty: number;
}

type AtomKind = "exact" | "word" | "start" | "inside";

export interface Atoms {
  readonly ids: Map<string, number>;
  readonly byKind: Readonly<Record<AtomKind, Map<string, number>>>;
  readonly nearMisses: NearMisses;
}

/**
 * Words of seven letters or more by what is left of them without one letter. As numbers: there are sixteen thousand such
 * remains, and with their letters and a list for each they would take ten times the room.
 */
class NearMisses {
  readonly #remains = new NumberedHashes();
  /** By number of the remains, the atoms they are left of. */
  readonly #atoms = rowsOfNumbers();
  readonly #words = new Map<number, string>();

  add(word: string, atom: number): void {
    this.#words.set(atom, word);
    for (const left of [word, ...deletions(word)]) this.#atoms.push(this.#remains.numberOf(hashOf(left)), atom);
  }

  /** Atoms whose word is written with one letter wrong, missing or too many, the first one right. */
  *of(word: string): Generator<{ readonly atom: number; readonly length: number }> {
    for (const left of [word, ...deletions(word)]) {
      const number = this.#remains.knownNumberOf(hashOf(left));
      for (const atom of number === undefined ? [] : this.#atoms.rowOf(number)) {
        const meant = this.#words.get(atom) as string;
        if (meant[0] === word[0] && isOneEditApart(meant, word)) yield { atom, length: meant.length };
      }
    }
  }
}

export const emptyAtoms = (): Atoms => ({
  ids: new Map(),
  byKind: { exact: new Map(), word: new Map(), start: new Map(), inside: new Map() },
  nearMisses: new NearMisses(),
});

const HEAD_LENGTH = 5;
const TYPO_LENGTH = 5;
const NEAR_MISS_LENGTH = 7;
/** A word is understood as written when a form covers this share of it; a short beginning such as "fri" is not enough. */
const UNDERSTOOD = 0.6;

function atomOf(word: string): { kind: AtomKind; literal: string } {
  if (word.startsWith("=")) return { kind: "exact", literal: spelledOut(fold(word.slice(1))) };
  if (word.startsWith("*")) return { kind: "inside", literal: fold(word.replaceAll("*", "")) };
  if (word.endsWith("*")) return { kind: "start", literal: fold(word.slice(0, -1)) };
  return { kind: "word", literal: stem(spelledOut(fold(word))) };
}

export function internAtom(atoms: Atoms, word: string): number {
  const { kind, literal } = atomOf(word);
  const name = `${kind}:${literal}`;
  const known = atoms.ids.get(name);
  if (known !== undefined) return known;
  const atom = atoms.ids.size;
  atoms.ids.set(name, atom);
  atoms.byKind[kind].set(literal, atom);
  if (kind === "word" && literal.length >= NEAR_MISS_LENGTH) atoms.nearMisses.add(literal, atom);
  return atom;
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
  for (const { atom, length } of atoms.nearMisses.of(bare)) hits.set(atom, { atom, length, certainty: 0.8 });
  return [...hits.values()];
}

const longest = (hits: readonly AtomHit[]): number => hits.reduce((length, hit) => Math.max(length, hit.length), 0);

/** The atoms of the spelling with æ and ø that says most; those of the word as written when none says more (SPEC.md T6). */
function hitsAsMeant(atoms: Atoms, token: string): readonly AtomHit[] {
  const readings = [token, ...danishSpellings(token)].map((word) => spelledHits(atoms, word, 1));
  return readings.reduce((best, hits) => (longest(hits) > longest(best) ? hits : best));
}

/** Mended only when the word as it is written means nothing (SPEC.md F6). */
export function hitsOf(atoms: Atoms, token: string): readonly AtomHit[] {
  const spelled = hitsAsMeant(atoms, token);
  const isUnderstood = spelled.some((hit) => hit.length >= token.length * UNDERSTOOD);
  return isUnderstood ? spelled : [...spelled, ...mendedHits(atoms, token)];
}

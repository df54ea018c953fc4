/**
 * What a word is about, for texts that say the same in other words: "lektioner" and "undervisningstid" are one sense. The
 * data is `lexicon/senses.json`: general words of working life, each sense with how much it says.
 */
import senses from "./lexicon/senses.json" with { type: "json" };
import { danishSpellings, fold, stem, transpositions } from "./normalise.ts";

export interface Sense {
  readonly id: string;
  readonly weight: number;
}

/** A part of a compound is known from this length on: "nattevagtsteam", "rekrutteringstillæg". */
const PART_LENGTH = 4;
/** A misspelt word is looked up with two letters swapped from this length on. */
const TYPO_LENGTH = 6;
const REMEMBERED_WORDS = 50_000;

/** The senses of folded words. */
export interface Senses {
  /** Those of the word itself or of its parts; none for most words. */
  readonly of: (word: string) => readonly Sense[];
  /** Names of the entries that the word is known by (see `senseKey`): what the strict evaluation leaves out. */
  readonly keysOf: (word: string) => readonly string[];
}

interface Entry {
  readonly root: string;
  readonly senses: readonly Sense[];
}

type Entries = ReadonlyMap<string, Entry>;

const senseKey = (root: string): string => `sense/${root}`;

function readEntries(without: ReadonlySet<string>): Entries {
  const entries = new Map<string, Entry>();
  for (const { words, ...sense } of senses) {
    for (const root of new Set(words.map((word) => stem(fold(word))))) {
      if (without.has(senseKey(root))) continue;
      entries.set(root, { root, senses: [...(entries.get(root)?.senses ?? []), sense] });
    }
  }
  return entries;
}

/** The longest beginning and the longest end of a compound that are words of a sense. */
function ofParts(entries: Entries, root: string): readonly Entry[] {
  const found: Entry[] = [];
  for (let to = root.length - 1; to >= PART_LENGTH; to -= 1) {
    const start = entries.get(stem(root.slice(0, to)));
    if (start === undefined) continue;
    found.push(start);
    break;
  }
  for (let from = 1; from <= root.length - PART_LENGTH; from += 1) {
    const end = entries.get(root.slice(from));
    if (end === undefined) continue;
    found.push(end);
    break;
  }
  return found;
}

function lookUp(entries: Entries, word: string): readonly Entry[] {
  const root = stem(word);
  const known = entries.get(root);
  const found = known === undefined ? ofParts(entries, root) : [known];
  if (found.length > 0) return found;
  for (const variant of danishSpellings(word)) {
    const entry = entries.get(stem(variant));
    if (entry !== undefined) return [entry];
  }
  if (word.length < TYPO_LENGTH) return found;
  return transpositions(word).flatMap((variant) => entries.get(stem(variant)) ?? []);
}

/** @param without keys (see `Senses.keysOf`) of entries to leave out, for the strict evaluation */
export function compileSenses(without: ReadonlySet<string> = new Set()): Senses {
  const entries = readEntries(without);
  const remembered = new Map<string, readonly Sense[]>();
  return {
    of(word) {
      const known = remembered.get(word);
      if (known !== undefined) return known;
      const found = [...new Set(lookUp(entries, word).flatMap((entry) => entry.senses))];
      if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
      remembered.set(word, found);
      return found;
    },
    keysOf: (word) => lookUp(entries, word).map(({ root }) => senseKey(root)),
  };
}

export const SENSES: Senses = compileSenses();

/**
 * What a word is about, for texts that say the same in other words: "lektioner" and "undervisningstid" are one sense. The
 * data is `lexicon/senses.json`: general words of working life, each sense with how much it says.
 */
import senses from "./lexicon/senses.json" with { type: "json" };
import { fold, stem, transpositions } from "./normalise.ts";

export interface Sense {
  readonly id: string;
  readonly weight: number;
}

/** A part of a compound is known from this length on: "nattevagtsteam", "rekrutteringstillæg". */
const PART_LENGTH = 4;
/** A misspelt word is looked up with two letters swapped from this length on. */
const TYPO_LENGTH = 6;
const REMEMBERED_WORDS = 50_000;

const BY_STEM: ReadonlyMap<string, readonly Sense[]> = (() => {
  const map = new Map<string, Sense[]>();
  for (const { words, ...sense } of senses) {
    for (const root of new Set(words.map((word) => stem(fold(word))))) {
      map.set(root, [...(map.get(root) ?? []), sense]);
    }
  }
  return map;
})();

/** The longest beginning and the longest end of a compound that are words of a sense. */
function ofParts(root: string): readonly Sense[] {
  const found: Sense[] = [];
  for (let to = root.length - 1; to >= PART_LENGTH; to -= 1) {
    const start = BY_STEM.get(stem(root.slice(0, to)));
    if (start === undefined) continue;
    found.push(...start);
    break;
  }
  for (let from = 1; from <= root.length - PART_LENGTH; from += 1) {
    const end = BY_STEM.get(root.slice(from));
    if (end === undefined) continue;
    found.push(...end);
    break;
  }
  return [...new Set(found)];
}

function lookUp(word: string): readonly Sense[] {
  const root = stem(word);
  const known = BY_STEM.get(root) ?? ofParts(root);
  if (known.length > 0 || word.length < TYPO_LENGTH) return known;
  return transpositions(word).flatMap((variant) => BY_STEM.get(stem(variant)) ?? []);
}

const remembered = new Map<string, readonly Sense[]>();

/** The senses of a folded word, itself or its parts; none for most words. */
export function sensesOf(word: string): readonly Sense[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = lookUp(word);
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, found);
  return found;
}

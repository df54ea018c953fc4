/** The words that carry what a text says, for words in common: the kommune's own turns of phrase that no concept knows. */
import type { Evidence } from "#domain/finding.ts";
import type { TextField } from "./facets.ts";
import { stem } from "./normalise.ts";
import type { Sense, Senses } from "./senses.ts";
import { wordWeight } from "./similarity.ts";

export interface ContentWord {
  readonly stem: string;
  readonly senses: readonly Sense[];
  /** False for words that stand in many texts of this field: they may explain a likeness, but bring nobody together. */
  readonly isTelling: boolean;
  readonly evidence: Evidence;
}

const SHORTEST = 4;

/** Each word once, where it stands first. */
export function contentWords(fields: readonly TextField[], senses: Senses): readonly ContentWord[] {
  const words = new Map<string, ContentWord>();
  for (const { name, tokens } of fields) {
    for (const { text, from, to } of tokens) {
      const own = senses.of(text);
      const isTelling = text.length >= SHORTEST && wordWeight(text) === 1;
      if (!isTelling && own.length === 0) continue;
      const root = stem(text);
      if (!words.has(root)) words.set(root, { stem: root, senses: own, isTelling, evidence: [name, from, to] });
    }
  }
  return [...words.values()];
}

/** Words of one root share a beginning ("vagtplan", "vagtskema") or an end ("robotstøvsuger", "støvsuger") of this length. */
const COMMON_PART = 5;

/** Most words begin and end with other letters; this is asked of every two words of two texts. */
const mayHaveCommonPart = (a: string, b: string): boolean =>
  a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);

function commonPart(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shortest && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return Math.max(start, end);
}

/** As much as a common root, but less than the same word. */
const SAME_SENSE = 0.8;

function wordLikeness(a: ContentWord, b: ContentWord): number {
  if (a.stem === b.stem) return 1;
  const sense = a.senses.length === 0 ? undefined : a.senses.find((one) => b.senses.includes(one));
  if (sense !== undefined) return SAME_SENSE * sense.weight;
  if (!mayHaveCommonPart(a.stem, b.stem)) return 0;
  const common = commonPart(a.stem, b.stem);
  return common >= COMMON_PART ? common / Math.max(a.stem.length, b.stem.length) : 0;
}

export interface WordPair {
  readonly a: ContentWord;
  readonly b: ContentWord;
}

/** Words that two texts have in common, the likest first, each word once. */
export function wordsInCommon(
  a: readonly ContentWord[],
  b: readonly ContentWord[],
  limit: number,
): readonly WordPair[] {
  const pairs: (WordPair & { readonly like: number })[] = [];
  for (const left of a) {
    for (const right of b) {
      const like = wordLikeness(left, right);
      if (like > 0) pairs.push({ a: left, b: right, like });
    }
  }
  const used = new Set<ContentWord>();
  const isFree = (pair: WordPair) => {
    if (used.has(pair.a) || used.has(pair.b)) return false;
    used.add(pair.a).add(pair.b);
    return true;
  };
  return pairs
    .sort((x, y) => y.like - x.like)
    .filter(isFree)
    .slice(0, limit);
}

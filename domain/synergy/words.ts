/** The words that carry what a text says, for words in common: the kommune's own turns of phrase that no concept knows. */
import type { Evidence } from "#domain/finding.ts";
import { hashOf } from "./content-hash.ts";
import type { TextField } from "./facets.ts";
import { stem } from "./normalise.ts";
import type { Sense, Senses } from "./senses.ts";
import { wordWeight } from "./similarity.ts";

/** What a word says wherever it stands. */
export interface Word {
  readonly stem: string;
  readonly senses: readonly Sense[];
  /** False for words that stand in many texts of this field: they may explain a likeness, but bring nobody together. */
  readonly isTelling: boolean;
  readonly shape: WordShape;
}

/** Two words that differ in all of these have nothing in common: told by numbers, because it is asked of every two words of two texts. */
export interface WordShape {
  readonly root: number;
  /** Of the first and of the last letters; 0 for a short root. */
  readonly start: number;
  readonly end: number;
  /** A bit for each sense; two senses may have the same. */
  readonly senses: number;
}

export interface ContentWord {
  readonly word: Word;
  readonly evidence: Evidence;
}

const SHORTEST = 4;

/** Words of one root share a beginning ("vagtplan", "vagtskema") or an end ("robotstøvsuger", "støvsuger") of this length. */
const COMMON_PART = 5;

/** Small enough for the engine's whole numbers without a box, and never 0. */
const numberOf = (letters: string): number => (hashOf(letters) >>> 2) | 1;
const SENSE_BITS = 30;

export function wordOf(stem: string, senses: readonly Sense[], isTelling: boolean): Word {
  const isLong = stem.length >= COMMON_PART;
  const shape = {
    root: numberOf(stem),
    start: isLong ? numberOf(stem.slice(0, COMMON_PART)) : 0,
    end: isLong ? numberOf(stem.slice(-COMMON_PART)) : 0,
    senses: senses.reduce((bits, { id }) => bits | (1 << (hashOf(id) % SENSE_BITS)), 0),
  };
  return { stem, senses, isTelling, shape };
}

const REMEMBERED_WORDS = 50_000;
/** What each word says, by how it is written; null for one that says nothing. */
const remembered = new WeakMap<Senses, Map<string, Word | null>>();

function rememberedFor(senses: Senses): Map<string, Word | null> {
  const known = remembered.get(senses);
  if (known !== undefined && known.size < REMEMBERED_WORDS) return known;
  const fresh = new Map<string, Word | null>();
  remembered.set(senses, fresh);
  return fresh;
}

function readWord(text: string, senses: Senses): Word | null {
  const own = senses.of(text);
  const isTelling = text.length >= SHORTEST && wordWeight(text) === 1;
  return isTelling || own.length > 0 ? wordOf(stem(text), own, isTelling) : null;
}

function knownWord(known: Map<string, Word | null>, text: string, senses: Senses): Word | null {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const word = readWord(text, senses);
  known.set(text, word);
  return word;
}

/** Each word once, where it stands first. */
export function contentWords(fields: readonly TextField[], senses: Senses): readonly ContentWord[] {
  const known = rememberedFor(senses);
  const words = new Map<string, ContentWord>();
  for (const { name, tokens } of fields) {
    for (const { text, from, to } of tokens) {
      const word = knownWord(known, text, senses);
      if (word !== null && !words.has(word.stem)) words.set(word.stem, { word, evidence: [name, from, to] });
    }
  }
  return [...words.values()];
}

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

/** 1 for the same word, 0 for words that have nothing in common. */
export function wordLikeness(a: Word, b: Word): number {
  if (a.stem === b.stem) return 1;
  const sense = a.senses.length === 0 ? undefined : a.senses.find((one) => b.senses.includes(one));
  if (sense !== undefined) return SAME_SENSE * sense.weight;
  const common = commonPart(a.stem, b.stem);
  return common >= COMMON_PART ? common / Math.max(a.stem.length, b.stem.length) : 0;
}

/** So many words are looked up at once: one bit each. */
const AT_ONCE = 32;
const TABLE_BITS = 12;
const SENSES_FROM = 1 << TABLE_BITS;
const TABLE_MASK = SENSES_FROM - 1;

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Which of a few words have a root, a beginning, an end or a sense: one bit for each word, looked up by number. */
class WordTable {
  readonly #words = new Int32Array(SENSES_FROM + SENSE_BITS);

  fill(words: readonly ContentWord[]): void {
    for (let at = 0; at < words.length; at += 1) this.#note(words[at] as ContentWord, 1 << at);
  }

  clear(words: readonly ContentWord[]): void {
    for (const word of words) this.#note(word, 0);
  }

  /** Those that may have something in common with a word. */
  like({ word: { shape } }: ContentWord): number {
    const table = this.#words;
    let found = table[shape.root & TABLE_MASK] as number;
    if (shape.start !== 0) {
      found |= (table[shape.start & TABLE_MASK] as number) | (table[shape.end & TABLE_MASK] as number);
    }
    for (let rest = shape.senses; rest !== 0; rest &= rest - 1) {
      found |= table[SENSES_FROM + lowestBit(rest)] as number;
    }
    return found;
  }

  /** Adds a bit; with 0 takes all bits away. */
  #note({ word: { shape } }: ContentWord, bit: number): void {
    this.#set(shape.root & TABLE_MASK, bit);
    if (shape.start !== 0) {
      this.#set(shape.start & TABLE_MASK, bit);
      this.#set(shape.end & TABLE_MASK, bit);
    }
    for (let rest = shape.senses; rest !== 0; rest &= rest - 1) this.#set(SENSES_FROM + lowestBit(rest), bit);
  }

  #set(at: number, bit: number): void {
    this.#words[at] = bit === 0 ? 0 : (this.#words[at] as number) | bit;
  }
}

const TABLE = new WordTable();

export interface WordPair {
  readonly a: ContentWord;
  readonly b: ContentWord;
}

interface LikeWords extends WordPair {
  readonly like: number;
  /** Where the two stand in their texts, `a` first. */
  readonly place: number;
}

function allInCommon(all: readonly ContentWord[], others: readonly ContentWord[]): LikeWords[] {
  const pairs: LikeWords[] = [];
  for (let from = 0; from < others.length; from += AT_ONCE) {
    const few = others.slice(from, from + AT_ONCE);
    TABLE.fill(few);
    for (let index = 0; index < all.length; index += 1) {
      const a = all[index] as ContentWord;
      for (let rest = TABLE.like(a); rest !== 0; rest &= rest - 1) {
        const at = lowestBit(rest);
        const b = few[at] as ContentWord;
        const like = wordLikeness(a.word, b.word);
        if (like > 0) pairs.push({ a, b, like, place: index * others.length + from + at });
      }
    }
    TABLE.clear(few);
  }
  return pairs;
}

const isLiker = (pair: LikeWords, than: LikeWords): boolean =>
  pair.like > than.like || (pair.like === than.like && pair.place < than.place);

/** Words that two texts have in common, the likest first, each word once. */
export function wordsInCommon(
  a: readonly ContentWord[],
  b: readonly ContentWord[],
  limit: number,
): readonly WordPair[] {
  const all = allInCommon(a, b);
  const chosen: WordPair[] = [];
  while (chosen.length < limit) {
    let likest: LikeWords | null = null;
    for (const pair of all) {
      if (likest !== null && !isLiker(pair, likest)) continue;
      if (chosen.every((known) => known.a !== pair.a && known.b !== pair.b)) likest = pair;
    }
    if (likest === null) break;
    chosen.push({ a: likest.a, b: likest.b });
  }
  return chosen;
}

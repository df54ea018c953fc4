/**
 * Likeness of two texts where no concept speaks: shared character 4-grams and shared senses of words, weighted by frozen
 * tables, so that an initiative somewhere else never changes the likeness of two others.
 */
import common from "./lexicon/common-words.json" with { type: "json" };
import { stem, type Token } from "./normalise.ts";
import type { Sense, Senses } from "./senses.ts";

/** The letters of a word as 4-grams, and how much each says. What has the same name has the same letters and weight. */
export interface Letters {
  readonly name: string;
  readonly weight: number;
  readonly grams: readonly number[];
}

/** What makes a text like others. */
export interface Wording {
  /** Of every word that says something, as often as it stands in the text. */
  readonly letters: readonly Letters[];
  /** Of its words, each once, in the order of their ids. */
  readonly senses: readonly Sense[];
}

const EMPTY: ReadonlySet<string> = new Set(common.empty);
const COMMON: ReadonlySet<string> = new Set(common.common.map(stem));
const COMMON_WEIGHT = 0.25;
const GRAM = 4;

/** 0 for words without content, little for words that stand everywhere in this field, 1 for the rest. */
export function wordWeight(word: string): number {
  if (EMPTY.has(word)) return 0;
  return COMMON.has(stem(word)) || /\d/u.test(word) ? COMMON_WEIGHT : 1;
}

/** FNV-1a: the same number on every machine. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

export function* gramsOf(word: string): Generator<number> {
  const padded = `^${stem(word)}$`;
  if (padded.length <= GRAM) yield hash(padded, 0, padded.length);
  else for (let at = 0; at + GRAM <= padded.length; at += 1) yield hash(padded, at, at + GRAM);
}

const REMEMBERED_WORDS = 50_000;
/** By word; null for one that says nothing. */
const remembered = new Map<string, Letters | null>();

function lettersOf(word: string): Letters | null {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const weight = wordWeight(word);
  const letters = weight === 0 ? null : { name: `${stem(word)} ${weight}`, weight, grams: [...gramsOf(word)] };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, letters);
  return letters;
}

/** @param of the senses of words */
export function wordingOf(tokens: readonly Token[], of: Senses): Wording {
  const letters: Letters[] = [];
  const senses = new Map<string, Sense>();
  for (const { text } of tokens) {
    const own = lettersOf(text);
    if (own !== null) letters.push(own);
    for (const sense of of.of(text)) senses.set(sense.id, sense);
  }
  return { letters, senses: [...senses.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** So much of the likeness is senses in common, the rest letters. */
const SENSE_SHARE = 0.7;

/** A likeness from the cosines of letters and of senses: each has its fixed share, however much there is of the other. */
export const blended = (letters: number, senses: number): number => SENSE_SHARE * senses + (1 - SENSE_SHARE) * letters;

/** From what two have in common, and each with itself. */
export const cosine = (both: number, a: number, b: number): number => (both === 0 ? 0 : both / Math.sqrt(a * b));

/**
 * Each 4-gram with the sum of its weights. Those are quarters, and sums of their products exact: in any order, of 4-grams or
 * word by word, they come to the same.
 */
function sumGrams({ letters }: Wording): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { weight, grams } of letters) for (const gram of grams) sums.set(gram, (sums.get(gram) ?? 0) + weight);
  return sums;
}

const summed = new WeakMap<Wording, ReadonlyMap<number, number>>();

function gramsIn(wording: Wording): ReadonlyMap<number, number> {
  const known = summed.get(wording) ?? sumGrams(wording);
  summed.set(wording, known);
  return known;
}

function product(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0);
  return sum;
}

function sensesInCommon(a: readonly Sense[], b: readonly Sense[]): number {
  let sum = 0;
  for (const { id, weight } of a) if (b.some((other) => other.id === id)) sum += weight ** 2;
  return sum;
}

function cosineOfLetters(a: Wording, b: Wording): number {
  const [left, right] = [gramsIn(a), gramsIn(b)];
  return cosine(product(left, right), product(left, left), product(right, right));
}

const cosineOfSenses = ({ senses: a }: Wording, { senses: b }: Wording): number =>
  cosine(sensesInCommon(a, b), sensesInCommon(a, a), sensesInCommon(b, b));

/** 0–1, the same from both sides. */
export const likeness = (a: Wording, b: Wording): number => blended(cosineOfLetters(a, b), cosineOfSenses(a, b));

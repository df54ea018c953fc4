/**
 * Likeness of two texts where no concept speaks: shared character 4-grams and shared senses of words, weighted by frozen
 * tables, so that an initiative somewhere else never changes the likeness of two others.
 */
import common from "./lexicon/common-words.json" with { type: "json" };
import { stem, type Token } from "./normalise.ts";
import type { Senses } from "./senses.ts";

/** Hashed 4-grams and senses in ascending order with their weights; the vector has length 1. */
export interface GramVector {
  readonly grams: Uint32Array;
  readonly weights: Float32Array;
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

interface WordLetters {
  readonly weight: number;
  readonly grams: readonly number[];
}

const REMEMBERED_WORDS = 50_000;
const remembered = new Map<string, WordLetters>();

function lettersOf(word: string): WordLetters {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const weight = wordWeight(word);
  const letters = { weight, grams: weight > 0 ? [...gramsOf(word)] : [] };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, letters);
  return letters;
}

/** So much of the likeness is senses in common, the rest letters. */
const SENSE_SHARE = 0.7;
const SENSE_LENGTH = Math.sqrt(SENSE_SHARE);
const LETTER_LENGTH = Math.sqrt(1 - SENSE_SHARE);

/** A 4-gram and its weight in one number, which is ordered by the 4-gram. Weights are whole when multiplied by this. */
const PER_WEIGHT = 4;
const WEIGHT_ROOM = 2 ** 20;

/** Of one text, put in order here: a text has more 4-grams than it is worth making a list for. */
let workspace = new Float64Array(1024);

/** How many 4-grams of the letters now stand in the workspace. */
function fillWorkspace(tokens: readonly Token[]): number {
  let count = 0;
  for (const { text } of tokens) {
    const { weight, grams } = lettersOf(text);
    if (count + grams.length > workspace.length) {
      const longer = new Float64Array((count + grams.length) * 2);
      longer.set(workspace);
      workspace = longer;
    }
    for (const gram of grams) workspace[count++] = gram * WEIGHT_ROOM + weight * PER_WEIGHT;
  }
  return count;
}

/** The 4-grams of the letters in ascending order, each once, with the sum of its weights. */
function lettersIn(tokens: readonly Token[]): { grams: number[]; weights: number[] } {
  const all = workspace.subarray(0, fillWorkspace(tokens)).sort();
  const grams: number[] = [];
  const weights: number[] = [];
  let last = -1;
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at] as number;
    const gram = Math.floor(one / WEIGHT_ROOM);
    const weight = (one - gram * WEIGHT_ROOM) / PER_WEIGHT;
    if (gram === last) weights[weights.length - 1] = (weights[weights.length - 1] as number) + weight;
    else {
      grams.push(gram);
      weights.push(weight);
      last = gram;
    }
  }
  return { grams, weights };
}

function lengthOf(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum) || 1;
}

/** Letters and senses each have their fixed share, however many there are of the other. */
export function gramVector(tokens: readonly Token[], senses: Senses): GramVector {
  const letters = lettersIn(tokens);
  const shared = new Map<number, number>();
  for (const { text } of tokens) {
    for (const sense of senses.of(text)) shared.set(hash(`~${sense.id}`, 0, sense.id.length + 1), sense.weight);
  }
  const entries = [...shared].sort((a, b) => a[0] - b[0]);
  const grams = new Uint32Array(letters.grams.length + entries.length);
  const weights = new Float32Array(grams.length);
  const senseLength = lengthOf(shared.values());
  const letterLength = lengthOf(letters.weights);
  for (let at = 0, letter = 0, sense = 0; at < grams.length; at += 1) {
    const entry = entries[sense];
    if (entry === undefined || (letters.grams[letter] ?? Number.POSITIVE_INFINITY) <= entry[0]) {
      grams[at] = letters.grams[letter] as number;
      weights[at] = ((letters.weights[letter++] as number) / letterLength) * LETTER_LENGTH;
    } else {
      grams[at] = entry[0];
      weights[at] = (entry[1] / senseLength) * SENSE_LENGTH;
      sense += 1;
    }
  }
  return { grams, weights };
}

/** Cosine, 0–1. */
export function likeness(a: GramVector, b: GramVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.grams.length && j < b.grams.length) {
    const left = a.grams[i] as number;
    const right = b.grams[j] as number;
    if (left === right) {
      sum += (a.weights[i] as number) * (b.weights[j] as number);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}

/**
 * Likeness of two texts where no concept speaks: shared character 4-grams and shared senses of words, weighted by frozen
 * tables, so that an initiative somewhere else never changes the likeness of two others.
 */
import common from "./lexicon/common-words.json" with { type: "json" };
import { stem, type Token } from "./normalise.ts";
import { sensesOf } from "./senses.ts";

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

/** So much of the likeness is senses in common, the rest letters. */
const SENSE_SHARE = 0.7;

type Weighted = readonly [gram: number, weight: number];

function ofLength(totals: ReadonlyMap<number, number>, length: number): readonly Weighted[] {
  const norm = Math.sqrt([...totals.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return [...totals].map(([gram, weight]) => [gram, (weight / norm) * length]);
}

/** Letters and senses each have their fixed share, however many there are of the other. */
export function gramVector(tokens: readonly Token[]): GramVector {
  const letters = new Map<number, number>();
  const senses = new Map<number, number>();
  for (const { text } of tokens) {
    const weight = wordWeight(text);
    if (weight > 0) for (const gram of gramsOf(text)) letters.set(gram, (letters.get(gram) ?? 0) + weight);
    for (const sense of sensesOf(text)) senses.set(hash(`~${sense.id}`, 0, sense.id.length + 1), sense.weight);
  }
  const entries = [...ofLength(letters, Math.sqrt(1 - SENSE_SHARE)), ...ofLength(senses, Math.sqrt(SENSE_SHARE))].sort(
    (a, b) => a[0] - b[0],
  );
  return {
    grams: Uint32Array.from(entries, ([gram]) => gram),
    weights: Float32Array.from(entries, ([, weight]) => weight),
  };
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

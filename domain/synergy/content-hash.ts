/**
 * Fingerprint of what an answer is about: an initiative's texts, tags and actors. Moving a card to another lane is no
 * new text, so the status is not part of it.
 */
import { TAG_FIELDS } from "#domain/initiative.ts";
import type { SynergyInitiative } from "./types.ts";

const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0x01000193;

/** FNV-1a: a number from 0 to 2³², the same on every machine. */
export function hashOf(text: string, seed: number = FIRST_SEED): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const LETTERS = 7;
const BASE = 36;
const inLetters = (hash: number): string => hash.toString(BASE).padStart(LETTERS, "0");

/** The fingerprint that is made of two numbers. */
export const contentHashOf = (first: number, second: number): string => inLetters(first) + inLetters(second);

/** The two numbers, from 0 to 2³², that a fingerprint is made of: a tenth of its room. */
export const numbersOfContentHash = (hash: string): readonly [first: number, second: number] => [
  Number.parseInt(hash.slice(0, LETTERS), BASE),
  Number.parseInt(hash.slice(LETTERS), BASE),
];

/** Short, and the same on every machine; two texts with the same one are the same text. */
const fingerprint = (text: string): string => contentHashOf(hashOf(text, FIRST_SEED), hashOf(text, SECOND_SEED));

/** Tags and actors are sets: their order says nothing. */
const sorted = (values: readonly string[]): readonly string[] => [...values].sort();

export function contentHash(initiative: SynergyInitiative): string {
  const text = JSON.stringify([
    initiative.title,
    initiative.description,
    ...TAG_FIELDS.map((field) => sorted(initiative[field])),
    sorted(initiative.actors.map(({ id, name }) => id ?? name)),
  ]);
  return fingerprint(text);
}

/** Which initiatives are worth comparing with one: those that share a means, an actor, a kommune or a rare word with it. */

import { textFields } from "./facets.ts";
import { stem } from "./normalise.ts";
import type { Reading } from "./reading.ts";
import { wordWeight } from "./similarity.ts";

/** At most so many comparisons for one initiative. */
export const CANDIDATE_LIMIT = 200;
/** A word that stands in more initiatives than this brings nobody together alone. */
const COMMON_WORD = 150;

const POINTS = { means: 4, family: 1.5, aim: 0.5, actor: 3, municipality: 2, activity: 0.3, word: 1 } as const;

/** Keys under which an initiative is filed, each with what sharing it is worth. */
function keysOf(reading: Reading): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const { concept, strength } of reading.facets.means) {
    const weight = strength * concept.weight;
    keys.set(`means:${concept.id}`, POINTS.means * weight);
    keys.set(`family:${concept.family}`, Math.max(keys.get(`family:${concept.family}`) ?? 0, POINTS.family * weight));
  }
  for (const { concept } of reading.facets.aim) keys.set(`aim:${concept.id}`, POINTS.aim);
  for (const { key } of reading.actors) keys.set(`actor:${key}`, POINTS.actor);
  for (const activity of reading.initiative.activities) keys.set(`activity:${activity}`, POINTS.activity);
  keys.set(`municipality:${reading.initiative.municipality}`, POINTS.municipality);
  for (const field of textFields(reading.initiative)) {
    for (const { text } of field.tokens) {
      if (text.length >= 4 && wordWeight(text) === 1) keys.set(`word:${stem(text)}`, POINTS.word);
    }
  }
  return keys;
}

/** Inverted index over the initiatives, by key of the initiative. */
export interface CandidateIndex {
  add(reading: Reading): void;
  remove(reading: Reading): void;
  /** Keys of the initiatives to compare with, the best first; at most `CANDIDATE_LIMIT`. */
  candidatesFor(reading: Reading): readonly string[];
}

export function createCandidateIndex(): CandidateIndex {
  const postings = new Map<string, Set<string>>();
  return {
    add(reading) {
      for (const key of keysOf(reading).keys()) {
        const posting = postings.get(key);
        if (posting === undefined) postings.set(key, new Set([reading.initiative.key]));
        else posting.add(reading.initiative.key);
      }
    },
    remove(reading) {
      for (const key of keysOf(reading).keys()) {
        const posting = postings.get(key);
        posting?.delete(reading.initiative.key);
        if (posting?.size === 0) postings.delete(key);
      }
    },
    candidatesFor(reading) {
      const points = new Map<string, number>();
      for (const [key, worth] of keysOf(reading)) {
        const posting = postings.get(key);
        if (posting === undefined || (key.startsWith("word:") && posting.size > COMMON_WORD)) continue;
        for (const other of posting) points.set(other, (points.get(other) ?? 0) + worth);
      }
      points.delete(reading.initiative.key);
      return [...points]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, CANDIDATE_LIMIT)
        .map(([key]) => key);
    },
  };
}

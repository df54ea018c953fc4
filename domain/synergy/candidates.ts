/** Which initiatives are worth comparing with one: those that share a means, an actor, a kommune or a rare word with it. */
import type { Reading } from "./reading.ts";

/** At most so many comparisons for one initiative. */
export const CANDIDATE_LIMIT = 200;
/** A word that stands in more initiatives than this brings nobody together alone. */
const COMMON_WORD = 150;

const POINTS = { means: 4, family: 1.5, aim: 0.5, actor: 3, municipality: 2, activity: 0.3, word: 1 } as const;
/** Points are compared in steps, so that the best can be chosen by counting. */
const STEPS_PER_POINT = 8;

/** Keys under which an initiative is filed, each with what sharing it is worth. */
function filingKeys(reading: Reading): ReadonlyMap<string, number> {
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
  for (const word of reading.words) if (word.isTelling) keys.set(`word:${word.stem}`, POINTS.word);
  return keys;
}

interface Filed {
  readonly keys: ReadonlyMap<string, number>;
  readonly slot: number;
}

/** An array, though one is taken out of its middle now and then: it is walked for every search. */
type Posting = number[];

function takeOut(posting: Posting, slot: number): void {
  const last = posting.pop();
  const at = posting.indexOf(slot);
  if (last !== undefined && at !== -1) posting[at] = last;
}

/** Inverted index over the initiatives. */
export class CandidateIndex {
  readonly #postings = new Map<string, Posting>();
  readonly #filed = new Map<string, Filed>();
  readonly #slots: (Reading | null)[] = [];
  readonly #free: number[] = [];
  /** Points of each slot during one search; 0 between searches. */
  #points = new Float64Array(1024);

  add(reading: Reading): void {
    const slot = this.#free.pop() ?? this.#slots.length;
    this.#slots[slot] = reading;
    if (slot >= this.#points.length) this.#points = new Float64Array(this.#points.length * 2);
    const keys = filingKeys(reading);
    this.#filed.set(reading.initiative.key, { keys, slot });
    for (const key of keys.keys()) {
      const posting = this.#postings.get(key);
      if (posting === undefined) this.#postings.set(key, [slot]);
      else posting.push(slot);
    }
  }

  remove(key: string): void {
    const filed = this.#filed.get(key);
    if (filed === undefined) return;
    for (const name of filed.keys.keys()) {
      const posting = this.#postings.get(name) ?? [];
      takeOut(posting, filed.slot);
      if (posting.length === 0) this.#postings.delete(name);
    }
    this.#slots[filed.slot] = null;
    this.#free.push(filed.slot);
    this.#filed.delete(key);
  }

  /** Those to compare with; at most `CANDIDATE_LIMIT`, those with most points. Among few, all. */
  candidatesFor(reading: Reading): readonly Reading[] {
    const own = this.#filed.get(reading.initiative.key);
    if (this.#filed.size <= CANDIDATE_LIMIT) {
      return this.#slots.flatMap((one, slot) => (one === null || slot === own?.slot ? [] : one));
    }
    const touched = this.#giveOut(own?.keys ?? filingKeys(reading));
    if (own !== undefined) {
      takeOut(touched, own.slot);
      this.#points[own.slot] = 0;
    }
    const best = touched.length <= CANDIDATE_LIMIT ? touched : this.#bestOf(touched);
    for (const slot of touched) this.#points[slot] = 0;
    return best.flatMap((slot) => this.#slots[slot] ?? []);
  }

  /** Gives each slot the points of the keys that it shares. @returns the slots that got any */
  #giveOut(keys: ReadonlyMap<string, number>): number[] {
    const points = this.#points;
    const touched: number[] = [];
    for (const [key, worth] of keys) {
      const posting = this.#postings.get(key);
      if (posting === undefined || (posting.length > COMMON_WORD && key.startsWith("word:"))) continue;
      for (const slot of posting) {
        const before = points[slot] as number;
        if (before === 0) touched.push(slot);
        points[slot] = before + worth;
      }
    }
    return touched;
  }

  /** Counts how many reach each step, and takes the steps that fit; the last one by key. */
  #bestOf(slots: readonly number[]): readonly number[] {
    const steps = Uint16Array.from(slots, (slot) => (this.#points[slot] as number) * STEPS_PER_POINT);
    const counts = new Uint32Array(steps.reduce((most, step) => Math.max(most, step), 0) + 1);
    for (const step of steps) counts[step] = (counts[step] as number) + 1;
    let step = counts.length;
    let taken = 0;
    while (step > 0 && taken + (counts[step - 1] as number) <= CANDIDATE_LIMIT) {
      step -= 1;
      taken += counts[step] as number;
    }
    const nameOf = (slot: number) => this.#slots[slot]?.initiative.key ?? "";
    const last = slots.filter((_, at) => steps[at] === step - 1).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    return [...slots.filter((_, at) => (steps[at] as number) >= step), ...last.slice(0, CANDIDATE_LIMIT - taken)];
  }
}

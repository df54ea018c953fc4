/** Which initiatives are worth comparing with one: those that share a means, an actor, a kommune or a rare word with it. */
import type { Reading } from "./reading.ts";
import { grown, rowsOfNumbers } from "./rows.ts";

/** At most so many comparisons for one initiative. */
export const CANDIDATE_LIMIT = 200;

/**
 * What sharing something is worth, and in how many initiatives it may stand at most to bring two of them together: what is
 * everywhere in the country says little, and looking at all of them would make an edit dearer with every kommune.
 */
const KINDS = {
  means: { points: 256, most: Number.POSITIVE_INFINITY },
  family: { points: 96, most: 1_500 },
  aim: { points: 32, most: 1_500 },
  actor: { points: 192, most: Number.POSITIVE_INFINITY },
  municipality: { points: 128, most: Number.POSITIVE_INFINITY },
  activity: { points: 19, most: 1_500 },
  word: { points: 64, most: 150 },
} as const;
type Kind = keyof typeof KINDS;

/** Points stand in the lower bits of a filed key. */
const POINT_BITS = 10;
const POINT_MASK = (1 << POINT_BITS) - 1;
const KEY_LIMIT = 2 ** (32 - POINT_BITS);
/** Points are compared in steps, so that the best can be chosen by counting. */
const STEP_BITS = 3;

/** A number for each two, the same from both sides: chance without chance. */
export function lot(x: number, y: number): number {
  const mixed = Math.imul(x ^ y, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
}

const FILED = 1;

type Note = (kind: Kind, id: string, share: number) => void;

/** Tells everything under which an initiative is filed; some of it more than once. */
function noteAll(reading: Reading, note: Note): void {
  for (const { concept, strength } of reading.facets.means) {
    note("means", concept.id, strength * concept.weight);
    note("family", concept.family, strength * concept.weight);
  }
  for (const { concept } of reading.facets.aim) note("aim", concept.id, 1);
  for (const { key } of reading.actors) note("actor", key, 1);
  for (const activity of reading.initiative.activities) note("activity", activity, 1);
  note("municipality", reading.initiative.municipality, 1);
  for (const { word } of reading.words) if (word.isTelling) note("word", word.stem, 1);
}

/** Numbers of what initiatives share; of each kind apart, for an actor may have the name of a kommune. */
class KeyNumbers {
  readonly #numbers = new Map<Kind, Map<string, number>>();
  #size = 0;

  numberOf(kind: Kind, id: string): number {
    const ofKind = this.#numbers.get(kind) ?? new Map<string, number>();
    this.#numbers.set(kind, ofKind);
    const number = ofKind.get(id) ?? this.#size;
    if (number === this.#size) {
      ofKind.set(id, number);
      this.#size += 1;
    }
    return number;
  }

  knownNumberOf(kind: Kind, id: string): number | undefined {
    return this.#numbers.get(kind)?.get(id);
  }
}

/** Inverted index over the initiatives, each at a place that the engine has given it. */
export class CandidateIndex {
  readonly #numbers = new KeyNumbers();
  /** In how many initiatives a key may stand at most. */
  readonly #most: number[] = [];
  /** By key, the places that are filed under it. */
  readonly #filed = rowsOfNumbers();
  /** By place, the keys that it is filed under, each with its points. */
  readonly #keys = rowsOfNumbers();
  /** By place: `FILED` when it is anybody's candidate. */
  #filedPlaces = new Uint8Array(1024);
  #size = 0;
  #lots = new Uint32Array(1024);
  /** Points of each place during one search; 0 between searches. */
  #points = new Uint32Array(1024);
  #touched = new Uint32Array(1024);
  #counts = new Uint32Array(1024);
  #last = new Uint32Array(1024);

  /** @param ticket a number made from the initiative's key, by which lots are drawn among those who are equally near */
  file(place: number, reading: Reading, ticket: number): void {
    this.#note(place, reading, { ticket, numberOf: (kind, id) => this.#numbers.numberOf(kind, id) });
    this.#filedPlaces = grown(this.#filedPlaces, place + 1);
    this.#filedPlaces[place] = FILED;
    this.#size += 1;
    for (const key of this.#keys.rowOf(place)) this.#filed.push(key >>> POINT_BITS, place);
  }

  /** A text whose candidates are asked for, and which is nobody's candidate. */
  noteDraft(place: number, reading: Reading, ticket: number): void {
    this.#note(place, reading, { ticket, numberOf: (kind, id) => this.#numbers.knownNumberOf(kind, id) });
  }

  unfile(place: number): void {
    for (const key of this.#keys.rowOf(place)) this.#filed.takeOut(key >>> POINT_BITS, place);
    this.#keys.clear(place);
    this.#filedPlaces[place] = 0;
    this.#size -= 1;
  }

  /** Those to compare with, `itself` apart; at most `CANDIDATE_LIMIT`, those with most points. Among few, all. */
  candidatesOf(place: number, itself: number = place): readonly number[] {
    if (this.#size <= CANDIDATE_LIMIT) return this.#allBut(itself);
    const touched = this.#giveOut(place, itself);
    const best = touched.length <= CANDIDATE_LIMIT ? [...touched] : this.#bestOf(touched, place);
    for (let at = 0; at < touched.length; at += 1) this.#points[touched[at] as number] = 0;
    return best;
  }

  #allBut(itself: number): number[] {
    const others: number[] = [];
    for (
      let place = this.#filedPlaces.indexOf(FILED);
      place !== -1;
      place = this.#filedPlaces.indexOf(FILED, place + 1)
    ) {
      if (place !== itself) others.push(place);
    }
    return others;
  }

  #note(
    place: number,
    reading: Reading,
    { ticket, numberOf }: { ticket: number; numberOf: (kind: Kind, id: string) => number | undefined },
  ): void {
    const worth = new Map<number, number>();
    noteAll(reading, (kind, id, share) => {
      const number = numberOf(kind, id);
      // With more words than any language has, the rest bring nobody together.
      if (number === undefined || number >= KEY_LIMIT) return;
      this.#most[number] = KINDS[kind].most;
      const points = Math.min(POINT_MASK, Math.round(KINDS[kind].points * share));
      if (points > (worth.get(number) ?? 0)) worth.set(number, points);
    });
    this.#keys.write(
      place,
      Array.from(worth, ([number, points]) => number * (POINT_MASK + 1) + points),
    );
    this.#lots = grown(this.#lots, place + 1);
    this.#points = grown(this.#points, place + 1);
    this.#touched = grown(this.#touched, place + 1);
    this.#lots[place] = ticket;
  }

  /** Gives each place the points of the keys that it shares. @returns the places that got any */
  #giveOut(place: number, itself: number): Uint32Array {
    const points = this.#points;
    const touched = this.#touched;
    let count = 0;
    for (const key of this.#keys.rowOf(place)) {
      const row = key >>> POINT_BITS;
      const length = this.#filed.lengthOf(row);
      if (length > (this.#most[row] as number)) continue;
      const worth = key & POINT_MASK;
      const values = this.#filed.pageOf(row);
      const from = this.#filed.startOf(row);
      for (let at = from; at < from + length; at += 1) {
        const other = values[at] as number;
        const before = points[other] as number;
        if (before === 0 && other !== itself) touched[count++] = other;
        points[other] = before + worth;
      }
    }
    points[itself] = 0;
    return touched.subarray(0, count);
  }

  /** Counts how many reach each step, and takes the steps that fit; the last one by lot. */
  #bestOf(touched: Uint32Array, place: number): number[] {
    const least = this.#lastStep(touched);
    const best: number[] = [];
    this.#last = grown(this.#last, touched.length);
    let lastCount = 0;
    for (let at = 0; at < touched.length; at += 1) {
      const other = touched[at] as number;
      const step = (this.#points[other] as number) >>> STEP_BITS;
      if (step > least) best.push(other);
      else if (step === least) this.#last[lastCount++] = other;
    }
    const drawn = this.#drawn(this.#last.subarray(0, lastCount), { place, count: CANDIDATE_LIMIT - best.length });
    for (let at = 0; at < drawn.length; at += 1) best.push(drawn[at] as number);
    return best;
  }

  /** The step that only some of those who reach it fit with. */
  #lastStep(touched: Uint32Array): number {
    let highest = 0;
    const points = this.#points;
    for (let at = 0; at < touched.length; at += 1) highest = Math.max(highest, points[touched[at] as number] as number);
    highest >>>= STEP_BITS;
    this.#counts = grown(this.#counts, highest + 1).fill(0, 0, highest + 1);
    const counts = this.#counts;
    for (let at = 0; at < touched.length; at += 1) {
      const step = (points[touched[at] as number] as number) >>> STEP_BITS;
      counts[step] = (counts[step] as number) + 1;
    }
    let taken = 0;
    for (let step = highest; step > 0; step -= 1) {
      taken += counts[step] as number;
      if (taken >= CANDIDATE_LIMIT) return step;
    }
    return 0;
  }

  #drawn(places: Uint32Array, { place, count }: { place: number; count: number }): ArrayLike<number> {
    if (places.length <= count) return places;
    // Of very many, only those whose lot is low enough for enough of them are put in order.
    const low = this.#drawnBelow(((count * 2 + 64) / places.length) * 2 ** 32, places, place);
    const drawn = low.length < count ? this.#drawnBelow(2 ** 32, places, place) : low;
    return drawn
      .sort((x, y) => x.lot - y.lot)
      .slice(0, count)
      .map(({ other }) => other);
  }

  #drawnBelow(limit: number, places: Uint32Array, place: number): { other: number; lot: number }[] {
    const own = this.#lots[place] as number;
    const drawn: { other: number; lot: number }[] = [];
    for (let at = 0; at < places.length; at += 1) {
      const other = places[at] as number;
      const drawnLot = lot(own, this.#lots[other] as number);
      if (drawnLot < limit) drawn.push({ other, lot: drawnLot });
    }
    return drawn;
  }
}

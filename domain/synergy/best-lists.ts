/**
 * For each initiative the best of its likely pairs, kind by kind, with a few to spare. A list is always a beginning of the
 * whole: once something was left out of it, only what is better than the last of it comes in. Initiatives are known by
 * their places.
 */
import { FINDING_KINDS } from "#domain/finding.ts";
import { lot } from "./candidates.ts";
import { grown, rowsOfNumbers } from "./rows.ts";

/** So many of each kind are remembered: when one that is shown goes, the next best is known. */
const KEPT_OF_KIND = 10;

const KINDS = FINDING_KINDS.length;
/** An entry: the other, its points with its kind in the lowest bits, and the mark of what was told of the pair. */
const ENTRY = 3;
const KIND_BITS = 2;
const KIND_MASK = (1 << KIND_BITS) - 1;
const POINTS_PER_SCORE = 100;
/** Nothing is worse than the last of a list that is empty because everything in it has gone. */
const OUT_OF_REACH = 0xffffffff;

export interface Likely {
  readonly other: number;
  /** Number of its kind among `FINDING_KINDS`. */
  readonly kind: number;
  readonly score: number;
}

const pointsOf = ({ score }: Likely): number => Math.round(score * POINTS_PER_SCORE);

export class BestLists {
  readonly #entries = rowsOfNumbers();
  /** By place, those whose list it is in. */
  readonly #holders = rowsOfNumbers();
  #tickets = new Uint32Array(1024);
  /** By place and kind, the points below which nothing comes in. */
  #floors = new Uint32Array(1024 * KINDS);
  /** By place, the kinds of which something was left out, one bit each. */
  #leftOut = new Uint8Array(1024);

  /** @param ticket by which lots are drawn among pairs of equal points */
  open(place: number, ticket: number): void {
    this.#tickets = grown(this.#tickets, place + 1);
    this.#floors = grown(this.#floors, (place + 1) * KINDS);
    this.#leftOut = grown(this.#leftOut, place + 1);
    this.#tickets[place] = ticket;
  }

  /** Those in a list, the best of the kinds in no order. */
  *othersOf(place: number): Generator<number> {
    const start = this.#entries.startOf(place);
    const end = start + this.#entries.lengthOf(place);
    for (let at = start; at < end; at += ENTRY) yield this.#entries.pageOf(place)[at] as number;
  }

  holds(place: number, other: number): boolean {
    return this.#find(place, other) !== -1;
  }

  holdersOf(place: number): Uint32Array {
    return this.#holders.rowOf(place).slice();
  }

  /** Those in a list that are among its best so many of their kind, with the marks of their pairs. */
  bestOf(place: number, count: number): Map<number, number> {
    const best = new Map<number, number>();
    const start = this.#entries.startOf(place);
    const end = start + this.#entries.lengthOf(place);
    const values = this.#entries.pageOf(place);
    for (let at = start; at < end; at += ENTRY) {
      if (this.#rank(place, at) < count) best.set(values[at] as number, values[at + 2] as number);
    }
    return best;
  }

  isAmongBest(place: number, other: number, count: number): boolean {
    const at = this.#find(place, other);
    return at !== -1 && this.#rank(place, at) < count;
  }

  /** Whether so many of a kind are known, where there are so many. */
  isShort(place: number, count: number): boolean {
    const leftOut = this.#leftOut[place] as number;
    for (let kind = 0; kind < KINDS; kind += 1) {
      if ((leftOut & (1 << kind)) !== 0 && this.#countOf(place, kind) < count) return true;
    }
    return false;
  }

  /** Everything that is likely is offered again: whether something is left out turns out then. */
  reopen(place: number): void {
    this.#leftOut[place] = 0;
    for (let kind = 0; kind < KINDS; kind += 1) this.#setFloor(place, kind);
  }

  wouldTake(place: number, likely: Likely): boolean {
    const floor = this.#floors[place * KINDS + likely.kind] as number;
    const points = pointsOf(likely);
    if (points !== floor) return points > floor;
    const worst = this.#worst(place, likely.kind);
    return worst === -1 || this.#isDrawnBefore(place, likely.other, this.#entries.pageOf(place)[worst] as number);
  }

  /** Takes it into the list if it is good enough; what it takes the place of is left out. */
  offer(place: number, likely: Likely): void {
    if (!this.wouldTake(place, likely)) {
      this.#noteLeftOut(place, likely.kind);
      return;
    }
    if (this.#countOf(place, likely.kind) >= KEPT_OF_KIND) {
      this.#takeOutAt(place, this.#worst(place, likely.kind));
      this.#noteLeftOut(place, likely.kind);
    }
    const mark = this.markOf(likely.other, place);
    this.#entries.push(place, likely.other);
    this.#entries.push(place, (pointsOf(likely) << KIND_BITS) | likely.kind);
    this.#entries.push(place, mark);
    this.#holders.push(likely.other, place);
    this.#setFloor(place, likely.kind);
  }

  takeOut(place: number, other: number): void {
    const at = this.#find(place, other);
    if (at === -1) return;
    const kind = (this.#entries.pageOf(place)[at + 1] as number) & KIND_MASK;
    this.#takeOutAt(place, at);
    this.#setFloor(place, kind);
  }

  empty(place: number): void {
    for (const other of [...this.othersOf(place)]) this.#holders.takeOut(other, place);
    this.#entries.clear(place);
    this.reopen(place);
  }

  markOf(place: number, other: number): number {
    const at = this.#find(place, other);
    return at === -1 ? 0 : (this.#entries.pageOf(place)[at + 2] as number);
  }

  setMark(place: number, other: number, mark: number): void {
    const at = this.#find(place, other);
    if (at !== -1) this.#entries.pageOf(place)[at + 2] = mark;
  }

  #find(place: number, other: number): number {
    const values = this.#entries.pageOf(place);
    const start = this.#entries.startOf(place);
    const end = start + this.#entries.lengthOf(place);
    for (let at = start; at < end; at += ENTRY) if (values[at] === other) return at;
    return -1;
  }

  #takeOutAt(place: number, at: number): void {
    this.#holders.takeOut(this.#entries.pageOf(place)[at] as number, place);
    this.#entries.takeOutFrom(place, at, ENTRY);
  }

  #noteLeftOut(place: number, kind: number): void {
    const before = this.#leftOut[place] as number;
    if ((before & (1 << kind)) !== 0) return;
    this.#leftOut[place] = before | (1 << kind);
    this.#setFloor(place, kind);
  }

  #setFloor(place: number, kind: number): void {
    const isOpen = ((this.#leftOut[place] as number) & (1 << kind)) === 0;
    const worst = isOpen && this.#countOf(place, kind) < KEPT_OF_KIND ? null : this.#worst(place, kind);
    const points = worst === -1 ? OUT_OF_REACH : worst === null ? 0 : this.#pointsAt(place, worst);
    this.#floors[place * KINDS + kind] = points;
  }

  #pointsAt(place: number, at: number): number {
    return (this.#entries.pageOf(place)[at + 1] as number) >>> KIND_BITS;
  }

  #countOf(place: number, kind: number): number {
    const values = this.#entries.pageOf(place);
    const start = this.#entries.startOf(place);
    const end = start + this.#entries.lengthOf(place);
    let count = 0;
    for (let at = start; at < end; at += ENTRY) {
      if (((values[at + 1] as number) & KIND_MASK) === kind) count += 1;
    }
    return count;
  }

  /** @returns where the last of a kind stands; -1 when there is none */
  #worst(place: number, kind: number): number {
    const values = this.#entries.pageOf(place);
    const start = this.#entries.startOf(place);
    const end = start + this.#entries.lengthOf(place);
    let worst = -1;
    for (let at = start; at < end; at += ENTRY) {
      if (((values[at + 1] as number) & KIND_MASK) !== kind) continue;
      if (worst === -1 || this.#isBetter(place, worst, at)) worst = at;
    }
    return worst;
  }

  /** How many of its kind in the list are better than the entry. */
  #rank(place: number, entry: number): number {
    const values = this.#entries.pageOf(place);
    const own = values[entry + 1] as number;
    const start = this.#entries.startOf(place);
    const end = start + this.#entries.lengthOf(place);
    let better = 0;
    for (let at = start; at < end; at += ENTRY) {
      const told = values[at + 1] as number;
      if (((told ^ own) & KIND_MASK) !== 0 || told < own || at === entry) continue;
      if (told > own || this.#isDrawnBefore(place, values[at] as number, values[entry] as number)) better += 1;
    }
    return better;
  }

  /** Of two entries of one kind. */
  #isBetter(place: number, entry: number, than: number): boolean {
    const values = this.#entries.pageOf(place);
    const [points, others] = [values[entry + 1] as number, values[than + 1] as number];
    return points === others
      ? this.#isDrawnBefore(place, values[entry] as number, values[than] as number)
      : points > others;
  }

  /** Among those of equal points the lot decides. */
  #isDrawnBefore(place: number, other: number, than: number): boolean {
    const ticket = this.#tickets[place] as number;
    return lot(ticket, this.#tickets[other] as number) < lot(ticket, this.#tickets[than] as number);
  }
}

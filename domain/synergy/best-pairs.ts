/**
 * Which of the likely pairs a person sees: those among the best of their kind for at least one of their two initiatives
 * (SPEC.md K3). A hundred kommuner with the same idea make thousands of pairs; nobody reads more than the best for each
 * card. Initiatives are known by their places.
 */
import { BestLists, type Likely } from "./best-lists.ts";

/** So many of each kind an initiative shows, its best. */
export const SHOWN_OF_KIND = 6;

export type PlacePair = readonly [x: number, y: number];

export interface VisibilityChanges {
  readonly entered: readonly PlacePair[];
  /** Pairs that are seen no more, with the mark of what was told of them. */
  readonly left: readonly { readonly pair: PlacePair; readonly mark: number }[];
}

/** More than there are places: a pair of two has one number. */
const PLACES = 2 ** 26;

/** What a place was seen with by its own list, before a change. */
type Before = Map<number, ReadonlyMap<number, number>>;

export class BestPairs {
  readonly #lists = new BestLists();

  open(place: number, ticket: number): void {
    this.#lists.open(place, ticket);
  }

  /** Writes down a pair among very many, from both sides, without a word about what it changes. */
  write(place: number, likely: Likely): void {
    this.#lists.offer(place, likely);
    this.#lists.offer(likely.other, { ...likely, other: place });
  }

  /** Those that an initiative is known to be likely with, seen or not. */
  likelyWith(place: number): ReadonlySet<number> {
    return new Set([...this.#lists.othersOf(place), ...this.#lists.holdersOf(place)]);
  }

  visibleWith(place: number): readonly number[] {
    const holders = [...this.#lists.holdersOf(place)].filter((other) => this.#isSeenFrom(other, place));
    return [...new Set([...this.#lists.bestOf(place, SHOWN_OF_KIND).keys(), ...holders])];
  }

  /** Every pair that is seen by the list of one of these places, once. */
  *visible(places: Iterable<number>): Generator<PlacePair> {
    for (const place of places) {
      for (const other of this.#lists.bestOf(place, SHOWN_OF_KIND).keys()) {
        if (place < other || !this.#isSeenFrom(other, place)) yield [place, other];
      }
    }
  }

  /** What was told of a pair that is seen; 0 when nothing was. */
  markOf([x, y]: PlacePair): number {
    return this.#lists.markOf(x, y) || this.#lists.markOf(y, x);
  }

  setMark([x, y]: PlacePair, mark: number): void {
    this.#lists.setMark(x, y, mark);
    this.#lists.setMark(y, x, mark);
  }

  /**
   * The likely pairs of an initiative are these now.
   *
   * @param likelyOf asked for an initiative whose list has become too short
   */
  replace(place: number, likely: readonly Likely[], likelyOf: (place: number) => readonly Likely[]): VisibilityChanges {
    const before: Before = new Map();
    const marks = this.#takeOutEverywhere(before, place);
    this.#offerAll(before, place, likely);
    for (const [other, mark] of marks) this.setMark([place, other], mark);
    for (const other of [...before.keys()]) {
      if (!this.#lists.isShort(other, SHOWN_OF_KIND)) continue;
      this.#lists.reopen(other);
      const known = new Set(this.#lists.othersOf(other));
      this.#offerAll(
        before,
        other,
        likelyOf(other).filter((one) => !known.has(one.other)),
      );
    }
    return this.#changesSince(before);
  }

  /** @returns the marks of its pairs */
  #takeOutEverywhere(before: Before, place: number): ReadonlyMap<number, number> {
    const marks = new Map<number, number>();
    this.#remember(before, place);
    for (const other of this.likelyWith(place)) marks.set(other, this.markOf([place, other]));
    for (const holder of this.#lists.holdersOf(place)) {
      this.#remember(before, holder);
      this.#lists.takeOut(holder, place);
    }
    this.#lists.empty(place);
    return marks;
  }

  #offerAll(before: Before, place: number, likely: readonly Likely[]): void {
    this.#remember(before, place);
    for (const one of likely) {
      this.#lists.offer(place, one);
      const turned = { ...one, other: place };
      if (this.#lists.holds(one.other, place)) continue;
      if (this.#lists.wouldTake(one.other, turned)) this.#remember(before, one.other);
      this.#lists.offer(one.other, turned);
    }
  }

  #remember(before: Before, place: number): void {
    if (!before.has(place)) before.set(place, this.#lists.bestOf(place, SHOWN_OF_KIND));
  }

  #isSeenFrom(place: number, other: number): boolean {
    return this.#lists.isAmongBest(place, other, SHOWN_OF_KIND);
  }

  #changesSince(before: Before): VisibilityChanges {
    const entered: PlacePair[] = [];
    const left: { pair: PlacePair; mark: number }[] = [];
    const now = new Map([...before.keys()].map((place) => [place, this.#lists.bestOf(place, SHOWN_OF_KIND)]));
    const isSeen = (x: number, y: number): boolean => now.get(x)?.has(y) ?? this.#isSeenFrom(x, y);
    const was = (x: number, y: number): boolean => before.get(x)?.has(y) ?? this.#isSeenFrom(x, y);
    for (const [place, other] of changedPairs(before, now)) {
      const isSeenNow = isSeen(place, other) || isSeen(other, place);
      if (isSeenNow === (was(place, other) || was(other, place))) continue;
      if (isSeenNow) entered.push([place, other]);
      else
        left.push({ pair: [place, other], mark: before.get(place)?.get(other) ?? before.get(other)?.get(place) ?? 0 });
    }
    for (const { pair } of left) this.setMark(pair, 0);
    return { entered, left };
  }
}

/** The pairs that stand in a list of one time and not in that of the other, each once. */
function* changedPairs(before: Before, now: Before): Generator<PlacePair> {
  const told = new Set<number>();
  for (const [place, seen] of before) {
    for (const other of inOneOf(seen, now.get(place) ?? seen)) {
      const name = Math.min(place, other) * PLACES + Math.max(place, other);
      if (!told.has(name)) yield [place, other];
      told.add(name);
    }
  }
}

/** What is in one of two, but not in both. */
function* inOneOf(these: ReadonlyMap<number, unknown>, those: ReadonlyMap<number, unknown>): Generator<number> {
  for (const one of these.keys()) if (!those.has(one)) yield one;
  for (const one of those.keys()) if (!these.has(one)) yield one;
}

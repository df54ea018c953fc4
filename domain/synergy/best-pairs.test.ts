import fc from "fast-check";
import { expect, test } from "vitest";
import type { Likely } from "./best-lists.ts";
import { BestPairs, type PlacePair, SHOWN_OF_KIND, type VisibilityChanges } from "./best-pairs.ts";

const OVERLAP = 0;
const LEARN = 1;
const KEPT = 10;

const many = (count: number, score: (index: number) => number, kind: number = OVERLAP): Likely[] =>
  Array.from({ length: count }, (_, index) => ({ other: index + 1, kind, score: score(index) }));

function opened(places: number): BestPairs {
  const pairs = new BestPairs();
  for (let place = 0; place < places; place += 1) pairs.open(place, place * 7919);
  return pairs;
}
const nothing = () => [];

test("K3 an initiative shows its best of each kind and no more", () => {
  const pairs = opened(100);
  const crowd = many(40, (index) => index + 50);
  for (const one of crowd)
    pairs.replace(
      one.other,
      many(40, () => 99).filter(({ other }) => other !== one.other),
      nothing,
    );
  const learn = { other: 60, kind: LEARN, score: 51 };
  pairs.replace(0, [...crowd, learn], nothing);
  expect(pairs.visibleWith(0)).toHaveLength(SHOWN_OF_KIND + 1);
  expect(pairs.visibleWith(0)).toContain(40);
  expect(pairs.visibleWith(0)).toContain(60);
});

test("K3 a pair is seen when it is among the best of one of its two", () => {
  const pairs = opened(100);
  const { entered } = pairs.replace(
    0,
    many(50, () => 60),
    nothing,
  );
  // Each of the others has only this one pair.
  expect(entered).toHaveLength(50);
  expect(pairs.visibleWith(0)).toHaveLength(50);
});

test("K3 a better pair takes the place of a worse one, and gives it back", () => {
  const pairs = opened(100);
  const crowd = many(SHOWN_OF_KIND + 1, () => 80);
  for (const { other: one } of crowd)
    pairs.replace(
      one,
      crowd.filter(({ other }) => other !== one),
      nothing,
    );
  const worse = pairs.replace(50, [{ other: 1, kind: OVERLAP, score: 60 }], nothing);
  expect(worse.entered).toEqual([[50, 1]]);
  expect(pairs.visibleWith(1)).toContain(50);
  expect(pairs.replace(50, [], nothing).left.map(({ pair }) => pair)).toEqual([[50, 1]]);
});

test("K3 what was told of a pair is known until the pair is seen no more", () => {
  const pairs = opened(3);
  const likely = { other: 1, kind: OVERLAP, score: 60 };
  pairs.replace(0, [likely], nothing);
  pairs.setMark([1, 0], 17);
  pairs.replace(0, [{ ...likely, score: 70 }], nothing);
  expect(pairs.markOf([0, 1])).toBe(17);
  expect(pairs.replace(1, [], nothing).left).toEqual([{ pair: [1, 0], mark: 17 }]);
  pairs.replace(0, [likely], nothing);
  expect(pairs.markOf([0, 1])).toBe(0);
});

const nameOf = (pair: PlacePair): string => [...pair].sort((x, y) => x - y).join(" ");

/** A world of pairs that changes, followed by two: by what is told, and by choosing among everything. */
class World {
  readonly scores = new Map<string, { kind: number; score: number }>();
  readonly pairs: BestPairs;
  readonly told = new Set<string>();

  constructor(readonly places: number) {
    this.pairs = opened(places);
  }

  likelyOf(place: number): Likely[] {
    return Array.from({ length: this.places }, (_, other) => other).flatMap((other) => {
      const known = this.scores.get(nameOf([place, other]));
      return known === undefined ? [] : [{ other, ...known }];
    });
  }

  replace(place: number, likely: readonly Likely[]): void {
    for (let other = 0; other < this.places; other += 1) this.scores.delete(nameOf([place, other]));
    for (const { other, kind, score } of likely) this.scores.set(nameOf([place, other]), { kind, score });
    this.hear(this.pairs.replace(place, likely, (other) => this.likelyOf(other)));
  }

  hear({ entered, left }: VisibilityChanges): void {
    for (const pair of entered) this.told.add(nameOf(pair));
    for (const { pair } of left) this.told.delete(nameOf(pair));
  }

  chosenAtOnce(): Set<string> {
    const pairs = opened(this.places);
    for (const [name, known] of this.scores) {
      const [x = 0, y = 0] = name.split(" ").map(Number);
      pairs.write(x, { other: y, ...known });
    }
    return new Set([...pairs.visible(Array.from({ length: this.places }, (_, place) => place))].map(nameOf));
  }
}

test("K3 what is told adds up to what choosing among everything chooses, whatever changes", () => {
  const places = KEPT + 10;
  const change = fc.record({
    place: fc.nat(places - 1),
    drawn: fc.array(fc.integer({ min: 40, max: 60 }), { minLength: places, maxLength: places }),
    isGone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 20, maxLength: 60 }), (changes) => {
      const world = new World(places);
      for (const { place, drawn, isGone } of changes) {
        const likely = drawn.flatMap((score, other) =>
          score < 50 || other === place || isGone
            ? []
            : [{ other, score, kind: (place + other) % 8 === 0 ? LEARN : OVERLAP }],
        );
        world.replace(place, likely);
        expect(world.told).toEqual(world.chosenAtOnce());
      }
    }),
    { numRuns: 40 },
  );
});

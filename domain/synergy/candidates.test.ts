import { expect, test } from "vitest";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex } from "./actors.ts";
import { CANDIDATE_LIMIT, CandidateIndex } from "./candidates.ts";
import { anActor, anInitiative } from "./initiative-fixture.ts";
import { standardLexicon } from "./lexicon.ts";
import { readInitiative } from "./reading.ts";
import type { SynergyInitiative } from "./types.ts";

const reader = { lexicon: standardLexicon(), actors: createActorIndex(referenceRegistry()) };
const read = (over: Partial<SynergyInitiative>) => readInitiative(reader, anInitiative(over));

function candidates(others: readonly Partial<SynergyInitiative>[], one: Partial<SynergyInitiative>): string[] {
  const index = new CandidateIndex();
  for (const [place, other] of others.entries()) index.file(place, read(other), place);
  index.noteDraft(others.length, read({ key: "one", municipality: "Ny", ...one }), others.length);
  return keysOf(
    others,
    index.candidatesOf(
      others.length,
      others.findIndex(({ key }) => key === "one"),
    ),
  );
}

const keysOf = (all: readonly Partial<SynergyInitiative>[], places: Iterable<number>): string[] =>
  [...places].map((place) => all[place]?.key ?? "");

/** So many that have nothing to do with it that not all are compared. */
const STRANGERS = Array.from({ length: CANDIDATE_LIMIT }, (_, index) => ({
  key: `s${index}`,
  municipality: `m${index}`,
}));

test.each<[string, Partial<SynergyInitiative>, Partial<SynergyInitiative>]>([
  ["a means", { title: "Fritidsjob" }, { title: "Lommepengejob" }],
  ["a family of means", { title: "Sommerjob" }, { title: "Fritidsjob" }],
  ["an actor", { actors: [anActor("SOSU Fyn")] }, { actors: [anActor("Social- og Sundhedsskolen Fyn")] }],
  ["a kommune", { municipality: "Ny", title: "A" }, { title: "B" }],
  ["a rare word", { title: "Havbiologi" }, { title: "Havbiologien" }],
])("K1 what shares %s is compared", (_, other, one) => {
  expect(candidates([...STRANGERS, { key: "other", ...other }], one)).toEqual(["other"]);
});

test("K1 what shares nothing is not compared, and nobody with oneself", () => {
  const other = { key: "other", title: "Havbiologi" };
  expect(candidates([...STRANGERS, other], { title: "Fritidsjob" })).toEqual([]);
  expect(candidates([...STRANGERS, { key: "one", title: "Fritidsjob" }], { title: "Fritidsjob" })).toEqual([]);
});

test("K1 among few all others are compared", () => {
  const few = [
    { key: "one", title: "Fritidsjob" },
    { key: "other", title: "Havbiologi" },
  ];
  expect(candidates(few, { title: "Fritidsjob" })).toEqual(["other"]);
  const index = new CandidateIndex();
  for (const [place, one] of few.entries()) index.file(place, read(one), place);
  index.unfile(1);
  expect([...index.candidatesOf(0)]).toEqual([]);
});

test("K1 at most so many, those with most in common first of all", () => {
  const crowd = Array.from({ length: 2 * CANDIDATE_LIMIT }, (_, index) => ({ key: `k${index}`, title: "Fritidsjob" }));
  const best = { key: "best", title: "Fritidsjob og havbiologi", actors: [anActor("SOSU Fyn")] };
  const found = candidates([...crowd, best], { title: "Fritidsjob og havbiologi", actors: [anActor("SOSU Fyn")] });
  expect(found).toHaveLength(CANDIDATE_LIMIT);
  expect(found).toContain("best");
});

test("K1 of those who are equally near, others are compared with each", () => {
  const crowd = Array.from({ length: 3 * CANDIDATE_LIMIT }, (_, index) => ({ key: `k${index}`, title: "Fritidsjob" }));
  const index = new CandidateIndex();
  for (const [place, one] of crowd.entries()) index.file(place, read(one), place * 7919);
  const candidatesOf = crowd.map((_, place) => index.candidatesOf(place));
  const chosen = new Uint32Array(crowd.length);
  for (const place of candidatesOf.flatMap((places) => [...places])) chosen[place] = (chosen[place] ?? 0) + 1;
  expect(Math.max(...candidatesOf.map((places) => places.length))).toBe(CANDIDATE_LIMIT);
  expect(Math.max(...chosen)).toBeLessThan(2 * CANDIDATE_LIMIT);
});

test("what is removed is found no more, and its place is used again", () => {
  const index = new CandidateIndex();
  for (const [place, stranger] of STRANGERS.entries()) index.file(place, read(stranger), place);
  index.file(501, read({ key: "first", title: "Fritidsjob" }), 0);
  index.file(502, read({ key: "one more", municipality: "more" }), 0);
  index.noteDraft(900, read({ key: "x", municipality: "Ny", title: "Fritidsjob" }), 0);
  index.unfile(501);
  for (const title of ["Fritidsjob", "Lommepengejob"]) {
    index.file(500, read({ key: title, title }), 0);
    expect([...index.candidatesOf(900)]).toEqual([500]);
    index.unfile(500);
    expect([...index.candidatesOf(900)]).toEqual([]);
  }
});

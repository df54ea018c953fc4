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
  for (const other of others) index.add(read(other));
  return index.candidatesFor(read({ key: "one", municipality: "Ny", ...one })).map(({ initiative }) => initiative.key);
}

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
  for (const one of few) index.add(read(one));
  index.remove("other");
  expect(index.candidatesFor(read({ key: "one", title: "Fritidsjob" }))).toEqual([]);
});

test("K1 at most so many, those with most in common first of all", () => {
  const crowd = Array.from({ length: 2 * CANDIDATE_LIMIT }, (_, index) => ({ key: `k${index}`, title: "Fritidsjob" }));
  const best = { key: "best", title: "Fritidsjob og havbiologi", actors: [anActor("SOSU Fyn")] };
  const found = candidates([...crowd, best], { title: "Fritidsjob og havbiologi", actors: [anActor("SOSU Fyn")] });
  expect(found).toHaveLength(CANDIDATE_LIMIT);
  expect(found).toContain("best");
});

test("what is removed is found no more, and its place is used again", () => {
  const index = new CandidateIndex();
  index.add(read({ key: "a", title: "Fritidsjob" }));
  index.remove("a");
  index.remove("a");
  index.add(read({ key: "b", title: "Fritidsjob" }));
  expect(
    index
      .candidatesFor(read({ key: "x", municipality: "Ny", title: "Fritidsjob" }))
      .map(({ initiative }) => initiative.key),
  ).toEqual(["b"]);
});

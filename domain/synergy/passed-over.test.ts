import { expect, test } from "vitest";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createEngine } from "./engine.ts";
import { anInitiative } from "./initiative-fixture.ts";
import type { SynergyInitiative } from "./types.ts";

function engineWith(...initiatives: readonly Partial<SynergyInitiative>[]) {
  const engine = createEngine({ registry: referenceRegistry(), chainAcrossMunicipalities: true });
  for (const one of initiatives) engine.add(anInitiative({ status: "running", ...one }));
  for (const _ of engine.compareAll());
  return engine;
}

const JOBSEEKERS = { key: "a", municipality: "Varde", title: "Introforløb for ledige i plejen" };
const NEW_STAFF = { key: "b", municipality: "Vejle", title: "Introforløb for nyansatte i plejen" };
const LANGUAGE = { key: "c", municipality: "Odense", title: "Dosispakket medicin fra apoteket" };

test("N1 the pair with the likest words that is not shown, with where the words stand and what speaks against", () => {
  const found = engineWith(JOBSEEKERS, NEW_STAFF, LANGUAGE).passedOver("a");
  expect(found).toMatchObject({ a: "a", b: "b", kind: "overlap" });
  expect(found?.words.a).toContainEqual(["title", 0, 11]);
  expect(found?.words.b).toContainEqual(["title", 0, 11]);
  expect(found?.against[0]).toMatchObject({
    code: "differentTarget",
    params: { targetA: "unemployed", targetB: "new-hires" },
  });
  expect(found?.against.map(({ weight }) => weight < 0)).not.toContain(false);
});

test("N1 seen from the other side, the sides of its reasons are turned", () => {
  const found = engineWith(JOBSEEKERS, NEW_STAFF).passedOver("b");
  expect(found).toMatchObject({ a: "b", b: "a" });
  expect(found?.against[0]).toMatchObject({
    code: "differentTarget",
    params: { targetA: "new-hires", targetB: "unemployed" },
  });
});

test("N1 what is shown was not passed over", () => {
  const twin = { ...JOBSEEKERS, key: "d", municipality: "Vejle" };
  expect(engineWith(JOBSEEKERS, twin).passedOver("a")).toBeNull();
});

test("N1 nothing is told of texts that have no words in common, nor of an unknown initiative", () => {
  expect(engineWith(JOBSEEKERS, LANGUAGE).passedOver("a")).toBeNull();
  expect(engineWith(JOBSEEKERS).passedOver("nobody")).toBeNull();
});

test("W4 an unrelated initiative changes nothing about it", () => {
  const before = engineWith(JOBSEEKERS, NEW_STAFF).passedOver("a");
  expect(engineWith(JOBSEEKERS, NEW_STAFF, LANGUAGE).passedOver("a")).toEqual(before);
});

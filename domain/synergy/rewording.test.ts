import { expect, test } from "vitest";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex } from "./actors.ts";
import { contentHash } from "./content-hash.ts";
import { anInitiative } from "./initiative-fixture.ts";
import { standardLexicon } from "./lexicon.ts";
import { readInitiative } from "./reading.ts";
import { rewordingOf } from "./rewording.ts";
import type { SynergyInitiative } from "./types.ts";

const reader = { lexicon: standardLexicon(), actors: createActorIndex(referenceRegistry()) };
const rewording = (before: SynergyInitiative, after: SynergyInitiative) =>
  rewordingOf(readInitiative(reader, before), readInitiative(reader, after));

const text = (title: string, description = "", over = {}) =>
  anInitiative({ key: "a", municipality: "0316", title, description, ...over });
const BEFORE = text("Fritidsjob på plejehjem", "Unge på 15-17 år ansættes nogle timer om ugen.");

test.each([
  ["a mended typo", text("Fritidsjob på plejehjem", "Unge på 15-17 år ansættes nogle timer om ugen")],
  [
    "other words for the same",
    text("Fritidsjob på et plejehjem", "De unge på 15-17 år ansættes et par timer ugentligt."),
  ],
])("K4 %s is no new text", (_, after) => {
  expect(rewording(BEFORE, after)).toEqual({ from: contentHash(BEFORE), to: contentHash(after) });
});

test.each([
  ["another means", text("Mentor på plejehjem", "Unge på 15-17 år ansættes nogle timer om ugen.")],
  ["other people", text("Fritidsjob på plejehjem", "Ledige ansættes nogle timer om ugen.")],
  ["a new tag", { ...BEFORE, themes: ["image"] }],
  ["a new actor", { ...BEFORE, actors: [{ id: "foa", name: "FOA", type: null }] }],
])("K4 %s is one", (_, after) => {
  expect(rewording(BEFORE, after)).toBeNull();
});

test("K4 a text of which the check understands no means is new in other words", () => {
  expect(rewording(text("Kaffe først"), text("Kaffe til alle"))).toBeNull();
});

test("K4 a new status leaves the text what it was", () => {
  expect(rewording(BEFORE, { ...BEFORE, status: "running" })).toBeNull();
});

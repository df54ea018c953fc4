import { expect, test } from "vitest";
import { fold, tokenise } from "./normalise.ts";
import { compileSenses, SENSES } from "./senses.ts";
import { likeness, wordingOf } from "./similarity.ts";

const idsOf = (word: string) => SENSES.of(fold(word)).map(({ id }) => id);
const alike = (a: string, b: string) => likeness(wordingOf(tokenise(a), SENSES), wordingOf(tokenise(b), SENSES));

test("T4 words that say the same have a sense in common, in any inflection", () => {
  expect(idsOf("lektionerne")).toEqual(idsOf("undervisningstid"));
  expect(idsOf("følgesvend")).toEqual(idsOf("mentorer"));
});

test("T4 the parts of a compound have their senses", () => {
  expect(idsOf("nattevagtsteam")).toEqual(expect.arrayContaining(["night", "team"]));
});

test("T4 a word without a sense has none, and a typo is mended", () => {
  expect(idsOf("havbiologi")).toEqual([]);
  expect(idsOf("mnetor")).toEqual(["buddy"]);
});

test("T4 texts in other words are alike by their senses", () => {
  const same = alike("Tre lektioner mindre og en mentor", "Nedsat undervisningstid og en følgesvend");
  expect(same).toBeGreaterThan(alike("Tre lektioner mindre og en mentor", "Dosispakket medicin fra apoteket"));
  expect(same).toBeGreaterThan(0.3);
});

test("a text is as alike to itself as can be", () => {
  expect(alike("Fritidsjob for unge", "Fritidsjob for unge")).toBeCloseTo(1, 5);
  expect(alike("Havbiologi", "Havbiologi")).toBeGreaterThan(0);
});

test("E3 a word of a sense that only a left-out kommune writes can be left out", () => {
  const without = new Set(SENSES.keysOf("følgesvend"));
  expect(compileSenses(without).of("følgesvend")).toEqual([]);
  expect(compileSenses(without).of("mentor")).toEqual(SENSES.of("mentor"));
});

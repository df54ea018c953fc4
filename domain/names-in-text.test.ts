import { expect, test } from "vitest";
import { nameFinder } from "./names-in-text.ts";

const find = nameFinder(["Bo", "Åse Holm", "A. (Ane)", "", "B"]);

test("a name is found as a whole word, as it is spelt, in any form of its letters and in the genitive", () => {
  expect(find("Bo ringer til skolen")).toEqual(["Bo"]);
  expect(find("Spørg Åse  Holms leder, eller Bo.")).toEqual(["Bo", "Åse Holm"]);
  expect(find("A\u030Ase Holm")).toEqual(["Åse Holm"]);
  expect(find("A. (Ane) skriver")).toEqual(["A. (Ane)"]);
});

test("a part of a word, another spelling and a single letter are no name", () => {
  for (const text of ["Bostedet", "at bo hjemme", "Åse alene", "B-hold", "Holm og Åse"]) expect(find(text)).toEqual([]);
});

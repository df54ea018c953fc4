import { expect, test } from "vitest";
import { fold } from "#domain/folding.ts";

test.each([
  ["Aabenraa", "Åbenrå"],
  ["Ærø", "aeroe"],
  ["SOSU-Nord", "sosu nord"],
  ["Åsund".normalize("NFD"), "ÅSUND"],
  ["  FOA – Fag og Arbejde ", "foa fag og arbejde"],
])("%s and %s are one word", (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

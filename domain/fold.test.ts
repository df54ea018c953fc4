import { expect, test } from "vitest";
import { fold } from "./fold.ts";

test("aa and å are one, in composed and decomposed form", () => {
  expect(fold("Ålborg")).toBe(fold("Aalborg"));
  expect(fold("Å".normalize("NFD"))).toBe("aa");
});

test("æ and ø become two letters, other accents go", () => {
  expect(fold("Ærø")).toBe("aeroe");
  expect(fold("Malmö à la carte, idé")).toBe("malmoe a la carte, ide");
});

import { expect, test } from "vitest";
import { isTerm, OPEN_FIELDS, termLabel, termsOf } from "#domain/vocabulary.ts";

test.each(OPEN_FIELDS)("%s: ids are unique and every term has a word", (field) => {
  const terms = termsOf(field);
  expect(terms.length).toBeGreaterThan(10);
  expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  expect(terms.filter(({ id, label }) => !/^[a-z0-9-]+$/.test(id) || label.trim() === "")).toEqual([]);
});

test("an id gives its word, and itself when it is unknown", () => {
  expect(termLabel("themes", "onboarding")).toBe("Onboarding og introduktion");
  expect(termLabel("themes", "forgotten")).toBe("forgotten");
  expect(isTerm("themes", "forgotten")).toBe(false);
});

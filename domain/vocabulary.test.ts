import { expect, test } from "vitest";
import { isTerm, OPEN_FIELDS, termIds, termLabel, termsOf } from "#domain/vocabulary.ts";

test.each(OPEN_FIELDS)("%s: ids are unique and every term has a word", (field) => {
  const terms = [...termsOf(field, "da"), ...termsOf(field, "en")];
  expect(termIds(field).length).toBeGreaterThan(10);
  expect(terms.map(({ id }) => id)).toEqual([...new Set(termIds(field)), ...termIds(field)]);
  expect(terms.filter(({ id, label }) => !/^[a-z0-9-]+$/.test(id) || label.trim() === "")).toEqual([]);
});

test("an id gives its word, and itself when it is unknown", () => {
  expect(termLabel("themes", "onboarding", "da")).toBe("Onboarding og introduktion");
  expect(termLabel("themes", "onboarding", "en")).toBe("Onboarding and introduction");
  expect(termLabel("themes", "forgotten", "da")).toBe("forgotten");
  expect(isTerm("themes", "forgotten")).toBe(false);
});

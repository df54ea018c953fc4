import { expect, test } from "vitest";
import { TITLE_PAGE_LIMIT } from "#domain/initiative.ts";
import { caretAfter, cleanTitle, splitTitle } from "./title-edit.ts";

test("the caret keeps its place among its own letters when others type", () => {
  expect(caretAfter(5, "mentor", "en mentor")).toBe(8);
  expect(caretAfter(2, "mentor", "mentorordning")).toBe(2);
  expect(caretAfter(9, "en god mentor", "en mentor")).toBe(5);
});

test("line breaks become spaces and a decomposed å one letter, with the caret behind the same letter", () => {
  const decomposed = "Pa\u030A vej\nind";
  expect(cleanTitle({ text: decomposed, caret: 3 })).toEqual({ text: "På vej ind", caret: 2 });
  expect(cleanTitle({ text: "a\u200bb\u00adc", caret: 5 })).toEqual({ text: "abc", caret: 3 });
  expect(cleanTitle({ text: "👩🏽‍⚕️ mentor", caret: 0 }).text).toBe("👩🏽‍⚕️ mentor");
});

test("a title that is too long is cut between words and nothing of it is lost", () => {
  const words = "Mentorordning for nyuddannede ".repeat(12).trim();
  const { title, rest } = splitTitle(words);
  expect(title.length).toBeLessThanOrEqual(TITLE_PAGE_LIMIT);
  expect(`${title} ${rest}`).toBe(words);
});

test("one endless word is cut at the limit, never inside an emoji", () => {
  expect(splitTitle("x".repeat(10_000)).title).toHaveLength(TITLE_PAGE_LIMIT);
  const { title, rest } = splitTitle(`${"x".repeat(TITLE_PAGE_LIMIT - 1)}😀yy`);
  expect(title).toBe("x".repeat(TITLE_PAGE_LIMIT - 1));
  expect(rest).toBe("😀yy");
});

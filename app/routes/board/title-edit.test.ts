import fc from "fast-check";
import { expect, test } from "vitest";
import { TITLE_PAGE_LIMIT } from "#domain/initiative.ts";
import { caretAfter, cleanTitle, editBetween, splitTitle, type TextEdit } from "./title-edit.ts";

const apply = (text: string, { index, remove, insert }: TextEdit) =>
  text.slice(0, index) + insert + text.slice(index + remove);

test("an edit turns the old title into the new one, whatever was typed where", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (before, after, caret) => {
      const edit = editBetween(before, after, Math.min(caret, after.length));
      expect(edit === null ? before : apply(before, edit)).toBe(after);
    }),
  );
});

test("only the typed letter is sent, also among equal letters", () => {
  expect(editBetween("praktik", "praktikk", 8)).toEqual({ index: 7, remove: 0, insert: "k" });
  expect(editBetween("aaa", "aaaa", 2)).toEqual({ index: 1, remove: 0, insert: "a" });
});

test("the caret keeps its place among its own letters when others type", () => {
  expect(caretAfter(5, { index: 2, remove: 0, insert: "xyz" })).toBe(8);
  expect(caretAfter(2, { index: 2, remove: 0, insert: "xyz" })).toBe(2);
  expect(caretAfter(5, { index: 1, remove: 3, insert: "" })).toBe(2);
  expect(caretAfter(3, { index: 1, remove: 6, insert: "ny" })).toBe(3);
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

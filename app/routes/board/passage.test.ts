import { expect, test } from "vitest";
import { stretchesIn } from "#domain/highlight.ts";
import { passageAround } from "./passage.ts";

const marked = (passage: ReturnType<typeof passageAround>) =>
  passage?.marks.map(([from, to]) => passage.text.slice(from, to));

test("a short text is its own passage", () => {
  const passage = passageAround("Makkerpar på vagten", [[0, 9]]);
  expect(passage?.text).toBe("Makkerpar på vagten");
  expect(marked(passage)).toEqual(["Makkerpar"]);
});

test("a passage begins near its first mark, between words, and its marks stay on their words", () => {
  const text = `${"ord ".repeat(60)}mentorordning for nye ${"ord ".repeat(60)}`;
  const at = text.indexOf("mentorordning");
  const passage = passageAround(text, [[at, at + 13]]);
  expect(passage?.text.startsWith("… ord")).toBe(true);
  expect(passage?.text.endsWith("ord …")).toBe(true);
  expect(marked(passage)).toEqual(["mentorordning"]);
});

test("without evidence in the field there is no passage", () => {
  expect(passageAround("Makkerpar", stretchesIn([["title", 0, 3]], "description"))).toBeNull();
});

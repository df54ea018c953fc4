import { expect, test } from "vitest";
import development from "./development/dev.json" with { type: "json" };
import { tokenise } from "./normalise.ts";
import { SENSES } from "./senses.ts";
import { likeness, wordingOf, wordWeight } from "./similarity.ts";
import { type ContentWord, contentWords, wordLikeness, wordsInCommon } from "./words.ts";

const wordsOf = (title: string) => contentWords([{ name: "title", tokens: tokenise(title) }], SENSES);
const common = (a: string, b: string, limit = 3) =>
  wordsInCommon(wordsOf(a), wordsOf(b), limit).map((pair) => [pair.a.word.stem, pair.b.word.stem]);
const vector = (text: string) => wordingOf(tokenise(text), SENSES);

test("words without content weigh nothing, words of the field little", () => {
  expect([wordWeight("og"), wordWeight("kommunen") < 1, wordWeight("dosispakning")]).toEqual([0, true, 1]);
});

test("a word counts once, where it stands first", () => {
  expect(wordsOf("Messe, messen og messer").map(({ evidence }) => evidence)).toEqual([["title", 0, 5]]);
});

test("words in common: the same root, a common beginning or end, each once, the likest first", () => {
  expect(common("Robotstøvsuger på messen", "Støvsuger og messer")).toEqual([
    ["mes", "mes"],
    ["robotstøvsug", "støvsug"],
  ]);
  expect(common("Fodtøj", "Fodbold")).toEqual([]);
  expect(common("Gartneri", "Gardiner")).toEqual([]);
});

test("words in common: words of one sense, after the same word", () => {
  expect(common("Lektioner", "Undervisningstid")).toEqual([["lektion", "undervisningstid"]]);
  expect(common("Mentorer og lektioner", "Følgesvend og lektion")).toEqual([
    ["lektion", "lektion"],
    ["mentor", "følgesvend"],
  ]);
});

test("no more words than asked for", () => {
  expect(common("messe kaffe robot", "messe kaffe robot", 2)).toHaveLength(2);
});

test("W4 likeness is symmetric, 1 for the same text and 0 for nothing in common", () => {
  const a = vector("Robotstøvsugere i boliger");
  const b = vector("Støvsuger til boligen");
  expect(likeness(a, b)).toBe(likeness(b, a));
  expect(likeness(a, a)).toBeCloseTo(1, 5);
  expect(likeness(a, vector("Speeddating"))).toBe(0);
  expect(likeness(a, b)).toBeGreaterThan(0.2);
});

test("an empty text is like nothing, itself included", () => {
  expect(likeness(vector(""), vector(""))).toBe(0);
});

/** What `wordsInCommon` means, slowly: every two words looked at, the likest taken first, then those that come first. */
function inCommonOfEveryTwo(a: readonly ContentWord[], b: readonly ContentWord[]) {
  const used = new Set<ContentWord>();
  return a
    .flatMap((left) => b.map((right) => ({ a: left, b: right, like: wordLikeness(left.word, right.word) })))
    .filter(({ like }) => like > 0)
    .sort((x, y) => y.like - x.like)
    .filter((pair) => !used.has(pair.a) && !used.has(pair.b) && used.add(pair.a).add(pair.b))
    .map((pair) => ({ a: pair.a, b: pair.b }));
}

test("words in common of long texts are those of every two of their words", () => {
  const texts = development.initiatives.map(({ title, description }) => `${title}. ${description}`);
  const longest = wordsOf(texts.slice(0, 9).join(" "));
  expect(longest.length).toBeGreaterThan(64);
  for (let at = 0; at + 3 < texts.length; at += 3) {
    const words = wordsOf(texts.slice(at, at + 3).join(" "));
    expect(wordsInCommon(longest, words, 1_000)).toEqual(inCommonOfEveryTwo(longest, words));
    expect(wordsInCommon(words, longest, 1_000)).toEqual(inCommonOfEveryTwo(words, longest));
  }
});

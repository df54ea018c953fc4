import { expect, test } from "vitest";
import { i18nOf } from "./i18n.server.ts";
import type { Language } from "./texts.ts";

const count = (language: Language, lane: "idea" | "finished", count: number) =>
  i18nOf(language).getFixedT(null, "vocabulary")(`laneCount.${lane}`, { count });

test("one idea and five of them are counted as people say it", () => {
  expect([1, 5].map((number) => count("da", "idea", number))).toEqual(["1 idé", "5 idéer"]);
  expect([1, 3].map((number) => count("da", "finished", number))).toEqual(["1 afsluttet", "3 afsluttede"]);
  expect([1, 5].map((number) => count("en", "idea", number))).toEqual(["1 idea", "5 ideas"]);
});

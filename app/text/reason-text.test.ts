import { expect, test } from "vitest";
import { i18nOf } from "#app/text/i18n.server.ts";
import { type ReasonWords, reasonText, shortReasons } from "#app/text/reason-text.ts";
import type { Language } from "#app/text/texts.ts";
import { FEATURES } from "#domain/synergy/features.ts";

const wordsOf = (language: Language): ReasonWords => ({
  t: i18nOf(language).getFixedT(null, "reasons"),
  word: i18nOf(language).getFixedT(null, "vocabulary"),
  language,
});
const say = (code: string, params: Record<string, string> = {}, language: Language = "da") =>
  reasonText({ code, weight: 1, params, a: [], b: [] }, wordsOf(language));

test("a reason names what is the same in both", () => {
  expect(say("sameMeans", { means: "leisure-job" })).toBe("samme middel: fritidsjob for unge");
  expect(say("sameMeans", { means: "leisure-job" }, "en")).toBe("same means: after-school jobs for the young");
  expect(say("sameTheme", { id: "onboarding" })).toBe("samme tema: Onboarding og introduktion");
});

test("a reason names both sides where they are only near each other", () => {
  expect(say("sameTarget", { targetA: "young", targetB: "pupils" })).toBe(
    "næsten samme målgruppe: unge 13–17 år og skoleelever",
  );
  expect(say("differentPhase", { phaseA: "idea", phaseB: "running" })).toBe("den ene er længere: idé og i drift");
});

test.each(FEATURES)("%s has words in both languages, also without particulars", (code) => {
  for (const language of ["da", "en"] as const) {
    expect(say(code, {}, language)).not.toBe(code);
    expect(say(code, {}, language)).not.toContain("{{");
  }
});

test("of several reasons those are said that weigh most, and none that speaks against", () => {
  const reason = (code: string, weight: number) => ({ code, weight, params: {}, a: [], b: [] });
  const reasons = [
    reason("sameTheme", 0.2),
    reason("differentPhase", -2),
    reason("sameAim", 3),
    reason("sameStaff", 1),
  ];
  const said = shortReasons(reasons, wordsOf("da"), 2);
  expect(said).toEqual([say("sameAim"), say("sameStaff")]);
});

test("an unknown code is shown rather than hidden", () => {
  expect(say("fromAnotherVersion")).toBe("fromAnotherVersion");
});

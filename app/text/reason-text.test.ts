import { expect, test } from "vitest";
import { i18nOf } from "#app/text/i18n.server.ts";
import { type ReasonPair, type ReasonWords, reasonText, shortReasons, tellingOrder } from "#app/text/reason-text.ts";
import type { Language } from "#app/text/texts.ts";
import type { Reason } from "#domain/finding.ts";
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
    "beslægtede målgrupper: «unge 13–17 år» og «skoleelever»",
  );
  expect(say("samePhase", { phaseA: "trial", phaseB: "running" })).toBe("begge er kommet i gang: afprøves og i drift");
  expect(say("samePhase", { phaseA: "idea", phaseB: "clarifying" })).toBe(
    "ingen af dem er i gang endnu: idé og under afklaring",
  );
});

const PAIR: ReasonPair = [
  { municipality: "Varde", title: "Vagtplan", description: "Nyt vagtplansystem" },
  { municipality: "Billund", title: "Fuldtid", description: "Prøver andre vagtplaner" },
];
const tell = (reason: Partial<Reason>, pair?: ReasonPair) =>
  reasonText({ code: "", weight: 1, params: {}, a: [], b: [], ...reason }, wordsOf("da"), pair);

test("who is ahead is told by name, whichever side it is, and without names where the two have the same", () => {
  const ahead = (phaseA: string, phaseB: string, pair?: ReasonPair) =>
    tell({ code: "differentPhase", params: { phaseA, phaseB } }, pair);
  expect(ahead("idea", "running", PAIR)).toBe("Billund er foran: i drift (Varde: idé)");
  expect(ahead("finished", "clarifying", PAIR)).toBe("Varde er foran: afsluttet (Billund: under afklaring)");
  expect(ahead("running", "early", PAIR)).toBe("Varde er foran: i drift (Billund: endnu ikke i gang)");
  expect(ahead("idea", "running", [PAIR[0], PAIR[0]])).toBe("den ene er foran: i drift (den anden: idé)");
  expect(ahead("idea", "running")).toBe("den ene er foran: i drift (den anden: idé)");
});

test("texts that are alike name the words that one sees in both, where they are at hand", () => {
  const reason: Partial<Reason> = {
    code: "similarText",
    a: [
      ["title", 0, 8],
      ["description", 0, 3],
    ],
    b: [
      ["description", 13, 23],
      ["title", 0, 7],
    ],
  };
  expect(tell(reason, PAIR)).toBe("ord går igen: «Vagtplan»/«vagtplaner»");
  expect(tell(reason)).toBe("teksterne ligner hinanden");
});

test("what would make another kind of it is told as what speaks against this one", () => {
  const params = { linkA: "education", linkB: "pre-course" };
  expect(tell({ code: "chainTogether", params })).toBe("led efter hinanden i kæden: først forforløb, så uddannelse");
  expect(tell({ code: "chainTogether", params, weight: -1 })).toBe(
    "hvert sit led i kæden: først forforløb, så uddannelse",
  );
  expect(tell({ code: "similarText", weight: -1 })).toBe(
    "teksterne ligner hinanden mere, end en fælles aktør forklarer",
  );
});

test.each(FEATURES)("%s has words in both languages, also without particulars", (code) => {
  for (const language of ["da", "en"] as const) {
    expect(say(code, {}, language)).not.toBe(code);
    expect(say(code, {}, language)).not.toContain("{{");
  }
});

test("of several reasons those are said that a person asks first, then those that weigh most, and none that speaks against", () => {
  const reason = (code: string, weight: number) => ({ code, weight, params: {}, a: [], b: [] });
  const reasons = [
    reason("differentStaff", -2),
    reason("similarText", 6),
    reason("sameStaff", 3),
    reason("sameTheme", 2),
    reason("relatedMeans", 1.5),
    reason("sameMeans", 1),
    reason("sameAim", 0.1),
  ];
  const told = ["sameMeans", "similarText", "sameStaff", "sameTheme", "relatedMeans", "sameAim"];
  expect(tellingOrder(reasons).map(({ code }) => code)).toEqual(told);
  expect(shortReasons(reasons, wordsOf("da"), { count: 2 })).toEqual([say("sameMeans"), say("similarText")]);
});

test("an unknown code is shown rather than hidden", () => {
  expect(say("fromAnotherVersion")).toBe("fromAnotherVersion");
});

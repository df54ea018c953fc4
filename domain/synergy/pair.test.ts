/** The rubric on pairs of texts: what is shown as what, and what must never be suggested (SPEC.md O, L, S, C). */
import { expect, test } from "vitest";
import type { FindingKind } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex } from "./actors.ts";
import { anActor, anInitiative } from "./initiative-fixture.ts";
import { judgePair } from "./judge.ts";
import { standardLexicon } from "./lexicon.ts";
import { readInitiative } from "./reading.ts";
import type { SynergyInitiative, SynergyPair } from "./types.ts";

const reader = { lexicon: standardLexicon(), actors: createActorIndex(referenceRegistry()) };

type Text = Partial<SynergyInitiative> & { readonly title: string };

function judge(a: Text, b: Text, chainAcrossMunicipalities = false): SynergyPair {
  const read = (text: Text, key: string, municipality: string) =>
    readInitiative(reader, anInitiative({ key, municipality, status: "running", ...text }));
  return judgePair(read(a, "a", "Varde"), read(b, "b", "Vejle"), { chainAcrossMunicipalities });
}
const kindOf = (a: Text, b: Text): FindingKind | null => judge(a, b).kind;

test.each<[string, Text, Text]>([
  ["leisure jobs", { title: "Fritidsjob på plejehjem" }, { title: "Lommepengejob for unge" }],
  ["temp pools", { title: "Internt vikarkorps" }, { title: "Fast afløserkorps" }],
  ["onboarding", { title: "Buddy til nye kolleger" }, { title: "Onboarding af nyansatte" }],
  ["teams", { title: "Selvstyrende teams i hjemmeplejen" }, { title: "Buurtzorg i hjemmeplejen" }],
  ["two teachers", { title: "Tolærerordning i udskolingen" }, { title: "To lærere om klassen: tolærerordning" }],
  ["caseloads", { title: "Loft over sagstal for socialrådgivere" }, { title: "Færre sager pr. rådgiver" }],
])("O1 %s of two kommuner, both running, are an overlap", (_, a, b) => {
  expect(kindOf(a, b)).toBe("overlap");
});

test("R1 that both are about different things speaks against the pair, and is told", () => {
  const { reasons } = judge(
    { title: "Exitsamtaler med sygeplejersker", description: "Nyuddannede sygeplejersker i hjemmesygeplejen" },
    { title: "Delestilling for sygeplejersker", description: "Nyuddannede sygeplejersker i hjemmesygeplejen" },
  );
  expect(reasons.find(({ code }) => code === "differentMeans")).toMatchObject({
    params: { meansA: "exit-interview", meansB: "shared-post" },
    a: [["title", 0, 12]],
    b: [["title", 0, 12]],
  });
  expect(reasons.find(({ code }) => code === "differentMeans")?.weight).toBeLessThan(0);
});

test("O4 another trade outweighs the same means, the same words and a whole theme", () => {
  const text = { description: "Nye får en makker og en introduktion de første tre måneder.", themes: ["fastholdelse"] };
  expect(
    kindOf({ ...text, title: "Makker til nye lærere" }, { ...text, title: "Makker til nye sosu-hjælpere" }),
  ).toBeNull();
});

test("O1 the kommune plays no part", () => {
  const text = { title: "Internt vikarkorps", municipality: "Varde" };
  expect(judge(text, text).scores.overlap).toBe(judge(text, { ...text, municipality: "Vejle" }).scores.overlap);
});

test("O1 two plans are an overlap too", () => {
  expect(
    kindOf({ title: "Fritidsjob til unge", status: "idea" }, { title: "Lommepengejob til unge", status: "clarifying" }),
  ).toBe("overlap");
});

test.each<[string, Text, Text]>([
  [
    "intro for jobseekers and for new staff",
    { title: "Introforløb for ledige" },
    { title: "Introforløb for nyansatte" },
  ],
  [
    "full-time supervisors and full-time posts",
    { title: "Fuldtidsvejledere til elever" },
    { title: "Fuldtidsstillinger til deltidsansatte" },
  ],
  [
    "drop-out and absence",
    { title: "Færre elever falder fra: lektiecafé" },
    { title: "Nedbringelse af sygefravær blandt ansatte" },
  ],
  [
    "seniors as staff and as citizens",
    { title: "Seniorsamtaler med ansatte" },
    { title: "Besøgsvenner til seniorer på plejecentret" },
  ],
  [
    "a four-day school week and a four-day working week",
    { title: "Fire skoledage om ugen på grundforløbet" },
    { title: "4-dages arbejdsuge på rådhuset" },
  ],
  [
    "mentors for trainees and seniors as mentors",
    { title: "Elevcoach: mentor for SOSU-elever" },
    { title: "Mentor for ledige i virksomhedspraktik" },
  ],
])("O2 %s: the same word is not the same thing", (_, a, b) => {
  expect(kindOf(a, b)).not.toBe("overlap");
  expect(kindOf(a, { ...b, status: "idea" })).not.toBe("learn-from");
});

test("O3 a strategy against a single measure is no overlap", () => {
  expect(kindOf({ title: "Rekrutteringsstrategi for SOSU" }, { title: "Fritidsjob på plejehjem" })).toBeNull();
});

test("O4 the same means for different trades is no overlap", () => {
  const means = "Introforløb for nyansatte";
  expect(
    kindOf(
      { title: `${means} lærere på folkeskolerne`, professions: ["laerer"] },
      { title: `${means} i hjemmeplejen`, professions: ["sosu-hjaelper"] },
    ),
  ).toBeNull();
});

test("O4 a text that names two trades bridges them", () => {
  const a = { title: "Introforløb for nyansatte", professions: ["laerer", "paedagog"] };
  const b = { title: "Onboarding af nyansatte", professions: ["paedagog"] };
  expect(kindOf(a, b)).toBe("overlap");
});

test("L1 the same means, one a plan and the other running, is something to learn from", () => {
  expect(kindOf({ title: "Skærmbesøg i hjemmeplejen", status: "idea" }, { title: "Videobesøg hos borgere" })).toBe(
    "learn-from",
  );
});

test("L1 without a status nothing is claimed about who is further", () => {
  const pair = judge({ title: "Internt vikarkorps", status: null }, { title: "Eget vikarkorps" });
  expect(pair.kind).toBe("overlap");
  expect(pair.reasons.map(({ code }) => code)).not.toContain("samePhase");
});

test("P1 words about the phase count where the status is missing", () => {
  const plan = { title: "Lommepengejob til unge", description: "Afventer budget.", status: null };
  const pair = judge(plan, { title: "Fritidsjob for unge" });
  expect(pair.kind).toBe("learn-from");
  expect(pair.reasons.find(({ code }) => code === "differentPhase")?.a[0]?.[0]).toBe("description");
});

const SCHOOL = [anActor("SOSU Esbjerg")];
const SAME_SCHOOL = [anActor("Social- og Sundhedsskolen Esbjerg")];

test("S1 the same school in related work is a shared actor", () => {
  const a = { title: "Sprogspor for SOSU-elever", actors: SCHOOL };
  expect(kindOf(a, { title: "Lektiecafé for SOSU-elever", actors: SAME_SCHOOL })).toBe("shared-actor");
});

test("S1 what is an overlap stays one, with the shared actor told beside it", () => {
  expect(
    kindOf({ title: "Elevløn på GF2", actors: SCHOOL }, { title: "Løn på grundforløbet", actors: SAME_SCHOOL }),
  ).toBe("overlap");
});

test("S2 an umbrella body is shared by none", () => {
  const foa = [anActor("FOA"), anActor("KL")];
  expect(
    judge({ title: "Sprogspor for elever", actors: foa }, { title: "Lektiecafé for elever", actors: foa }).scores[
      "shared-actor"
    ],
  ).toBeLessThan(50);
});

const FROM_JOBSEEKER = { title: "Forforløb for ledige", description: "Praktik på plejecenter.", municipality: "Varde" };
const TO_TRAINEE = { title: "Elevløn på GF2", description: "SOSU-elever får løn fra dag ét.", municipality: "Varde" };

test("C1 neighbouring links of one chain in one kommune belong together", () => {
  expect(kindOf(FROM_JOBSEEKER, TO_TRAINEE)).toBe("complementary");
});

test("C1 not between kommuner", () => {
  expect(kindOf(FROM_JOBSEEKER, { ...TO_TRAINEE, municipality: "Vejle" })).toBeNull();
});

test("C1 not between trades", () => {
  const teachers = { ...TO_TRAINEE, title: "Studieløn til lærerstuderende", description: "", professions: ["laerer"] };
  expect(kindOf({ ...FROM_JOBSEEKER, professions: ["sosu-hjaelper"] }, teachers)).not.toBe("complementary");
});

test("C2 those who are employed already walk no chain of newcomers", () => {
  const upskilling = { title: "Fra ufaglært til faglært: merit", municipality: "Varde" };
  expect(judge(upskilling, { title: "Oplæringsvejledere kun for elever", municipality: "Varde" }).kind).not.toBe(
    "complementary",
  );
});

test("C2 who learns beside a job as a student is met by the supervisors of students", () => {
  const here = { municipality: "Varde", professions: ["paedagog"] };
  const merit = { ...here, title: "Meritpædagog for medhjælpere" };
  expect(judge(merit, { ...here, title: "Praktikvejledere til pædagogstuderende" }).kind).toBe("complementary");
});

test("C2 nobody comes from school to a course beside a job, nor from a student's placement to a specialist's training", () => {
  const here = { municipality: "Varde", professions: ["sygeplejerske"] };
  const score = (a: string, b: string) => judge({ ...here, title: a }, { ...here, title: b }).scores.complementary;
  expect(score("10. klasse besøger plejehjemmet", "Fra ufaglært til faglært: merit")).toBeLessThan(50);
  expect(score("Studieunit for sygeplejestuderende", "Egne sundhedsplejersker: specialuddannelse")).toBeLessThan(50);
});

test("C2 places for apprentices lead to no placement of students", () => {
  const here = { municipality: "Varde", professions: ["paedagog"] };
  const score = (a: string, b: string) => judge({ ...here, title: a }, { ...here, title: b }).scores.complementary;
  const placement = "Praktikhus for pædagogstuderende";
  expect(score("Flere elevpladser til pædagogiske assistenter", placement)).toBeLessThan(50);
  expect(score("Flere elevpladser til pædagogiske assistenter", "Elevmentorer til PAU-elever")).toBeGreaterThan(50);
});

test("C2 a senior scheme is no link that newcomers reach", () => {
  const here = { municipality: "Varde", professions: ["laerer"] };
  const start = { ...here, title: "Mentor til nyansatte lærere" };
  expect(judge(start, { ...here, title: "Senioraftaler for lærere over 60" }).scores.complementary).toBeLessThan(50);
  expect(judge(start, { ...here, title: "Selvvalgt vagtplan: ønskeplan" }).scores.complementary).toBeGreaterThan(50);
});

test("C5 where the means says no link, the people do, and count for less", () => {
  const here = { municipality: "Varde", professions: ["sosu-hjaelper"] };
  const support = { ...here, title: "Oplæringsvejledere kun for elever" };
  const scoreOf = (title: string) => judge(support, { ...here, title }).scores.complementary;
  expect(scoreOf("Noget andet for dimittender")).toBeGreaterThan(scoreOf("Noget andet"));
  expect(scoreOf("Noget andet for dimittender")).toBeLessThan(scoreOf("Traineeforløb for dimittender"));
});

test("C3 in the product a chain crosses kommuner where a local actor and the people are shared", () => {
  const support = { title: "Lektiecafé for SOSU-elever", actors: SCHOOL };
  const pay = { title: "Elevløn på GF2 til SOSU-elever", actors: SAME_SCHOOL };
  const across = judge(support, pay, true).scores.complementary;
  expect(across).toBeGreaterThan(judge(support, pay).scores.complementary);
  expect(judge({ ...support, actors: [] }, pay, true).scores.complementary).toBe(
    judge({ ...support, actors: [] }, pay).scores.complementary,
  );
});

test("nothing in common, nothing shown", () => {
  expect(kindOf({ title: "Nye gardiner i byrådssalen" }, { title: "Robotstøvsugere i ældreboliger" })).toBeNull();
  expect(kindOf({ title: "" }, { title: "" })).toBeNull();
});

test("C4 a chain whose people are not said counts for less", () => {
  const here = { municipality: "Varde" };
  const chainOf = (profession: readonly string[]) =>
    judge(
      { ...here, title: "Forforløb før uddannelsen", chainLinks: ["pre-course"], professions: profession },
      { ...here, title: "Elevløn", chainLinks: ["education"], professions: profession },
    ).scores.complementary;
  expect(chainOf([])).toBeLessThan(chainOf(["sosu-hjaelper"]));
});

import { expect, test } from "vitest";
import { readFacets } from "./facets.ts";
import { anInitiative } from "./initiative-fixture.ts";
import labels from "./lexicon/labels.json" with { type: "json" };
import { CONCEPTS, compileLexicon, conceptById, type Facet, formKey } from "./lexicon.ts";

const lexicon = compileLexicon();
const facetsOf = (title: string, description = "") => readFacets(lexicon, anInitiative({ title, description }));
const idsOf = (facet: Facet, title: string, description = "") =>
  facetsOf(title, description)[facet].map((mention) => mention.concept.id);
const topOf = (facet: Facet, title: string, description = "") => idsOf(facet, title, description)[0];

test("F1 every concept that reasons name has a label in both languages, and no label is left over", () => {
  const named = CONCEPTS.filter(({ facet }) => facet !== "phase").map(({ facet, id }) => `${facet}/${id}`);
  const labelled = Object.entries(labels).flatMap(([facet, byId]) => Object.keys(byId).map((id) => `${facet}/${id}`));
  expect(labelled.sort()).toEqual(named.sort());
  for (const byId of Object.values(labels)) {
    for (const { da, en } of Object.values(byId)) expect(da === "" || en === "").toBe(false);
  }
});

test("F1 every concept has forms and an id of its own", () => {
  for (const concept of CONCEPTS) {
    expect(concept.forms.length, concept.id).toBeGreaterThan(0);
    expect(conceptById(concept.facet, concept.id)).toBe(concept);
  }
  expect(new Set(CONCEPTS.map(({ facet, id }) => `${facet}/${id}`)).size).toBe(CONCEPTS.length);
  expect(CONCEPTS.length).toBeGreaterThanOrEqual(150);
});

test("F1 a means that is for somebody names a target group of the lexicon", () => {
  for (const { facet, id, target } of CONCEPTS.filter((concept) => concept.facet === "means")) {
    if (target === null || target === "care") continue;
    expect(conceptById("target", target), `${facet}/${id}`).toBeDefined();
  }
});

test.each([
  ["Fritidsjob på plejehjem", "leisure-job"],
  ["Lommepengejobbet", "leisure-job"],
  ["Brobygning for 8. klasse", "school-visit"],
  ["Elevløn fra grundforløbet", "apprentice-pay"],
  ["Introforløb for ledige", "entry-course"],
  ["Onboarding af nye medarbejdere", "buddy-intro"],
  ["Internt vikarkorps", "internal-temp-pool"],
  ["Selvstyrende teams i hjemmeplejen", "self-governing-teams"],
  ["Seniorsamtaler og seniordage", "senior-scheme"],
  ["Exitsamtaler", "exit-interview"],
  ["Tolærerordning i indskolingen", "co-teaching"],
  ["Loft over sagstal for rådgivere", "caseload-cap"],
  ["Meritpædagoger af egne medhjælpere", "unskilled-to-skilled"],
  ["Gæstedagpleje og dagplejernes legestue", "day-carer-recruitment"],
  ["Peermedarbejdere i socialpsykiatrien", "peer-worker"],
  ["Dagrengøring på skolerne", "day-cleaning"],
  ["Robotstøvsugere", "robot-cleaning"],
  ["Talegenkendelse til dokumentation", "documentation-relief"],
  ["Personalebolig til nye læger", "housing-help"],
  ["Supervision af socialrådgivere", "supervision"],
])("F1 %s is about %s", (title, concept) => {
  expect(topOf("means", title)).toBe(concept);
});

test("F2 the head of a compound decides", () => {
  expect(topOf("means", "Fuldtidsvejledere")).toBe("dedicated-supervisor");
  expect(idsOf("means", "Fuldtidsvejledere")).not.toContain("full-time");
});

test("F3 the longest form decides within a facet", () => {
  expect(idsOf("target", "Folkeskoleelever på besøg")).toContain("pupils");
  expect(idsOf("target", "Folkeskoleelever på besøg")).not.toContain("apprentices");
});

test("F4 what is negated is not said", () => {
  expect(idsOf("means", "Samskabelse", "Vi kalder dem ikke selvstyrende.")).not.toContain("self-governing-teams");
  expect(idsOf("staff", "Unge hos os", "De laver ikke pleje.")).not.toContain("care");
});

test("F4 a negation of its own, and 'ikke kun', negate nothing", () => {
  expect(idsOf("target", "Løft", "For medarbejdere uden uddannelse.")).toContain("unskilled");
  expect(idsOf("means", "Ikke kun fritidsjob")).toContain("leisure-job");
});

test("F5 the title says more than the first sentence, and that more than the rest", () => {
  const strength = (title: string, description: string) =>
    facetsOf(title, description).means.find(({ concept }) => concept.id === "exit-interview")?.strength ?? 0;
  const inTitle = strength("Exitsamtaler", "");
  const first = strength("HR", "Exitsamtaler med alle.");
  const later = strength("HR", "Vi ringer. Exitsamtaler med alle.");
  const hoped = strength("HR", "Vi ringer. Målet er exitsamtaler.");
  expect([inTitle > first, first > later, later > hoped]).toEqual([true, true, true]);
});

test("F5 a heading tells what stands under it", () => {
  const strength = (facet: Facet, id: string, description: string) =>
    facetsOf("Ansøgning", description)[facet].find(({ concept }) => concept.id === id)?.strength ?? 0;
  const asked = strength("target", "seniors", "Vi søger midler. Målgruppe: seniorer.");
  expect(asked).toBeGreaterThan(strength("target", "seniors", "Vi søger midler. For seniorer."));
  expect(strength("means", "exit-interview", "Indhold: exitsamtaler.")).toBe(asked);
  expect(strength("means", "exit-interview", "Vi ringer. Formål: exitsamtaler.")).toBeLessThan(
    strength("means", "exit-interview", "Vi ringer. Så: exitsamtaler."),
  );
});

test.each([
  ["Foelordning for nye sundhedsplejersker", "buddy-intro"],
  ["LOENTILLAEG", "retention-pay"],
  ["Beboere og videoopkald", "screen-visit"],
  ["Kursus for praktikvejl.", "supervisor-training"],
])("T5 T6 %s is about %s", (title, concept) => {
  expect(topOf("means", title)).toBe(concept);
});

test.each(["Frtiidsjob", "Fritidsjbo", "Fritidjob", "Fritidssjob", "Fritidsjop"])("F6 %s is mended", (word) => {
  expect(idsOf("means", word)).toContain("leisure-job");
});

test("F6 a word that means something as it is written is not mended", () => {
  expect(idsOf("aim", "Fravær")).not.toContain("less-dropout");
});

test("F8 a text that names no trade is about those who work in the places it names", () => {
  expect(facetsOf("Flere hænder i børnehaven", "").staff).toMatchObject([
    { concept: { id: "pedagogue" }, evidence: [["title", 15, 25]] },
  ]);
  expect(idsOf("staff", "Ernæringsassistenter på plejehjem")).toEqual(["kitchen-staff"]);
});

test("F11 what spares newcomers is an introduction", () => {
  expect(topOf("means", "Loft over sagsstammen")).toBe("caseload-cap");
  expect(topOf("means", "Lavere sagstal til nyansatte")).toBe("buddy-intro");
});

test("F2 words that a light stem makes one are told apart where it matters", () => {
  expect(idsOf("means", "Maks. 25 sager pr. rådgiver")).not.toContain("buddy-intro");
  expect(idsOf("means", "En kollega at læne sig op ad")).not.toContain("exit-interview");
  expect(idsOf("staff", "Besøg på STU")).not.toContain("pedagogue");
  expect(idsOf("means", "En ung hjælper og læser højt")).not.toContain("helper-to-assistant");
});

test("F9 what is told in passing has a small share beside the main thing", () => {
  const [main, passing] = facetsOf("Exitsamtaler", "Personalet får også velfærdsteknologi.").means;
  expect([main?.concept.id, main?.share]).toEqual(["exit-interview", 1]);
  expect(passing?.concept.id).toBe("welfare-tech");
  expect(passing?.share).toBeLessThan(0.3);
});

test("F7 tags for professions and target groups count", () => {
  const facets = readFacets(
    lexicon,
    anInitiative({ title: "Nyt", professions: ["laerer"], targetGroups: ["seniorer"] }),
  );
  expect(facets.staff[0]).toMatchObject({ concept: { id: "teacher" }, evidence: [["professions.0", 0, 6]] });
  expect(facets.target[0]).toMatchObject({ concept: { id: "seniors" }, evidence: [["targetGroups.0", 0, 8]] });
});

test("evidence is the word as it stands in the text", () => {
  const description = "Først kaffe. Så får alle nyansatte en makker.";
  const [mention] = facetsOf("Velkomst", description).target.filter(({ concept }) => concept.id === "new-hires");
  const [field, from, to] = mention?.evidence[0] ?? ["", 0, 0];
  expect([field, description.slice(from, to)]).toEqual(["description", "nyansatte"]);
});

test("a lexicon can be read without some of its forms", () => {
  const concept = conceptById("means", "exit-interview");
  if (concept === undefined) throw new Error("The lexicon has lost exit-interview.");
  const all = new Set(concept.forms.map((form) => formKey(concept, form)));
  const facets = readFacets(compileLexicon({ without: all }), anInitiative({ title: "Exitsamtaler" }));
  expect(facets.means).toEqual([]);
});

test("E3 an alternative of a form can be left out by itself", () => {
  const matched: string[] = [];
  const text = anInitiative({ title: "Samtale inden tre dage" });
  readFacets(compileLexicon({ splitsAlternatives: true }), text, (key) => matched.push(key));
  const without = new Set(matched);
  const left = compileLexicon({ splitsAlternatives: true, without });
  const again: string[] = [];
  readFacets(left, text, (key) => again.push(key));
  expect(matched).toContain("means/job-ad/samtale =inden .. dage");
  expect(again).not.toContain("means/job-ad/samtale =inden .. dage");
  readFacets(left, anInitiative({ title: "Samtale inden to timer" }), (key) => again.push(key));
  expect(again).toContain("means/job-ad/samtale =inden .. timer");
});

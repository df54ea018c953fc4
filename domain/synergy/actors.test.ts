import { expect, test } from "vitest";
import { anEntry, registryOf } from "#domain/actor-registry-fixture.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex, readActors } from "./actors.ts";
import { anActor, anInitiative } from "./initiative-fixture.ts";

const index = createActorIndex(referenceRegistry());
const identify = (name: string, municipality = "Varde") => index.identify(anActor(name), municipality);

test.each([
  ["Social- og Sundhedsskolen Esbjerg", "SOSU Esbjerg"],
  ["SOSU-Nord", "SOSU Nord"],
  ["SOSU Nykøbing F.", "SOSU-skolen i Nykøbing Falster"],
  ["Social- og Sundhedsskolen i Herning", "Social & SundhedsSkolen, Herning"],
  ["KP", "Københavns Professionshøjskole"],
  ["Regionshospitalet Randers", "RH Randers"],
  ["Diakonissestiftelsen", "DIAKONISSESTIFTELSEN"],
  ["SOSU STV", "Social- og Sundhedsskolen Skive-Thisted-Viborg"],
  ["FOA Odense", "FOA, Odense"],
  ["DSR Kreds Midtjylland", "Dansk Sygeplejeråd, Kreds Midtjylland"],
  ["DS Region Nord", "Dansk Socialrådgiverforening, Region Nord"],
  ["DS Nord", "DS Region Nord"],
  ["BUPL Nordjylland", "BUPL Nordjyllands afdeling"],
  ["FOA 1", "FOA 1 København"],
  ["Esbjerg Lærerforening", "Lærerforeningen i Esbjerg"],
  ["Danmarks Lærerforening kreds 121", "Lærerkreds 121"],
  ["SOSU Nord", "SOSU Nord i Hjørring"],
  ["SOSU Østjylland", "SOSU Østjylland, Silkeborg"],
  ["SOSU Kysten", "SOSU Kysten, Campus Sundby"],
  ["VIA University College", "Pædagoguddannelsen VIA Ikast"],
  ["Aalborg Universitetshospital", "Aalborg UH"],
  ["Psykiatrien i Region Syddanmark", "Region Syddanmarks psykiatri"],
  ["Røde Kors Viborg", "Viborg Røde Kors"],
  ["Frivilligcenter Vejle", "Frivilligcentret i Vejle"],
  ["Falck", "Falck A/S"],
  ["SIND Aarhus", "SIND, Aarhus lokalafdeling"],
  ["Vejle Lærerkreds (DLF)", "DLF, kredsen i Vejle"],
  ["UC Havkysten", "Havkysten University College"],
  ["Professionshøjskolen Havkysten", "Prof.højsk. Havkysten"],
  ["Psykiatrisk Center Havkysten", "PC Havkysten (psykiatrisk center)"],
  ["Foreningen Lygten", "Lygten (brugerforening)"],
])("A1 %s and %s are one actor", (a, b) => {
  expect(identify(a)).not.toBeNull();
  expect(identify(a)).toBe(identify(b));
});

test("A1 a bracket may hold the name by which a school is known", () => {
  expect(identify("SOSU-skolen i Hillerød (SOSU H)")).toBe(identify("SOSU H"));
});

test("A1 campuses of one school are one actor", () => {
  expect(identify("Social- og Sundhedsskolen Fredericia")).toBe(identify("SOSU FVH"));
  expect(identify("SOSU Slagelse")).toBe(identify("ZBC"));
});

test("A1 a name that the registry lacks stands for itself", () => {
  expect(identify("Løveapoteket")).toBe(identify("løveapoteket"));
  expect(identify("Løveapoteket")).not.toBe(identify("Svaneapoteket"));
});

test.each([
  ["UC Havkysten", "UC Havkysten, campus Sundby"],
  ["PH Havkysten (pædagoguddannelsen)", "Havkysten, Sundby-afd."],
  ["Bugtens Erhvervsskole", "Bugtens Erhvervsskole, Campus Nord"],
])("A1 campuses of a school that the registry lacks are one actor: %s, %s", (a, b) => {
  const of = (name: string) => index.identify({ ...anActor(name), type: "education-institution" }, "Varde");
  expect(of(a)).toBe(of(b));
});

test("A1 different schools are different actors", () => {
  expect(identify("SOSU Fyn")).not.toBe(identify("SOSU Syd"));
});

test.each([
  "KL",
  "FOA",
  "DSR",
  "Dansk Sygeplejeråd",
  "STAR",
  "Fremfærd",
  "Sundhedsstyrelsen",
  "VIVE",
  "3F",
  "BUPL",
  "DLF",
  "SOSU-skolerne",
  "",
])("S2 %s is nobody's own", (name) => {
  expect(identify(name)).toBeNull();
});

test("S2 a partnership of umbrella bodies is one too", () => {
  expect(identify("Seniorpartnerskabet (KL og Forhandlingsfællesskabet)")).toBeNull();
  expect(identify("En fremtid med fuldtid (KL/Forhandlingsfællesskabet)")).toBeNull();
});

test("A2 a union's branch is its own", () => {
  expect(identify("BUPL Sydjylland")).not.toBe(identify("BUPL Nordjylland"));
  expect(identify("DS Region Nord")).not.toBe(identify("DS Region Syd"));
  expect(identify("Lærerkredsen", "Vejle")).not.toBe(identify("Lærerkredsen", "Varde"));
  expect(identify("FOA Odense")).not.toBe(identify("FOA Holbæk"));
});

test("A2 each kommune has its own jobcentre, by any name", () => {
  expect(identify("Jobcenter", "Odense")).toBe(identify("Jobcenter Odense", "Odense"));
  expect(identify("Beskæftigelsesforvaltningen", "Odense")).toBe(identify("Jobcenter Odense", "Odense"));
  expect(identify("Jobcenter", "Odense")).not.toBe(identify("Jobcenter", "Vejle"));
  expect(identify("Jobcenter", "0461")).toBe(identify("Jobcenter", "Odense"));
});

test("A3 a registered actor named in the text counts, with the place it stands", () => {
  const description = "Holdet undervises på Social- og Sundhedsskolen Fyn hver fredag.";
  const [mention] = readActors(index, anInitiative({ description }));
  const [field, from, to] = mention?.evidence[0] ?? ["", 0, 0];
  expect([mention?.key, field, description.slice(from, to)]).toEqual([
    "sosu-fyn",
    "description",
    "Social- og Sundhedsskolen Fyn",
  ]);
});

test("A3 ordinary words are no names", () => {
  expect(readActors(index, anInitiative({ description: "Vi går via torvet til næste next møde med kp." }))).toEqual([]);
});

test("A4 a merged entry is the one it was merged into", () => {
  const registry = registryOf(
    anEntry("a", { name: "Velfærdsskolen" }),
    anEntry("b", { name: "Den gamle skole", state: "merged", mergedInto: "a" }),
  );
  const merging = createActorIndex(registry);
  expect(merging.identify(anActor("", "b"), "Varde")).toBe("a");
  expect(merging.identify(anActor("Den gamle skole"), "Varde")).toBe("a");
});

test("an actor tagged twice is one mention with both places", () => {
  const actors = [anActor("SOSU Esbjerg"), anActor("Social- og Sundhedsskolen Esbjerg")];
  const mentions = readActors(index, anInitiative({ actors }));
  expect(mentions).toHaveLength(1);
  expect(mentions[0]?.evidence.map(([field]) => field)).toEqual(["actors.0", "actors.1"]);
});

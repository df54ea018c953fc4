import { expect, test } from "vitest";
import { formFinder, lexiconWith } from "./added-forms.ts";
import { createEngine } from "./engine.ts";
import { readFacets } from "./facets.ts";
import { type AddedForm, isForm, plainForm } from "./form-rules.ts";
import { anInitiative } from "./initiative-fixture.ts";

const KAFFE: AddedForm = { facet: "means", conceptId: "buddy-intro", form: "kaffemakker" };

test("F10 an added form is read like the lexicon's own, inflected and with its place in the text", () => {
  const initiative = anInitiative({ title: "Kaffemakkeren til nye" });
  expect(readFacets(lexiconWith([]), initiative).means.map(({ concept }) => concept.id)).not.toContain("buddy-intro");
  const [means] = readFacets(lexiconWith([KAFFE]), initiative).means;
  expect([means?.concept.id, means?.evidence]).toEqual(["buddy-intro", [["title", 0, 13]]]);
});

test("F10 the texts that a form would match are told before it is added", () => {
  const finds = formFinder(KAFFE);
  expect(finds({ title: "Vagtplan", description: "Alle nye får en kaffemakker." })).toBe(true);
  expect(finds({ title: "Makkerpar", description: "Kaffe til alle." })).toBe(false);
});

test.each(["kaffemakker", "de første 100 dage", "37-timers uge"])("F10 %s is a form", (form) => {
  expect(isForm(plainForm(`  ${form.toUpperCase()} `))).toBe(true);
});

test.each(["ab", "unge + ansat", "mentor*", "=ord", "a|b", "en to tre fire fem", "x".repeat(61), "12 34"])(
  "F10 %s is none",
  (form) => {
    expect(isForm(plainForm(form))).toBe(false);
  },
);

test("F10 it takes effect on what the engine holds at once, and goes the same way", () => {
  const engine = createEngine({ registry: new Map(), chainAcrossMunicipalities: true });
  const people = "For sygeplejersker på plejecentrene.";
  engine.upsert(
    anInitiative({ key: "a", municipality: "0316", title: "Kaffemakker", description: people, status: "running" }),
  );
  engine.upsert(
    anInitiative({ key: "b", municipality: "0530", title: "Buddyordning", description: people, status: "running" }),
  );
  const { changed } = engine.setForms([KAFFE]);
  expect(changed.some(({ reasons }) => reasons.some(({ code }) => code === "sameMeans"))).toBe(true);
  const again = engine.setForms([]);
  expect(again.changed.some(({ reasons }) => reasons.some(({ code }) => code === "sameMeans"))).toBe(false);
  expect(again.changed.length + again.gone.length).toBe(1);
});

import { expect, test } from "vitest";
import { anInitiative } from "./initiative-fixture.ts";
import { isRewording } from "./rewording.ts";

const text = (title: string, description = "", over = {}) =>
  anInitiative({ key: "a", municipality: "0316", title, description, ...over });
const BEFORE = text("Fritidsjob på plejehjem", "Unge på 15-17 år ansættes nogle timer om ugen.");

test.each([
  ["a mended typo", text("Fritidsjob på plejehjem", "Unge på 15-17 år ansættes nogle timer om ugen")],
  [
    "other words for the same",
    text("Fritidsjob på et plejehjem", "De unge på 15-17 år ansættes et par timer ugentligt."),
  ],
])("K4 %s is no new text", (_, after) => {
  expect(isRewording(BEFORE, after)).toBe(true);
});

test.each([
  ["another means", text("Mentor på plejehjem", "Unge på 15-17 år ansættes nogle timer om ugen.")],
  ["other people", text("Fritidsjob på plejehjem", "Ledige ansættes nogle timer om ugen.")],
  ["a new tag", { ...BEFORE, themes: ["image"] }],
  ["a new actor", { ...BEFORE, actors: [{ id: "foa", name: "FOA", type: null }] }],
])("K4 %s is one", (_, after) => {
  expect(isRewording(BEFORE, after)).toBe(false);
});

test("K4 a text of which the check understands no means is new in other words", () => {
  expect(isRewording(text("Kaffe først"), text("Kaffe til alle"))).toBe(false);
});

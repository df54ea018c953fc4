import { expect, test } from "vitest";
import { alikeNotes, isSaidIn } from "./alike-notes.ts";
import { standardLexicon } from "./lexicon.ts";

const BARRIERS = [
  "Skæve vagter skræmmer folk væk",
  "Vagtplanen bliver lavet om med kort varsel",
  "Sprogbarrierer hos nye kolleger",
  "Manglende danskkundskaber",
  "Ingen tager imod de nye den første dag",
  "Introforløbet er for kort",
  "For meget dokumentation og for mange systemer",
  "Dokumentation går fra tiden hos borgerne",
  "Lønnen er for lav",
  "Transport ud til yderområderne",
];

const alike = (texts: readonly string[]) =>
  alikeNotes(
    standardLexicon(),
    texts.map((text) => ({ id: text, text, part: null })),
  );

test("G1 notes of the same words, of words of one sense and of one concept are alike, and it is told by what", () => {
  const sets = alike(BARRIERS);
  const setOf = (text: string) => sets.find(({ noteIds }) => noteIds.includes(text)) ?? expect.fail(text);
  expect(setOf("Skæve vagter skræmmer folk væk")).toMatchObject({
    noteIds: ["Skæve vagter skræmmer folk væk", "Vagtplanen bliver lavet om med kort varsel"],
    words: ["vagter", "vagtplanen"],
  });
  expect(setOf("Manglende danskkundskaber").words).toEqual(["sprogbarrierer", "danskkundskaber"]);
  expect(setOf("Introforløbet er for kort")).toMatchObject({
    noteIds: ["Ingen tager imod de nye den første dag", "Introforløbet er for kort"],
    concept: { facet: "means", id: "buddy-intro" },
  });
  expect(setOf("Dokumentation går fra tiden hos borgerne").words).toEqual(["dokumentation"]);
});

test("G2 every set can be explained, and nothing is alike by words of complaint or by words that most have", () => {
  const sets = alike([...BARRIERS, "Ingen penge", "Ingen busser", "Ingen plads", "Ingen ro", "For kort frist"]);
  for (const { concept, words, noteIds } of sets) {
    expect(concept !== null || words.length > 0).toBe(true);
    expect(noteIds.length).toBeGreaterThan(1);
  }
  const told = sets.flatMap(({ words }) => words);
  for (const hollow of ["ingen", "kort", "lav", "folk"]) expect(told).not.toContain(hollow);
  expect(alike(["Vikarer koster", "Faste vikarer", "Vikarer igen", "Vikarer om natten", "Vikarer og vagter"])).toEqual(
    [],
  );
});

test("texts that share nothing give no sets, and neither does a single note or none", () => {
  expect(alike(["Lønnen er for lav", "Transport ud til yderområderne"])).toEqual([]);
  expect(alike(["Lønnen er for lav"])).toEqual([]);
  expect(alike([])).toEqual([]);
});

test("notes under different headings are kept apart", () => {
  const [here, there] = [BARRIERS, BARRIERS].map((texts, at) =>
    texts.map((text) => ({ id: `${at} ${text}`, text, part: `${at}` })),
  );
  for (const { noteIds } of alikeNotes(standardLexicon(), [...(here ?? []), ...(there ?? [])]))
    expect(new Set(noteIds.map((id) => id.charAt(0))).size).toBe(1);
});

test("G1 a word is told as shared also where it is a part of another's word", () => {
  const [pay] = alike(["Ledige ved ikke, at man kan få løn under uddannelsen", "Elevlønnen er for lav for voksne"]);
  expect(pay?.words).toEqual(["løn", "elevlønnen"]);
});

test("G4 a label says what notes are about when they say all of its words, in whatever form", () => {
  const pay = ["Ledige ved ikke, at man kan få løn under uddannelsen", "Elevlønnen er for lav for voksne"];
  expect(isSaidIn(pay, "elevløn på grundforløbet")).toBe(false);
  expect(isSaidIn([...pay, "Grundforløbet er uden løn"], "elevløn på grundforløbet")).toBe(true);
  expect(isSaidIn(["Skærmbesøg om natten"], "skærmbesøg")).toBe(true);
});

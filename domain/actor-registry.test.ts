import { expect, test } from "vitest";
import { findByName, resolveActorId, searchActors } from "./actor-registry.ts";
import { anEntry, registryOf } from "./actor-registry-fixture.ts";

const SCHOOLS = registryOf(
  anEntry("sosu-h", { name: "SOSU H", aliases: ["Social- og Sundhedsskolen H", "SOSU C", "SOPU"] }),
  anEntry("sosu-nord", { name: "SOSU Nord", areas: ["0851"] }),
  anEntry("sosu-esbjerg", { name: "SOSU Esbjerg", areas: ["0561"] }),
  anEntry("aabenraa", { name: "Åbenrå Ungdomsskole" }),
  anEntry("fgu", { name: "FGU Vest", shortName: "FGU" }),
);
const search = (query: string, near?: string) =>
  searchActors(SCHOOLS, { query, limit: 10, ...(near !== undefined && { near }) });

test("A1 found by the beginning of its name, in Danish order", () => {
  expect(search("sos").map(({ entry: { id } }) => id)).toEqual(["sosu-esbjerg", "sosu-h", "sosu-nord"]);
});

test("A2 found by alias and former name, and the match says which", () => {
  expect(search("sopu")).toMatchObject([{ entry: { id: "sosu-h" }, alias: "SOPU" }]);
  expect(search("SOSU C")[0]).toMatchObject({ entry: { id: "sosu-h" }, alias: "SOSU C" });
  expect(search("sosu h")[0]).toMatchObject({ entry: { id: "sosu-h" }, alias: null, isWhole: true });
  expect(search("sosu")[0]).toMatchObject({ alias: null, isWhole: false });
});

test("A3 found inside a word, and with aa for å", () => {
  expect(search("skole").map(({ entry: { id } }) => id)).toContain("aabenraa");
  expect(search("aabenraa")[0]?.entry.id).toBe("aabenraa");
});

test("A4 among equals the kommune's own come first", () => {
  expect(search("sosu", "0851")[0]?.entry.id).toBe("sosu-nord");
});

test("A5 a merged entry is found by its name and answers as the one it lives on in", () => {
  const merged = registryOf(
    anEntry("proposal", { name: "Sosu-skolen i Esbjerg", state: "merged", mergedInto: "middle" }),
    anEntry("middle", { name: "SOSU E", state: "merged", mergedInto: "sosu-esbjerg" }),
    anEntry("sosu-esbjerg", { name: "SOSU Esbjerg" }),
  );
  expect(resolveActorId(merged, "proposal")).toBe("sosu-esbjerg");
  const found = searchActors(merged, { query: "sosu skolen i", limit: 5 });
  expect(found).toMatchObject([{ entry: { id: "sosu-esbjerg" }, alias: "Sosu-skolen i Esbjerg" }]);
});

test("A6 a circle of merges ends, and an unknown id stands for itself", () => {
  const circle = registryOf(anEntry("a", { mergedInto: "b" }), anEntry("b", { mergedInto: "a" }));
  expect(["a", "b"]).toContain(resolveActorId(circle, "a"));
  expect(resolveActorId(circle, "elsewhere")).toBe("elsewhere");
});

test("A7 a name that is there already is recognised however it is spelt", () => {
  expect(findByName(SCHOOLS, "SOSU-NORD")?.id).toBe("sosu-nord");
  expect(findByName(SCHOOLS, "sopu")?.id).toBe("sosu-h");
  expect(findByName(SCHOOLS, "SOSU N")).toBeNull();
});

test("A8 an empty query lists from the top", () => {
  expect(searchActors(SCHOOLS, { query: " ", limit: 2 })).toHaveLength(2);
});

import { expect, test } from "vitest";
import { evidenceInFile, type FileInitiative, initiativeOfFile } from "./initiative-file.ts";
import { initiativeKey, placeOfKey } from "./initiative-key.ts";

const ROW: FileInitiative = {
  id: "x1",
  kommune: "Billund",
  title: "Fritidsjob",
  description: "For unge.",
  professions: ["astronaut", "SOSU", "spl."],
  theme: "rekruttering",
  activity: "",
  phase: "evalueret",
  department: "Ældre",
  startYear: 2019,
  actors: [{ name: "SOSU Esbjerg", type: "education" }],
};

test("a row becomes an initiative with the ids of the house", () => {
  expect(initiativeOfFile(ROW)).toMatchObject({
    key: "x1",
    municipality: "Billund",
    professions: ["sosu-hjaelper", "sosu-assistent", "sygeplejerske"],
    themes: ["tiltraekning"],
    activities: [],
    departments: ["aeldre-sundhed"],
    status: "running",
    actors: [{ id: null, name: "SOSU Esbjerg", type: "school" }],
  });
});

test("evidence of the engine is told in the row's own fields", () => {
  expect(evidenceInFile(["title", 0, 5], ROW)).toEqual(["title", 0, 5]);
  expect(evidenceInFile(["status", 0, 7], ROW)).toEqual(["phase", 0, 9]);
  expect(evidenceInFile(["municipality", 0, 7], ROW)).toEqual(["kommune", 0, 7]);
  expect(evidenceInFile(["themes.0", 0, 12], ROW)).toEqual(["theme", 0, 12]);
  expect(evidenceInFile(["actors.0", 0, 12], ROW)).toEqual(["actors.0", 0, 12]);
});

test("a profession points at the word that brought it", () => {
  expect(evidenceInFile(["professions.0", 0, 13], ROW)).toEqual(["professions.1", 0, 4]);
  expect(evidenceInFile(["professions.1", 0, 14], ROW)).toEqual(["professions.1", 0, 4]);
  expect(evidenceInFile(["professions.2", 0, 13], ROW)).toEqual(["professions.2", 0, 4]);
});

test("a key names board and initiative and is read back", () => {
  expect(placeOfKey(initiativeKey("tavle-1_a", "kort-2"))).toEqual({ boardId: "tavle-1_a", initiativeId: "kort-2" });
});

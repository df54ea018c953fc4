import { expect, test } from "vitest";
import { rowsOfSheet } from "./initiative-sheet.ts";

test("Danish headings in any order are understood, and what nobody knows is ignored", () => {
  const rows = rowsOfSheet([
    ["Aktører", "Noget andet", "Titel", "KOMMUNE", "Faggrupper", "Startår", "Status"],
    ["SOSU H; FOA, Holbæk", "x", " Mentor ", "Holbæk", "SOSU, spl.", "forår 2023", "I drift"],
  ]);
  expect(rows).toEqual([
    {
      number: 2,
      initiative: expect.objectContaining({
        id: "#2",
        kommune: "Holbæk",
        title: "Mentor",
        professions: ["SOSU", "spl."],
        actors: [
          { name: "SOSU H", type: "" },
          { name: "FOA, Holbæk", type: "" },
        ],
        startYear: 2023,
        phase: "I drift",
      }),
    },
  ]);
});

test("rows are numbered as the spreadsheet numbers them, empty ones counted and left out", () => {
  const rows = rowsOfSheet([["kommune", "titel"], ["Varde", "Mentor"], ["", " "], [], ["Billund", "Makker"]]);
  expect("missing" in rows ? [] : rows.map(({ number }) => number)).toEqual([2, 5]);
});

test("without headings for kommune and title it says which are missing", () => {
  expect(rowsOfSheet([["Titel", "Tema"]])).toEqual({ missing: ["kommune"] });
  expect(rowsOfSheet([])).toEqual({ missing: ["kommune", "title"] });
});

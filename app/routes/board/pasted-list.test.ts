import { expect, test } from "vitest";
import { delimiterOf, guessColumns, linesAsRows, listedInitiatives, withColumn } from "./pasted-list.ts";

test("lines become titles without the marks of their list", () => {
  const rows = linesAsRows("- Mentorordning\r\n\r\n2. Sprogmakker\n• Fuldtid som standard\n8.–9. klasse i fritidsjob");
  expect(rows).toEqual([["Mentorordning"], ["Sprogmakker"], ["Fuldtid som standard"], ["8.–9. klasse i fritidsjob"]]);
  expect(listedInitiatives(guessColumns(rows)).map(({ status }) => status)).toEqual(["idea", "idea", "idea", "idea"]);
});

test("Excel's cells are told by tabs, Danish files by semicolons, prose by neither", () => {
  expect(delimiterOf("Titel\tStatus\nMentor\tI drift")).toBe("\t");
  expect(delimiterOf("Titel;Status\nMentor;I drift")).toBe(";");
  expect(delimiterOf("Mentor; og så videre\nSprogmakker")).toBeNull();
});

test("a first row of known words names the columns, in any order", () => {
  const list = guessColumns([
    ["Nr.", "Status", "Indsats", "Beskrivelse"],
    ["1", "Prøvehandling", "Mentor", "Et makkerpar"],
  ]);
  expect(list.columns).toEqual(["ignored", "status", "title", "description"]);
  expect(listedInitiatives(list)).toEqual([{ title: "Mentor", description: "Et makkerpar", status: "trial" }]);
});

test("without names a column of status words is the status, the first other one the title", () => {
  const list = guessColumns([
    ["i drift", "Mentor", "Et makkerpar"],
    ["Idé", "Sprogmakker", ""],
  ]);
  expect(list.columns).toEqual(["status", "title", "description"]);
  expect(listedInitiatives(list).map(({ status }) => status)).toEqual(["running", "idea"]);
});

test("a column read as something else gives up its place", () => {
  const list = guessColumns([["Mentor", "Et makkerpar"]]);
  expect(withColumn(list, 1, "title").columns).toEqual(["ignored", "title"]);
});

test("rows without a title are left out and empty rows are no rows", () => {
  const list = guessColumns([
    ["Titel", "Status"],
    ["", "Idé"],
    ["", ""],
    ["Mentor", ""],
  ]);
  expect(listedInitiatives(list)).toEqual([{ title: "Mentor", description: "", status: "idea" }]);
});

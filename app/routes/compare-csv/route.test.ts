import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { loadMatrix } from "#db/queries/compare.ts";
import { matrixRowIds, readCompareView } from "#domain/compare.ts";
import { addBoard, addInitiative, addMunicipality, addPerson, addWorkshop } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { toDanishCsv } from "./danish-csv.server.ts";
import { loader } from "./route.ts";

function twoMunicipalities(): Database {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0530", name: "Billund" });
  addMunicipality(db, { id: "0580", name: "Aabenraa" });
  addWorkshop(db, { id: "w", organisationIds: ["0530", "0580"] });
  addBoard(db, { id: "billund", workshopId: "w", organisationId: "0530" });
  addBoard(db, { id: "aabenraa", workshopId: "w", organisationId: "0580", visibility: "own" });
  addInitiative(db, { boardId: "billund", id: "a", tags: { themes: ["onboarding", "ledelse"] } });
  addInitiative(db, { boardId: "billund", id: "b" });
  addInitiative(db, { boardId: "aabenraa", id: "c", tags: { themes: ["onboarding"] } });
  addPerson(db, { id: "consultant", roles: [{ role: "consultant" }] });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0580" }] });
  addPerson(db, { id: "operator", roles: [{ role: "system-admin" }] });
  return db;
}

async function fetchCsv(db: Database, personId: string, search = ""): Promise<string[][]> {
  const response = await loader(asking(await servicesFor(db, personId), `/compare.csv${search}`));
  return parse(await response.text(), { delimiter: ";", bom: true });
}

test("the file holds the numbers of the page: same rows, same kommuner, same counts", async () => {
  const db = twoMunicipalities();
  const { session } = await servicesFor(db, "hr");
  const boards = await readableBoards(db, session?.person ?? expect.fail("nobody is signed in"));
  const { filter } = readCompareView(new URLSearchParams());
  const rowIds = matrixRowIds("themes");
  const matrix = await loadMatrix(db, { boards, registry: new Map(), filter }, { rows: "themes", rowIds });
  const [head, ...lines] = await fetchCsv(db, "hr");
  expect(head).toEqual(["Tema", "Billund", "Aabenraa", "I alt"]);
  const counts = lines.map(([, ...cells]) => cells.map(Number));
  expect(counts.slice(0, rowIds.length)).toEqual(matrix.rows.map((row) => [...row.counts, row.total]));
  expect(lines.slice(rowIds.length)).toEqual([
    ["Uden tema", "1", "0", "1"],
    ["Indsatser", "2", "1", "3"],
  ]);
});

test("what may not be read is not in the file", async () => {
  const [head] = await fetchCsv(twoMunicipalities(), "consultant");
  expect(head).toEqual(["Tema", "Billund", "I alt"]);
});

test("the file is turned where the page is", async () => {
  const [head, first] = await fetchCsv(twoMunicipalities(), "hr", "?rows=statuses&turned=yes");
  expect(head?.slice(0, 2)).toEqual(["Status", "Idé"]);
  expect(first?.slice(0, 2)).toEqual(["Billund", "2"]);
});

test("a system administrator reads no content, so not this either", async () => {
  await expect(fetchCsv(twoMunicipalities(), "operator")).rejects.toMatchObject({ status: 404 });
});

test("the file opens in Danish Excel and runs nothing there", () => {
  const csv = toDanishCsv([
    ["=1+1", "@sum", '\u2212 og ; og "citat"'],
    [1.5, 2, "-3"],
  ]);
  expect(csv.startsWith("\ufeff")).toBe(true);
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain("1,5;2;");
  expect(parse(csv, { delimiter: ";", bom: true })[0]?.[0]).toBe("'=1+1");
  expect(parse(csv, { delimiter: ";", bom: true })[0]?.[1]).toBe("'@sum");
  expect(parse(csv, { delimiter: ";", bom: true })[1]?.[2]).toBe("'-3");
});

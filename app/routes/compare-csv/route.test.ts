import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { toDanishCsv } from "#app/http/danish-csv.server.ts";
import type { Database } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { setVisibility } from "#db/queries/boards.ts";
import { gridOf } from "#domain/matrix-grid.ts";
import { addInitiative, addPerson, aWorkshopOf } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader as comparePage } from "../compare/route.tsx";
import { loader } from "./route.ts";

/** Aabenraa keeps its board to itself. */
async function twoMunicipalities(): Promise<Database> {
  const db = aWorkshopOf("billund", "aabenraa");
  await setVisibility(db, "aabenraa", "own");
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

test.each(["", "?rows=statuses", "?turned=yes", "?rows=chainLinks&turned=yes", "?status=trial"])(
  "the file of compare%s is the page's table, cell for cell",
  async (search) => {
    const db = await twoMunicipalities();
    const { page } = await comparePage(asking(await servicesFor(db, "hr"), `/compare${search}`));
    const { columns, lines } = gridOf(page, { initiatives: "Indsatser", total: "I alt" });
    const [head, ...rest] = await fetchCsv(db, "hr", search);
    expect(head?.slice(1)).toEqual(columns.map(({ name }) => name));
    expect(rest).toEqual(lines.map(({ name, counts }) => [name, ...counts.map(String)]));
  },
);

test("the file counts what the kommuner have", async () => {
  const [head, ...lines] = await fetchCsv(await twoMunicipalities(), "hr");
  expect(head).toEqual(["Tema", "Billund", "Aabenraa", "I alt"]);
  expect(lines).toContainEqual(["Onboarding og introduktion", "1", "1", "2"]);
  expect(lines.slice(-2)).toEqual([
    ["Uden tema", "1", "0", "1"],
    ["Indsatser", "2", "1", "3"],
  ]);
});

test("what may not be read is not in the file", async () => {
  const [head] = await fetchCsv(await twoMunicipalities(), "consultant");
  expect(head).toEqual(["Tema", "Billund", "I alt"]);
});

test("the file is turned where the page is", async () => {
  const [head, first] = await fetchCsv(await twoMunicipalities(), "hr", "?rows=statuses&turned=yes");
  expect(head?.slice(0, 2)).toEqual(["Status", "Idé"]);
  expect(first?.slice(0, 2)).toEqual(["Billund", "2"]);
});

test("a system administrator reads no content, so not this either", async () => {
  await expect(fetchCsv(await twoMunicipalities(), "operator")).rejects.toMatchObject({ status: 404 });
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

test("who took the file, and which, is written down", async () => {
  const db = await twoMunicipalities();
  await fetchCsv(db, "hr", "?rows=statuses&status=trial");
  expect(await listAudit(db)).toMatchObject([
    { action: "export", subject: "compare", personId: "hr", detail: { rows: "statuses" } },
  ]);
});

/** Text that must go, and goes: from the board and everything around it, down to the bytes of the data directory. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openForReading } from "#db/client.ts";
import { until } from "../until.ts";
import { addCard, drawer, editor, holbaekBoard, isSaved, openBoard, titleField } from "./board-page.ts";
import { expectAccessible, journey, visit } from "./harness.ts";

const { product, person } = await journey();
const { id, url } = await holbaekBoard(product);
const MARKER = "Zorbax7781";
const ANSWERED = "Zorbax7782";
const file = join(product.dataDir, "sammenspil.db");

/** Files of the data directory in whose bytes one of the markers stands, in capitals or not. */
function filesWithMarker(): string[] {
  const names = readdirSync(product.dataDir, { recursive: true, encoding: "utf8" });
  return names.filter((name) => {
    const path = join(product.dataDir, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path, "latin1").toLowerCase();
    return [MARKER, ANSWERED].some((marker) => bytes.includes(marker.toLowerCase()));
  });
}

function query<Row>(sql: string, ...values: string[]): Row[] {
  const { $client: client } = openForReading(file);
  const rows = client.prepare(sql).all(...values) as Row[];
  client.close();
  return rows;
}

const versionsWithMarker = (): number =>
  query<{ snapshot: Buffer }>("select snapshot from board_version").filter(({ snapshot }) =>
    gunzipSync(snapshot).toString().includes(MARKER),
  ).length;

const paired = () =>
  query<{ card: string; finding: string }>(
    `select iif(a_board_id = '${id}', a_initiative_id, b_initiative_id) as card, id as finding from finding
     where gone_at is null and '${id}' in (a_board_id, b_board_id)`,
  );

/** A card of Holbæk's that the check has paired with another kommune's. */
async function pairedCard(): Promise<{ card: string; finding: string }> {
  await product.checked();
  const [found] = paired();
  return found ?? expect.fail("nothing was found for Holbæk");
}

async function writeMarkerEverywhere(page: Page): Promise<string> {
  const { card, finding } = await pairedCard();
  await visit(page, `${product.origin}/findings/${finding}`);
  await page.getByLabel("Begrundelse eller note").fill(`Aftalt med ${ANSWERED}`);
  await page.getByRole("button", { name: "Aftal møde" }).click();
  await page.getByText(`Aftalt med ${ANSWERED}`).first().waitFor();
  await page.goto(`${url}?card=${card}`);
  await isSaved(page);
  const title = await titleField(page).inputValue();
  await titleField(page).fill(`${title} hos ${MARKER}`);
  await editor(page).click();
  await page.keyboard.type(`Ring til ${MARKER}. `);
  await page.getByLabel("Skriv en kommentar").fill(`Har ${MARKER} svaret?`);
  await page.getByLabel("Skriv en kommentar").press("Control+Enter");
  await page.locator("#comments article").getByText(MARKER).waitFor();
  await isSaved(page);
  await visit(page, `${url}/history`);
  await page.getByLabel("Gem tavlen, som den er nu").fill("Før sletning");
  await page.getByRole("button", { name: "Gem version" }).click();
  await page.getByRole("link", { name: /Se forskelle mellem «Før sletning»/ }).waitFor();
  return card;
}

test("an initiative erased for good stands in no file of the data directory, and open pages go on by themselves", async () => {
  const administrator = await person("Administrator, Holbæk");
  const { page } = administrator;
  const card = await writeMarkerEverywhere(page);
  expect(filesWithMarker()).toContain("sammenspil.db-wal");
  expect(versionsWithMarker()).toBe(1);

  const colleague = await person("HR, Holbæk");
  await openBoard(colleague.page, url);
  const kept = await addCard(colleague.page, "Skal blive stående");
  await page.goto(`${url}?card=${card}`);
  await isSaved(page);
  await drawer(page).getByRole("button", { name: "Læg i papirkurven" }).click();
  await isSaved(page);
  expect(await colleague.page.getByRole("button", { name: "Slet for altid" }).count()).toBe(0);
  await visit(page, `${url}?bin=1`);
  await page.getByRole("button", { name: "Slet for altid" }).click();
  await page.getByRole("alertdialog").getByText(MARKER).waitFor();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Slet for altid" }).click();
  await page.getByText("Indsatsen er slettet for altid").waitFor();

  // The colleague's page is in the new room by itself, writes there, and keeps no copy of the old one.
  const copies = async () =>
    (await colleague.page.evaluate(() => indexedDB.databases())).flatMap(
      ({ name }) => name?.match(`${id}\\.\\d+$`) ?? [],
    );
  await until(async () => (await copies()).join() === `${id}.2`);
  await isSaved(colleague.page);
  const after = await addCard(colleague.page, "Skrevet bagefter");
  for (const still of [kept, after]) await page.locator(`[data-card="${still}"]`).waitFor();

  await until(() => filesWithMarker().length === 0, 20_000);
  await product.cli("backup");
  expect(filesWithMarker()).toEqual([]);
  expect(versionsWithMarker()).toBe(0);
  expect(product.output.toLowerCase()).not.toContain(MARKER.toLowerCase());
  const csv = await (await page.request.get(`${product.origin}/compare.csv`)).text();
  expect(csv).toContain("Indsatser;");
  expect(csv).not.toContain(MARKER);
  const fresh = await person("Hjemmeplejen, Holbæk");
  await openBoard(fresh.page, url);
  expect(await fresh.page.content()).not.toContain(MARKER);
  expect(await fresh.page.locator(`[data-card="${kept}"]`).count()).toBe(1);
  const audited = query<{ action: string; detail: string }>(
    "select action, detail from audit_event where action = 'initiative-erased'",
  );
  expect(audited).toEqual([{ action: "initiative-erased", detail: JSON.stringify({ initiative: card }) }]);
  expect(await product.cli("doctor")).toMatchObject({ ok: true });
  for (const { context } of [administrator, colleague, fresh]) await context.close();
});

/** Before the doors open, and as people come in: A1 to A5. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { Guest } from "#server/rehearsal/guest.ts";
import { expectAccessible, expectNoSidewaysScroll, isAlive, visit } from "../harness.ts";
import { MOMENTS, TABLES } from "./agenda.ts";
import { type Day, EVERYBODY, forget, look, NAMES, openScreen, openStage, PHONE, type Phone, phoneOf } from "./day.ts";

/** A1 */
export async function rehearse(day: Day): Promise<void> {
  const { page } = day.lead;
  await openStage(day, page);
  // The check of the boards writes rows of its own.
  await day.product.checked();
  const before = rowsOf(day);
  await page.getByRole("button", { name: "Kør en prøve" }).click();
  const outcome = page.getByRole("status").filter({ hasText: /Det gik/ });
  await outcome.waitFor({ timeout: 180_000 });
  const text = (await outcome.textContent()) ?? "";
  expect(text).toContain(`Det gik godt: ${MOMENTS.length} punkter`);
  expect(text).toContain("ingen fejl");
  expect(rowsOf(day)).toEqual(before);
  await expectAccessible(page);
}

/** How many rows each table has; the versions that the server keeps of boards every minute are not the rehearsal's. */
function rowsOf({ db }: Day): Record<string, number> {
  const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const rowsIn = (table: string) => {
    const which = table === "board_version" ? "where reason <> 'automatic'" : "";
    return Number(db.$client.prepare(`select count(*) from "${table}" ${which}`).pluck().get());
  };
  return Object.fromEntries(tables.map((table) => [table, rowsIn(table)]));
}

/** A2 */
export async function printSheets(day: Day): Promise<void> {
  const { page } = day.lead;
  await page.getByRole("button", { name: "Åbn for deltagere" }).click();
  const code = page.locator("strong").filter({ hasText: /^[A-Z0-9]{4} [A-Z0-9]{4}$/ });
  day.code = ((await code.first().textContent()) ?? "").replace(" ", "");
  await visit(page, `${day.product.origin}/workshops/${day.workshopId}/live/sheets`);
  const sheets = page.getByRole("article");
  expect(await sheets.count()).toBe(TABLES);
  for (const [index, sheet] of (await sheets.all()).entries()) {
    await sheet.getByRole("heading", { name: `Bord ${index + 1}`, exact: true }).waitFor();
    await sheet.getByRole("img", { name: /QR-kode/ }).waitFor();
  }
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(TABLES);
  await openStage(day, page);
}

const seatOf = (index: number): string => String((index % TABLES) + 1);

/** A3: name, and three taps. The table is in the address that the sheet's QR leads to. */
async function join(day: Day, index: number): Promise<Phone> {
  const screen = await openScreen(day, PHONE);
  const { page } = screen;
  const kommune = day.kommuner[index] ?? expect.fail("there is a phone too many");
  const name = NAMES[index] ?? expect.fail("somebody has no name");
  await visit(page, `${day.product.origin}/join/${day.code}?table=table-${seatOf(index)}`);
  expect(await page.locator("input[type=email]").count()).toBe(0);
  await page.getByLabel("Dit navn").fill(name);
  await page.getByLabel(kommune.name, { exact: true }).tap();
  await page.getByLabel("Medarbejder").tap();
  await page.getByRole("button", { name: "Deltag" }).tap();
  await page.getByText(`${name} (dig)`).waitFor();
  await isAlive(page);
  return { ...screen, name, kommune };
}

/** A3 */
export async function joinByPhone(day: Day): Promise<void> {
  const { page } = await day.stranger(PHONE);
  await visit(page, `${day.product.origin}/deltag`);
  await page.getByLabel("Kode").fill("hej");
  await page.getByRole("button", { name: "Videre" }).tap();
  await page.getByText("Den kode kender vi ikke").waitFor();
  forget(day, "422");
  await page.getByLabel("Kode").fill(`${day.code.slice(0, 4).toLowerCase()}-${day.code.slice(4)} `);
  await page.getByRole("button", { name: "Videre" }).tap();
  await page.waitForURL(`${day.product.origin}/join/${day.code}`);
  await page.context().close();
  day.phones.push(await join(day, 0));
  await expectAccessible(phoneOf(day, "Anna").page);
}

/** A4 */
export async function joinTogether(day: Day): Promise<void> {
  const { page } = day.wall;
  expect((await page.goto(`${day.product.origin}/screen/${day.code}`))?.status()).toBe(200);
  await Promise.all([0, 1].map((half) => joinPhones(day, half)));
  day.phones.sort((a, b) => NAMES.indexOf(a.name as never) - NAMES.indexOf(b.name as never));
  const programs = Array.from({ length: EVERYBODY - day.phones.length }, (_, index) => joinByProgram(day, index));
  day.crowd.push(...(await Promise.all(programs)));
  await page.getByText(String(EVERYBODY), { exact: true }).waitFor();
  await page.getByText(`fra ${day.kommuner.length} kommuner`).waitFor();
  const here = page.getByRole("list", { name: "Hvem er her" });
  for (const [index, { name }] of day.kommuner.entries()) {
    const arrived = await here.getByRole("listitem").filter({ hasText: name }).textContent();
    expect(arrived).toMatch(new RegExp(`^${name}5${NAMES[index]},`));
  }
  await look(day, "lobby");
}

/** Every other phone: two come in at a time. */
async function joinPhones(day: Day, half: number): Promise<void> {
  for (let index = 1; index < NAMES.length; index++) {
    if (index % 2 === half) day.phones.push(await join(day, index));
  }
}

async function joinByProgram(day: Day, index: number): Promise<Guest> {
  const { product, code, kommuner } = day;
  const entrance = { host: "127.0.0.1", port: Number(new URL(product.origin).port), origin: product.origin };
  const guest = await Guest.join(entrance, {
    code,
    name: `Gæst ${index + 1}`,
    organisationId: kommuner[index % kommuner.length]?.code ?? "",
    role: index % 2 === 0 ? "leader" : "union",
    // Kommuner are mixed at the tables.
    tableId: `table-${seatOf(index + Math.floor(index / TABLES))}`,
  });
  await guest.follow();
  return guest;
}

/** A5 */
export async function keepOnesPlace(day: Day): Promise<void> {
  const anna = phoneOf(day, "Anna");
  await anna.page.reload();
  await anna.page.getByText("Anna (dig)").waitFor();
  await anna.page.goto(`${day.product.origin}/join/${day.code}`);
  await anna.page.waitForURL(`${day.product.origin}/live/${day.workshopId}`);
  await isAlive(anna.page);

  const old = phoneOf(day, "Bo").page;
  await old.getByRole("button", { name: "Din plads" }).tap();
  await old.getByRole("button", { name: "Flyt til anden telefon" }).tap();
  const code = await old.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/).textContent();
  await takePlace(day, "Bo", code ?? "");
  await old.getByText("Pladsen er ikke på denne telefon mere").waitFor();
  await old.context().close();

  await phoneOf(day, "Fie").context.close();
  const { page } = day.second;
  await visit(page, `${day.product.origin}/workshops/${day.workshopId}/live/participants`);
  await page.getByRole("button", { name: "Kode til anden telefon til Fie" }).click();
  await takePlace(day, "Fie", (await page.getByRole("status").locator("strong").textContent()) ?? "");
  await expectAccessible(page);
  await moveToTableOne(phoneOf(day, "Carl").page);
}

/** Types the code on another phone, which is from now on the one of that name. */
async function takePlace(day: Day, name: (typeof NAMES)[number], code: string): Promise<void> {
  const screen = await openScreen(day, PHONE);
  const { page } = screen;
  await visit(page, `${day.product.origin}/join`);
  await page.getByLabel("Kode").fill(code);
  await page.getByRole("button", { name: "Videre" }).tap();
  await page.waitForURL(`${day.product.origin}/live/${day.workshopId}`);
  await page.getByText(`${name} (dig)`).waitFor();
  await isAlive(page);
  const at = day.phones.findIndex((phone) => phone.name === name);
  day.phones[at] = { ...phoneOf(day, name), ...screen };
}

/** Carl of Holbæk sits down with Anna of Billund. */
async function moveToTableOne(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Din plads" }).tap();
  await page.getByLabel("Bord").selectOption({ label: "Bord 1" });
  await page.getByRole("dialog").getByLabel("Luk").tap();
  await page.getByText("Carl · Holbæk · Bord 1").waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
}

/** Silent writing: private on the wire, kept when the network or the server goes: A9 to A11, A33 and A34. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { note } from "#db/schema/live.ts";
import { NOTE_LIMIT } from "#domain/live/agenda.ts";
import { expectAccessible, expectNoSidewaysScroll, isAlive, visit } from "../harness.ts";
import { ASKED, itemOf, LANES, MOMENTS, TABLES } from "./agenda.ts";
import {
  type Day,
  EVERYBODY,
  expectClocks,
  forget,
  giveMinutes,
  look,
  onAllScreens,
  openScreen,
  phoneOf,
  runOf,
  WALL,
} from "./day.ts";

/** In every note, and nowhere else. */
export const SECRET = "Hemmelig";
export const OFFLINE = `${SECRET} barriere uden net`;
const HALF_WRITTEN = "FOA-ambassa";
export const textOf = (index: number): string =>
  `${SECRET} barriere ${String(index).padStart(2, "0")}${ALIKE[index] ?? ""}`;
/** Anna and Carl, at one table and under one heading, mean the same. */
const ALIKE: Readonly<Record<number, string>> = { 0: ", vagterne", 2: ", vagtplanen" };
/** Everybody's, and the one that is written without network. */
const WRITTEN = EVERYBODY + 1;

/** A9 */
export async function writeInSecret(day: Day): Promise<void> {
  await onAllScreens(day, /anonymt/i);
  await refuseTooMuch(day);
  await breakLine(day);
  await Promise.all(
    day.phones.map(async ({ page }, index) => {
      const field = page.getByLabel(/^Dit svar/);
      await field.fill("");
      // One of them sits at a keyboard.
      if (index === 0) await field.blur();
      if (index === 0) await page.keyboard.press("n");
      if (index === 0) await page.keyboard.type(textOf(index));
      else await field.fill(textOf(index));
      await page.getByLabel(LANES[index % 2] ?? "").tap();
      if (index === 0) await sitAtKeyboard(page);
      if (index === 0) await field.press("Enter");
      else await page.getByRole("button", { name: "Tilføj svar" }).tap();
    }),
  );
  await Promise.all(
    day.crowd.map(async (guest, index) => {
      const at = day.phones.length + index;
      const form = { intent: "write", id: randomUUID(), secret: randomUUID(), item: itemOf("write") };
      const answer = await guest.post("notes", { ...form, lane: `lane-${(at % 2) + 1}`, text: textOf(at) });
      expect(JSON.parse(answer.body)).toEqual({ refused: null });
    }),
  );
  await day.wall.page.getByText(`${EVERYBODY} svar er skrevet og skjult`).waitFor();
  await expectTables(day);
  expectNothingHeard(day);
  await look(day, "written");
}

/** A finger has no Shift to hold: Enter is for the next line, and sends nothing. */
async function breakLine(day: Day): Promise<void> {
  const field = phoneOf(day, "Anna").page.getByLabel(/^Dit svar/);
  await field.fill("Vagter");
  await field.press("Enter");
  expect(await field.inputValue()).toBe("Vagter\n");
}

const sitAtKeyboard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const asked = window.matchMedia.bind(window);
    window.matchMedia = (query) => asked(query === "(pointer: coarse)" ? "not all" : query);
  });

/** Ten thousand characters: what is too much is said while they are typed, and not sent. */
async function refuseTooMuch(day: Day): Promise<void> {
  const { page } = phoneOf(day, "Anna");
  await page.getByLabel(/^Dit svar/).fill("x".repeat(10_000));
  await page.getByText(`${10_000 - NOTE_LIMIT} tegn for meget. Del den i to.`).waitFor();
  expect(await page.getByRole("button", { name: "Tilføj svar" }).isDisabled()).toBe(true);
  const [guest] = day.crowd;
  const form = { intent: "write", id: randomUUID(), secret: randomUUID(), item: itemOf("write"), lane: "lane-1" };
  const answer = await guest?.post("notes", { ...form, text: "x".repeat(10_000) });
  expect(JSON.parse(answer?.body ?? "")).toEqual({ refused: "too-long" });
  expect(day.db.select().from(note).all()).toEqual([]);
}

/** How much each table has written, for the facilitator. */
async function expectTables({ lead, wall, crowd, phones, db }: Day): Promise<void> {
  const tables = lead.page.getByRole("region", { name: "Borde" });
  const written = db.select({ tableId: note.tableId }).from(note).all();
  expect(written).toHaveLength(crowd.length + phones.length);
  for (let number = 1; number <= TABLES; number++) {
    const count = written.filter(({ tableId }) => tableId === `table-${number}`).length;
    const line = tables.getByRole("listitem").filter({ hasText: `Bord ${number}` });
    await line.getByText(`${count} svar`).waitFor();
    await wall.page
      .getByRole("listitem")
      .filter({ hasText: `Bord ${number}${count}` })
      .waitFor();
  }
}

/** Not a word of any note came to anybody's browser by a socket. */
export function expectNothingHeard({ wall, phones }: Day): void {
  for (const { heard } of [wall, ...phones]) expect(heard().includes(SECRET)).toBe(false);
}

/** A10 */
export async function writeWithoutNetwork(day: Day): Promise<void> {
  const { page, context } = phoneOf(day, "Dorte");
  await context.setOffline(true);
  await page.getByLabel(/^Dit svar/).fill(OFFLINE);
  await page.getByRole("button", { name: "Tilføj svar" }).tap();
  await page.getByLabel(/^Dit svar/).fill(HALF_WRITTEN);
  await page.getByText("Venter på forbindelse").waitFor();
  await context.setOffline(false);
  await page.getByText("Venter på forbindelse").waitFor({ state: "detached" });
  forget(day, "ERR_INTERNET_DISCONNECTED", "Failed to fetch");
  await page.reload();
  await isAlive(page);
  await page.getByText("Dine svar (2)").waitFor();
  expect(await page.getByLabel(/^Dit svar/).inputValue()).toBe(HALF_WRITTEN);
  await page.getByLabel(/^Dit svar/).fill("");
  await day.wall.page.getByText(`${WRITTEN} svar er skrevet og skjult`).waitFor();
  const kept = day.db.select().from(note).all();
  expect(kept.filter(({ text }) => text === OFFLINE)).toHaveLength(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
}

/** A11: no row of any table has both a note and somebody who could have written it. */
export async function findNoAuthor({ db }: Day): Promise<void> {
  const notes = db.select().from(note).all();
  expect(notes).toHaveLength(WRITTEN);
  const people = db.$client.prepare("select id from participant union select person_id from participant").pluck().all();
  const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const rows = tables.flatMap((table) => db.$client.prepare(`select * from "${table}"`).all());
  const about = rows
    .map((row) => JSON.stringify(row))
    .filter((row) => notes.some(({ id, text }) => row.includes(id) || row.includes(text)));
  expect(about.length).toBeGreaterThanOrEqual(WRITTEN);
  const telling = about.filter((row) => people.some((id) => row.includes(String(id))));
  expect(telling).toEqual([]);
  expect(notes.every(({ organisationId, participantId }) => organisationId === null && participantId === null)).toBe(
    true,
  );
}

/** A33 */
export async function surviveTheKill(day: Day): Promise<void> {
  const before = runOf(day);
  const notes = day.db.select().from(note).orderBy(note.id).all();
  await day.product.stop("SIGKILL");
  await day.product.start();
  for (const guest of day.crowd) await guest.follow();
  expect(runOf(day)).toEqual({ ...before, leadSeenAt: expect.any(Number) });
  expect(day.db.select().from(note).orderBy(note.id).all()).toEqual(notes);
  // A minute more is told over the sockets: whose clock follows is back.
  await giveMinutes(day, /^\+1 min/);
  expect(runOf(day).timerEndsAt).toBe((before.timerEndsAt ?? 0) + 60_000);
  await expectClocks(day);
  await onAllScreens(day, ASKED.write);
  await day.wall.page.getByText(`${WRITTEN} svar er skrevet og skjult`).waitFor();
  await day.lead.page
    .getByText(`Trin ${MOMENTS.indexOf("write") + 1} af ${MOMENTS.length}`)
    .first()
    .waitFor();
  await phoneOf(day, "Anna").page.getByText("Dine svar (1)").waitFor();
  expectNothingHeard(day);
  for (const { page } of day.phones) expect(await page.getByText("Serveren svarer ikke lige nu").count()).toBe(0);
  forget(day, "WebSocket", "ERR_CONNECTION_REFUSED", "Failed to fetch", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET");
}

/** A34 */
export async function replaceTheProjector(day: Day): Promise<void> {
  await day.wall.context.close();
  day.wall = await openScreen(day, WALL);
  const { page } = day.wall;
  await visit(page, `${day.product.origin}/screen/${day.code}`);
  await page.getByText(ASKED.write).waitFor();
  await page.getByText(`${WRITTEN} svar er skrevet og skjult`).waitFor();
  await expectClocks(day);
}

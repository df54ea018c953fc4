/**
 * The people and screens of a whole day: a facilitator and a second one, a projector, a phone from each of eight kommuner, and
 * thirty-two participants that a program plays.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { workshopRun } from "#db/schema/live.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { Guest } from "#server/rehearsal/guest.ts";
import { until } from "../../until.ts";
import { type Journey, journey, picture, signIn, type Visitor, visit } from "../harness.ts";
import { ASKED, CO_FACILITATOR, itemOf, type Moment, prepareDay } from "./agenda.ts";

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const WALL: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };
export const EVERYBODY = 40;
/** Who has the phone of each kommune, the kommuner by name. */
export const NAMES = ["Anna", "Bo", "Carl", "Dorte", "Erik", "Fie", "Gert", "Hanne"] as const;

export interface Kommune {
  readonly code: string;
  readonly name: string;
  readonly boardId: string;
}

/** A browser with every byte that its sockets were sent. */
export interface Screen extends Visitor {
  readonly heard: () => Buffer;
}

export interface Phone extends Screen {
  readonly name: string;
  readonly kommune: Kommune;
}

export interface Day extends Journey {
  readonly workshopId: string;
  readonly kommuner: readonly Kommune[];
  readonly db: Database;
  /** Who leads; the other one when the first has lost the computer. */
  lead: Visitor;
  readonly second: Visitor;
  wall: Screen;
  readonly phones: Phone[];
  readonly crowd: Guest[];
  code: string;
}

/** Everything stands ready; nobody is there. */
export async function openDay(): Promise<Day> {
  const opened = await journey();
  const { product, person, stranger } = opened;
  interface Board {
    readonly id: string;
    readonly workshop: { readonly id: string };
    readonly municipality: { readonly code: string; readonly name: string };
  }
  const boards = await product.cli<Board[]>("boards");
  const workshopId = boards[0]?.workshop.id ?? expect.fail("the demo has no workshop");
  const kommuner = boards
    .filter(({ workshop }) => workshop.id === workshopId)
    .map(({ id, municipality }) => ({ ...municipality, boardId: id }))
    .sort((a, b) => compareDanish(a.name, b.name));
  const db = openDatabase(join(product.dataDir, "sammenspil.db"));
  prepareDay(db, workshopId, (name) => kommuner.find((each) => each.name === name)?.code ?? expect.fail(name));
  const [lead, second] = [await person("Facilitator"), await stranger()];
  await signIn(second.page, product.origin, CO_FACILITATOR);
  const wall = await openScreen(opened, WALL);
  return { ...opened, workshopId, kommuner, db, lead, second, wall, phones: [], crowd: [], code: "" };
}

/** Nobody's browser yet, and it is listened to. */
export async function openScreen({ stranger }: Journey, options: BrowserContextOptions): Promise<Screen> {
  const visitor = await stranger(options);
  const frames: Buffer[] = [];
  visitor.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => frames.push(Buffer.from(payload))),
  );
  return { ...visitor, heard: () => Buffer.concat(frames) };
}

export const phoneOf = ({ phones }: Day, name: (typeof NAMES)[number]): Phone =>
  phones.find((phone) => phone.name === name) ?? expect.fail(`${name} has no phone`);

export const kommuneNamed = ({ kommuner }: Day, name: string): Kommune =>
  kommuner.find((kommune) => kommune.name === name) ?? expect.fail(`${name} is no kommune of the day`);

/** The browsers complain of what a test did on purpose. */
export const forget = ({ troubles }: Journey, ...words: readonly string[]): void =>
  void troubles.splice(
    0,
    troubles.length,
    ...troubles.filter((trouble) => !words.some((word) => trouble.includes(word))),
  );

const pagesOf = ({ wall, phones }: Day): readonly Page[] => [wall, ...phones].map(({ page }) => page);

/** The hall and all phones show it. */
export const onAllScreens = (day: Day, text: string | RegExp): Promise<unknown> =>
  Promise.all(pagesOf(day).map((page) => page.getByText(text).first().waitFor()));

export const runOf = ({ db, workshopId }: Day): typeof workshopRun.$inferSelect =>
  db.select().from(workshopRun).where(eq(workshopRun.workshopId, workshopId)).get() ??
  expect.fail("the workshop is not open");

/** The facilitator goes on by key, and once more when few have said that they are ready. Everybody sees it. */
export async function goOnTo(day: Day, moment: Moment): Promise<void> {
  const { page } = day.lead;
  const before = runOf(day).itemId;
  const hasMoved = () => runOf(day).itemId !== before;
  const again = page.getByRole("button", { name: "Tryk igen" });
  // What was pressed once for an item is not half pressed for the next, or for the same one later.
  await again.waitFor({ state: "detached" });
  await page.keyboard.press("ArrowRight");
  await until(async () => hasMoved() || (await again.count()) > 0);
  if (!hasMoved()) await page.keyboard.press("ArrowRight");
  await until(hasMoved);
  expect(runOf(day).itemId).toBe(itemOf(moment));
  await onAllScreens(day, ASKED[moment]);
  await page.getByText(ASKED[moment]).first().waitFor();
  await Promise.all(day.crowd.map((guest) => guest.sees(() => guest.stage?.itemId === itemOf(moment), 10_000)));
  await look(day, moment);
}

/** Seconds that a screen's clock shows. */
export async function clockOn(page: Page): Promise<number> {
  const text = (await page.getByRole("timer").first().textContent()) ?? "";
  const [, minutes, seconds] = /(\d+):(\d+)/.exec(text) ?? [];
  return 60 * Number(minutes) + Number(seconds);
}

/** The item gets more minutes; they are told over the sockets. */
export async function giveMinutes(day: Day, button: string | RegExp): Promise<void> {
  const before = runOf(day).timerEndsAt;
  await day.lead.page.getByRole("button", { name: button }).click();
  await until(() => runOf(day).timerEndsAt !== before);
}

/** Every clock shows what the server's moment says, give or take a second. */
export async function expectClocks(day: Day): Promise<void> {
  const { timerEndsAt } = runOf(day);
  const endsAt = timerEndsAt ?? expect.fail("no clock runs");
  const isRight = async (page: Page) => Math.abs((await clockOn(page)) - (endsAt - Date.now()) / 1000) <= 1;
  await Promise.all([day.lead.page, ...pagesOf(day)].map((page) => until(() => isRight(page), 15_000)));
  const toldTo = (guest: Guest) => guest.stage?.timer;
  await Promise.all(day.crowd.map((guest) => guest.sees(() => endsAt === endOf(toldTo(guest)), 10_000)));
}

const endOf = (timer: NonNullable<Guest["stage"]>["timer"] | undefined): number | null =>
  timer !== null && timer !== undefined && "endsAt" in timer ? timer.endsAt : null;

/** What a script in somebody's page posts. @returns the status of the answer */
export function post(page: Page, path: string, form: Readonly<Record<string, string>>): Promise<number> {
  return page.evaluate(
    async ([address, fields]) => (await fetch(address, { method: "POST", body: new URLSearchParams(fields) })).status,
    [path, { ...form }] as const,
  );
}

/** From now on what the page asks for there waits. @returns lets it go, and what is asked later too */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const going = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await going;
    await route.continue();
  });
  return letGo;
}

const KEEPS_PICTURES = process.env["DAY_PICTURES"] === "1";

/** With `DAY_PICTURES=1`: how the day looks at this moment, to be looked at by eye. */
export async function look({ lead, wall, phones }: Day, name: string): Promise<void> {
  if (!KEEPS_PICTURES) return;
  const [phone] = phones;
  await picture(lead.page, `day-${name}-facilitator`);
  await picture(wall.page, `day-${name}-wall`);
  if (phone !== undefined) await picture(phone.page, `day-${name}-phone`);
}

/** The facilitator's page of the workshop. */
export async function openStage({ product, workshopId }: Day, page: Page): Promise<void> {
  await visit(page, `${product.origin}/workshops/${workshopId}/live`);
}

/** Tables whose content a participant could want to change; without when a facilitator was heard last. */
const GUARDED = ["agenda_item", "workshop_run", "note", "cluster", "vote", "commitment", "participant"] as const;

/** Everything that rules guard, to compare with later: a print of each table. */
export function standing({ db }: Day): Record<string, string> {
  const printOf = (table: string) => {
    const rows = db.$client.prepare(`select * from "${table}" order by 1`).all();
    const told = JSON.stringify(rows, (key, value) => (key === "lead_seen_at" ? undefined : value));
    return createHash("sha256").update(told).digest("hex");
  };
  return Object.fromEntries(GUARDED.map((table) => [table, printOf(table)]));
}

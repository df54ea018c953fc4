/** How cards are moved: by mouse, by finger, by keyboard and by menu. */
import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../until.ts";
import { drawer, holbaekBoard, isSaved, openBoard, rows, titles } from "./board-page.ts";
import { expectAccessible, journey } from "./harness.ts";

const { product, person } = await journey();
const board = await holbaekBoard(product);
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What the focus is on, by its name; of a card its link. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

const cardLink = (page: Page, lane: string) => rows(page, lane).first().getByRole("link");

test("by keyboard a card goes to another lane and place, is heard on the way, and keeps the focus", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board.url);
  const [title = ""] = await titles(page, "idea");
  const [above = ""] = await titles(page, "running");
  await cardLink(page, "idea").focus();
  await page.keyboard.press("ArrowRight");
  await until(async () => (await focused(page)) === `Flyt «${title}»`);
  await page.keyboard.press("Enter");
  await until(async () => (await focused(page)).startsWith("Læg"));
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await until(async () => (await focused(page)).includes("Afprøves"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  await until(async () => (await focused(page)) === `Læg øverst i I drift, før «${above}»`);
  await page.keyboard.press("ArrowDown");
  await until(async () => (await focused(page)).includes(`«${above}»`));
  await page.keyboard.press("Enter");
  await until(async () => (await titles(page, "running"))[1] === title);
  await until(async () => (await focused(page)) === title);
  await page.getByText(`«${title}» ligger nu som nummer 2 i I drift`).waitFor({ state: "attached" });
  await page.keyboard.press("Control+z");
  await until(async () => (await titles(page, "idea"))[0] === title);
  await context.close();
});

test("Escape leaves the card where it lay and the focus at it; the arrow keys walk from card to card", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board.url);
  const before = await titles(page, "running");
  await cardLink(page, "running").focus();
  await page.keyboard.press("ArrowDown");
  await until(async () => (await focused(page)) === before[1]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await until(async () => (await focused(page)) === before[1]);
  expect(await titles(page, "running")).toEqual(before);
  await page.keyboard.press("Enter");
  await drawer(page).waitFor();
  await context.close();
});

test("by menu, from its own button or from the handle, a card goes to another lane", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board.url);
  const [title = ""] = await titles(page, "idea");
  await rows(page, "idea").first().getByRole("button", { name: "Mere om" }).click();
  await page.getByRole("menuitem", { name: "I drift" }).click();
  await until(async () => (await titles(page, "running")).includes(title));
  await until(async () => (await focused(page)) === title);
  await rows(page, "running").filter({ hasText: title }).getByRole("button", { name: "Flyt" }).click();
  await page.getByRole("menuitem", { name: "Idé" }).click();
  await until(async () => (await titles(page, "idea")).includes(title));
  await context.close();
});

test("by mouse a card goes where the line shows, opens nothing on the way, and Escape takes it home", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openBoard(page, board.url);
  const [title = ""] = await titles(page, "idea");
  const card = rows(page, "idea").first();
  await card.dragTo(page.locator("[data-lane=finished] h2"));
  await until(async () => (await titles(page, "finished"))[0] === title);
  expect(await drawer(page).count()).toBe(0);
  const from = await rows(page, "finished").first().boundingBox();
  const to = await page.locator("[data-lane=running]").boundingBox();
  await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 300, { steps: 8 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect((await titles(page, "finished"))[0]).toBe(title);
  expect(await drawer(page).count()).toBe(0);
  await page.keyboard.press("Control+z");
  await until(async () => (await titles(page, "idea")).includes(title));
  await context.close();
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger that goes down at the first point and up at the last one. */
async function swipe(finger: CDPSession, points: readonly Point[]): Promise<void> {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: readonly Point[]) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: [...touchPoints] });
  const [first, ...rest] = points;
  if (first === undefined) return;
  await touch("touchStart", [first]);
  for (const point of rest) await touch("touchMove", [point]);
  await touch("touchEnd", []);
}

const between = (from: Point, to: Point): Point[] =>
  Array.from({ length: 11 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / 10,
    y: from.y + ((to.y - from.y) * step) / 10,
  }));

async function middle(page: Page, selector: string): Promise<Point> {
  const box = (await page.locator(selector).first().boundingBox()) ?? expect.fail(`${selector} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("on a phone a finger carries a card by its handle, within the lane and to another lane's tab", async () => {
  const { page, context } = await person("HR, Holbæk", phone);
  await openBoard(page, `${board.url}?lane=running`);
  const finger = await context.newCDPSession(page);
  const [first = "", second = ""] = await titles(page, "running");
  const handle = "[data-lane=running] [data-tool=move]";
  const size = await page.locator(handle).first().boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await rows(page, "running").nth(1).scrollIntoViewIfNeeded();
  const under = await rows(page, "running").nth(1).boundingBox();
  const below = { x: 120, y: (under?.y ?? 0) + (under?.height ?? 0) - 4 };
  await swipe(finger, between(await middle(page, handle), below));
  await until(async () => (await titles(page, "running"))[1] === first);
  expect((await titles(page, "running"))[0]).toBe(second);
  await swipe(finger, between(await middle(page, handle), await middle(page, "[data-lane-tab=trial]")));
  await until(async () => (await titles(page, "trial")).includes(second));
  await page.getByText(`«${second}» er flyttet til Afprøves`).waitFor();
  await isSaved(page);
  await context.close();
});

test("elsewhere on the card a finger scrolls and a tap opens; the menu is there for those who do not drag", async () => {
  const { page, context } = await person("HR, Holbæk", phone);
  await openBoard(page, `${board.url}?lane=running`);
  const before = await titles(page, "running");
  const finger = await context.newCDPSession(page);
  await rows(page, "running").first().scrollIntoViewIfNeeded();
  const card = await middle(page, "[data-lane=running] [data-card]");
  await swipe(finger, between(card, { x: card.x, y: card.y - 300 }));
  expect(await titles(page, "running")).toEqual(before);
  expect(await drawer(page).count()).toBe(0);
  const menu = rows(page, "running").first().getByRole("button", { name: "Mere om" });
  const size = await menu.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await menu.tap();
  await page.getByRole("menuitem", { name: "Nederst i sporet" }).tap();
  await until(async () => (await titles(page, "running")).at(-1) === before[0]);
  await rows(page, "running").first().getByRole("link").tap();
  await drawer(page).waitFor();
  await context.close();
});

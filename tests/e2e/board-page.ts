/** What the journeys on a board have in common: finding things on its page and putting a card on it. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Product } from "../product.ts";

/** What was done just now is saved. The page says so once a frame: until the next one it may speak of what was before. */
export async function isSaved(page: Page): Promise<void> {
  const nextFrame = () => page.evaluate(() => new Promise<number>(requestAnimationFrame));
  await nextFrame();
  await nextFrame();
  await page.locator("[data-save=saved]").waitFor();
}
export const rows = (page: Page, lane: string): Locator => page.locator(`[data-lane=${lane}] [role=row][data-card]`);
export const titles = (page: Page, lane: string): Promise<string[]> =>
  page.locator(`[data-lane=${lane}] h3`).allInnerTexts();
export const drawer = (page: Page): Locator => page.locator("aside[aria-label]");
export const editor = (page: Page): Locator => drawer(page).locator("[contenteditable=true]");
export const titleField = (page: Page): Locator => page.getByLabel("Titel", { exact: true });

/** The address of Holbæk's board, with the board's id. */
export async function holbaekBoard(product: Product): Promise<{ id: string; url: string }> {
  const boards = await product.cli<{ id: string; municipality: { name: string } }[]>("boards");
  const board = boards.find(({ municipality }) => municipality.name === "Holbæk") ?? expect.fail("Holbæk has no board");
  return { id: board.id, url: `${product.origin}/boards/${board.id}` };
}

/** A board that may be written, with its cards ready to be moved. */
export async function openBoard(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await isSaved(page);
  await page.locator("[role=row][data-card]:visible").first().waitFor();
}

/** @returns the new card's id */
export async function addCard(page: Page, title: string): Promise<string> {
  await page.getByRole("button", { name: "Ny indsats", exact: true }).click();
  await page.getByLabel("Titel på den nye indsats").fill(title);
  await page.keyboard.press("Enter");
  const card = page.locator("[role=row][data-card]", { hasText: title });
  await card.waitFor();
  await isSaved(page);
  return (await card.getAttribute("data-card")) ?? "";
}

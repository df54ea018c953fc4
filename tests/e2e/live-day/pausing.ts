/** The break: the facilitator tidies up behind a frozen wall and gives the tables their pairs: A21. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { until } from "../../until.ts";
import { expectAccessible, visit } from "../harness.ts";
import { ASKED, itemOf, titleOf } from "./agenda.ts";
import { type Day, expectClocks, goOnTo, look, phoneOf, runOf } from "./day.ts";

export const DECIDED = "Vi mødes igen i marts";
export const PARKED = "Hvem betaler?";
/** What both Billund and Holbæk do. */
export const PAIR = "Faste selvstyrende teams";

/** A21 */
export async function tidyBehindAFrozenWall(day: Day): Promise<void> {
  await goOnTo(day, "pause");
  await expectClocks(day);
  for (const screen of [day.wall, phoneOf(day, "Anna")]) {
    await screen.page.getByText(/^Vi går i gang igen kl\. \d\d\.\d\d$/).waitFor();
    await screen.page.getByText(`Bagefter: ${titleOf("ideas")}`).waitFor();
  }
  const [{ page }, wall] = [day.lead, day.wall];
  await page.keyboard.press("b");
  await wall.page.getByLabel("Skærmen er sort").waitFor();
  await page.keyboard.press("b");
  await wall.page.getByText(ASKED.pause).waitFor();
  await page.keyboard.press("f");
  await page.getByText("Skærmen er frosset").waitFor();

  await page.keyboard.press("ArrowLeft");
  await until(() => runOf(day).itemId === itemOf("voteOne"));
  await phoneOf(day, "Anna").page.getByText(ASKED.voteOne).first().waitFor();
  await decide(page);
  await park(phoneOf(day, "Anna").page);
  await page.getByText(PARKED).waitFor();
  await look(day, "frozen");
  await expectAccessible(page);
  expect(await wall.page.getByText(ASKED.pause).count()).toBe(1);
  expect(await wall.page.getByText(ASKED.voteOne).count()).toBe(0);
  for (const tidied of [DECIDED, PARKED]) expect(wall.heard().includes(tidied)).toBe(false);

  await page.keyboard.press("f");
  await wall.page.getByText(ASKED.voteOne).waitFor();
  for (const tidied of [DECIDED, PARKED]) await until(() => wall.heard().includes(tidied));
  await goOnTo(day, "pause");
}

async function decide(page: Page): Promise<void> {
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "Beslutning" }).fill(DECIDED);
  await page.keyboard.press("Enter");
  await page.getByText(DECIDED).waitFor();
}

async function park(page: Page): Promise<void> {
  await page.getByText("Spørgsmål og P-plads").tap();
  await page.getByLabel("P-plads").fill(PARKED);
  await page.getByRole("button", { name: "Sæt på P-pladsen" }).tap();
  await page.getByText("Sat på P-pladsen.").waitFor();
}

/** Table 1 gets by hand what Anna of Billund and Carl of Holbæk, who sit there, can answer; the rest is dealt. */
export async function givePair(day: Day): Promise<void> {
  const { page } = day.second;
  await visit(page, `${day.product.origin}/workshops/${day.workshopId}/findings`);
  const ours = page.locator("li[data-finding]").filter({ hasText: PAIR }).filter({ hasText: "Billund" }).first();
  await ours.getByRole("link").first().focus();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Giv fundet til et bord" });
  await dialog.getByLabel("Bord").selectOption({ label: "Bord 1" });
  await dialog.getByRole("button", { name: "Gem bord" }).click();
  await ours.getByText("Bord 1").first().waitFor();
}

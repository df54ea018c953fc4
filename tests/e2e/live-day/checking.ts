/** What the kommuner have in common: answered by both, counted on the wall; pressed actors and white spots: A25 to A27. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { FINDINGS_PER_TABLE } from "#domain/live/dealing.ts";
import { until } from "../../until.ts";
import { isSaved } from "../board-page.ts";
import { expectAccessible, isAlive, visit } from "../harness.ts";
import { type Day, goOnTo, look, phoneOf } from "./day.ts";
import { BUSY_ACTOR } from "./ideas.ts";
import { PAIR } from "./pausing.ts";

const answeredOn = async (wall: Page): Promise<number> =>
  Number.parseInt((await wall.getByText(/ par er besvaret$/).textContent()) ?? "", 10);

async function openPair(page: Page): Promise<void> {
  const pair = page.getByRole("link", { name: "Læs begge" }).filter({ hasText: PAIR }).first();
  await pair.tap();
  await page.waitForURL(/\/findings\//);
  await isAlive(page);
}

/** An answer as the page of a pair tells it; there is nothing in its place before. */
const given = (page: Page, answer: string) =>
  page.getByRole("region", { name: "Svar", exact: true }).getByText(answer, { exact: true });

/** A25, and A26: the wall counts as soon as both have answered. */
export async function answerFromBothSides(day: Day): Promise<void> {
  await goOnTo(day, "check");
  const [anna, carl] = [phoneOf(day, "Anna").page, phoneOf(day, "Carl").page];
  for (const phone of [anna, phoneOf(day, "Bo").page]) {
    const pairs = phone.getByRole("link", { name: "Læs begge" });
    await pairs.nth(FINDINGS_PER_TABLE - 1).waitFor();
    expect(await pairs.count()).toBe(FINDINGS_PER_TABLE);
  }
  await openPair(anna);
  for (const kommune of ["Billund", "Holbæk"]) await anna.getByText(kommune).first().waitFor();
  await anna
    .getByText(/har begge|samme|fælles/i)
    .first()
    .waitFor();
  for (const answer of ["Slå sammen", "Koordinér", "Aftal møde", "Lær af"]) {
    await anna.getByRole("button", { name: answer, exact: true }).waitFor();
  }
  await anna.getByRole("button", { name: "Koordinér" }).tap();
  await given(anna, "Koordinér").waitFor();
  await anna.getByText("Foreslået").first().waitFor();
  expect(await anna.getByText("Bekræftet", { exact: true }).count()).toBe(0);
  await look(day, "proposed");
  await expectAccessible(anna);
  await openPair(carl);
  await given(carl, "Koordinér").waitFor();
  await carl.getByText("Foreslået").first().waitFor();
  const wall = day.wall.page;
  const before = await answeredOn(wall);
  await carl.getByLabel("Begrundelse eller note").fill("Vi mødes gerne i januar.");
  await carl.getByRole("button", { name: "Aftal møde" }).tap();
  await carl.getByText("Bekræftet", { exact: true }).first().waitFor();
  await anna.reload();
  await anna.getByText("Bekræftet", { exact: true }).first().waitFor();
  await anna.getByText("Vi mødes gerne i januar.").waitFor();
  await until(async () => (await answeredOn(wall)) === before + 1);
}

/** A26: an answer of one kommune alone is no coverage, and what a third answers in between is counted too. */
export async function countCoverage(day: Day): Promise<void> {
  const wall = day.wall.page;
  await wall.getByText("Læs begge indsatser, og svar for jeres kommune").waitFor();
  const { page } = await day.person("HR, Helsingør");
  await visit(page, `${day.product.origin}/workshops/${day.workshopId}/findings`);
  const before = await answeredOn(wall);
  await page.keyboard.press("j");
  await page.keyboard.press("6");
  await page.getByText("Gemt: bevidst parallelt.").waitFor();
  await until(async () => (await answeredOn(wall)) === before + 1);
  await page.context().close();
  for (const name of ["Anna", "Carl"] as const) {
    const phone = phoneOf(day, name).page;
    await visit(phone, `${day.product.origin}/live/${day.workshopId}`);
    await phone.getByRole("link", { name: "Læs begge" }).first().waitFor();
  }
}

/** A27 */
export async function beginWhereNothingIs(day: Day): Promise<void> {
  await goOnTo(day, "gaps");
  const wall = day.wall.page;
  await wall.getByText("Aktører, som tre kommuner eller flere regner med").waitFor();
  const pressed = wall.getByRole("listitem").filter({ hasText: BUSY_ACTOR });
  await pressed.getByText("3 kommuner: Billund, Odense, Varde").waitFor();
  await wall.getByText("Her mangler flest kommuner en indsats").waitFor();
  await look(day, "pressed");
  await expectAccessible(wall);

  const { page } = await day.person("HR, Holbæk");
  const matrix = `${day.product.origin}/compare?workshop=${day.workshopId}&rows=chainLinks&targetGroups=nyansatte`;
  await visit(page, matrix);
  const empty = page.getByRole("link", { name: /^Ingen: .*, Holbæk\. Start en idé her$/ });
  const [, link = ""] = (await empty.first().getAttribute("aria-label"))?.match(/^Ingen: (.*), Holbæk/) ?? [];
  await empty.first().click();
  await page.waitForURL(/\/boards\/.*idea=/);
  const field = page.getByLabel("Titel på den nye indsats");
  await field.waitFor();
  await page.locator("form", { has: field }).getByText(link, { exact: true }).waitFor();
  await expectAccessible(page);
  await field.fill("En idé fra en hvid plet");
  await page.keyboard.press("Enter");
  await isSaved(page);
  // The table counts what has been written down from the board, a moment after it is saved.
  const counted = page.getByRole("link", { name: `${link}, Holbæk: 1` });
  await until(async () => (await page.goto(matrix)) !== null && (await counted.count()) === 1, 15_000);
  await counted.click();
  await page.locator("#list").getByRole("link", { name: "En idé fra en hvid plet" }).waitFor();
  await page.context().close();
}

/** Two kommuner decide about what they have in common, and a consultant compares. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../until.ts";
import { isSaved } from "./board-page.ts";
import { expectAccessible, journey, visit } from "./harness.ts";

const { product, person } = await journey();

interface Board {
  readonly workshop: { readonly id: string };
  readonly municipality: { readonly name: string };
}
const boards = await product.cli<Board[]>("boards");
const workshop =
  boards.find(({ municipality }) => municipality.name === "Holbæk")?.workshop ?? expect.fail("no Holbæk");
const list = `${product.origin}/workshops/${workshop.id}/findings`;

const holbaek = await person("HR, Holbæk");
const billund = await person("HR, Billund");
const consultant = await person("KL-konsulent");

await product.checked();

const PAIR = /Faste selvstyrende teams/;
const lines = (page: Page) => page.locator("li[data-finding]");

async function openList(page: Page, search = ""): Promise<void> {
  await visit(page, list + search);
  await lines(page).first().waitFor();
}

const openOverlaps = async (page: Page): Promise<number> => {
  await page.goto(`${product.origin}/compare?workshop=${workshop.id}`);
  return Number(await page.locator("dl > div", { hasText: "overlap" }).locator("dd").textContent());
};

test("both kommuner answer a pair and it is confirmed, with both answers where they differ", async () => {
  await openList(holbaek.page);
  await openList(consultant.page);
  const before = await openOverlaps(consultant.page);
  await lines(holbaek.page).filter({ hasText: PAIR }).filter({ hasText: "Billund" }).getByRole("link").click();
  await holbaek.page.getByRole("button", { name: "Koordinér" }).click();
  await holbaek.page.getByText("Foreslået").waitFor();
  const answers = holbaek.page.getByRole("region", { name: "Svar" });
  await answers.getByText("har ikke svaret endnu").waitFor();

  await visit(billund.page, holbaek.page.url());
  await billund.page.getByLabel("Begrundelse eller note").fill("Vi mødes gerne i januar.");
  await billund.page.getByRole("button", { name: "Aftal møde" }).click();
  await billund.page.getByText("Bekræftet", { exact: true }).waitFor();
  await expectAccessible(billund.page);

  await holbaek.page.reload();
  await answers.getByText("Vi mødes gerne i januar.").waitFor();
  await answers.getByText("har svaret forskelligt").waitFor();
  expect(await openOverlaps(consultant.page)).toBe(before - 1);
});

test("the list is gone through and answered by keyboard alone", async () => {
  const { page } = billund;
  await openList(page);
  const count = await lines(page).count();
  await page.keyboard.press("j");
  const first = await page.evaluate(() => document.activeElement?.closest("li")?.dataset["finding"]);
  expect(first).toBe(await lines(page).first().getAttribute("data-finding"));
  await page.keyboard.press("6");
  await page.getByText("Gemt: bevidst parallelt.").waitFor();
  await until(async () => (await lines(page).count()) === count - 1);
  await lines(page).first().locator("a:focus").waitFor();

  await page.keyboard.press("5");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Gem svar" }).click();
  await dialog.getByText("Skriv en begrundelse").waitFor();
  await dialog.getByLabel("Begrundelse eller note").fill("Forskellige medarbejdere");
  await dialog.getByRole("button", { name: "Gem svar" }).click();
  await page.getByText("Gemt: ikke relateret.").waitFor();
  await page.goto(`${list}?status=dismissed`);
  expect(await lines(page).count()).toBe(1);
});

test("a third kommune sees the pair but is not asked; a consultant is asked what to suggest", async () => {
  const { page } = await person("HR, Varde");
  await openList(page, "?status=confirmed");
  await lines(page).first().getByRole("link").click();
  await page.getByText("Du læser med.").waitFor();
  expect(await page.getByRole("button", { name: "Koordinér" }).count()).toBe(0);
  await consultant.page.goto(page.url());
  await consultant.page.getByRole("heading", { name: "Hvad foreslår du kommunerne?" }).waitFor();
});

test("below the list stands what was not suggested although words recur, and why", async () => {
  const { page } = consultant;
  await openList(page);
  const line = page.getByRole("region", { name: "Ikke foreslået, selv om ord går igen" });
  await line
    .getByText(/forskellig/)
    .first()
    .waitFor();
  await line.getByRole("link").first().click();
  await page.waitForURL(/\/boards\/.*card=/);
});

test("the facilitator goes through the queue by keyboard, and the kommuner see what is suggested", async () => {
  const { page } = await person("Facilitator");
  await openList(page);
  const waiting = await lines(page).count();
  await page.keyboard.press("j");
  const title = await lines(page).first().locator("a span span").first().textContent();
  const href = (await lines(page).first().locator("a").getAttribute("href")) ?? "";
  await page.keyboard.press("3");
  await page.getByText("Gemt som forslag: aftal møde.").waitFor();
  await until(async () => (await lines(page).count()) === waiting - 1);
  await lines(page).first().locator("a:focus").waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Forslag med note" });
  await dialog.getByText("andre mennesker").click();
  await dialog.getByRole("button", { name: "Gem svar" }).click();
  await page.getByText("Gemt som forslag: ikke relateret.").waitFor();
  await page.getByText(/^[2-9] af \d+ er vurderet$/).waitFor();
  await page.getByRole("link", { name: /^Vurderet, ikke besvaret/ }).click();
  await lines(page)
    .filter({ hasText: title ?? "" })
    .getByText("Forslag: aftal møde")
    .first()
    .waitFor();
  await expectAccessible(page);
  await visit(page, product.origin + href);
  await page.getByText("Forslag til kommunerne").waitFor();
  await page.getByText("Det er en anden slags").click();
  await page.getByLabel("Det er", { exact: true }).selectOption({ index: 0 });
  await page.locator("form", { hasText: "Gem slags" }).getByText("den ene er længere").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gem slags" }).click();
  await page.getByText(/^Ændret fra «.*: den ene er længere$/).waitFor();
});

test("the facilitator gives a finding to a table by keyboard, and the table finds it", async () => {
  const { page } = await person("Facilitator");
  await openList(page);
  await page.getByText("Borde i salen: ingen endnu").click();
  await page.getByLabel("Navn (kan stå tomt)").fill("Vagtplan");
  await page.getByRole("button", { name: "Tilføj bord" }).click();
  await page.getByText("1 bord i salen").waitFor();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("j");
  const given = await lines(page).first().getAttribute("data-finding");
  await page.keyboard.press("t");
  await page.getByRole("dialog", { name: "Giv fundet til et bord" }).getByRole("button", { name: "Gem bord" }).click();
  await lines(page).first().getByText("Bord 1 · Vagtplan").waitFor();
  await expectAccessible(page);
  await openList(holbaek.page);
  await holbaek.page.getByRole("link", { name: /^Bord 1 · Vagtplan/ }).click();
  await until(async () => (await lines(holbaek.page).count()) === 1);
  expect(await lines(holbaek.page).getAttribute("data-finding")).toBe(given);
});

test("every count of the table opens a list that long, and the view is its address", async () => {
  const { page } = consultant;
  await visit(page, `${product.origin}/compare`);
  await page.getByLabel("Værksted").selectOption(workshop.id);
  // The address changes before the table does; Allerød has no board in this workshop.
  await page.getByRole("columnheader", { name: "Allerød" }).waitFor({ state: "detached" });
  const cells = page.locator("tbody td a");
  const shown = Number(await cells.first().textContent());
  await cells.first().click();
  const opened = page.locator("#list");
  await opened.waitFor();
  expect(await opened.locator("li").count()).toBe(shown);
  await page.reload();
  expect(await opened.locator("li").count()).toBe(shown);
  await expectAccessible(page);
  await opened.locator("li a").first().click();
  await page.waitForURL(/\/boards\/.*card=/);
});

test("an empty place of the table begins an idea that has both tags", async () => {
  const { page } = holbaek;
  const table = `${product.origin}/compare?workshop=${workshop.id}&rows=chainLinks&targetGroups=nyansatte`;
  await visit(page, table);
  const empty = page.getByRole("link", { name: /^Ingen: .*, Holbæk\. Start en idé her$/ });
  const [, link = ""] = (await empty.first().getAttribute("aria-label"))?.match(/^Ingen: (.*), Holbæk/) ?? [];
  await empty.first().click();
  await page.waitForURL(/\/boards\/.*idea=/);
  const field = page.getByLabel("Titel på den nye indsats");
  await field.waitFor();
  await page.locator("form", { has: field }).getByText(link, { exact: true }).waitFor();
  await expectAccessible(page);
  await field.fill("En idé fra tabellen");
  await page.keyboard.press("Enter");
  await isSaved(page);
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => !url.searchParams.has("idea"));
  await page.locator("[role=row][data-card]", { hasText: "En idé fra tabellen" }).getByRole("link").click();
  const card = page.locator("aside[aria-label]");
  for (const tag of [link, "Nyansatte"]) await card.getByText(tag).first().waitFor();
  // The table counts what has been written down from the board, a moment after it is saved.
  const counted = page.getByRole("link", { name: `${link}, Holbæk: 1` });
  await until(async () => (await page.goto(table)) !== null && (await counted.count()) === 1, 15_000);
});

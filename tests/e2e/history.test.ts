/** Going back: to how an initiative was, and to how the whole board was, and back again. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { isSaved } from "./board-page.ts";
import { expectAccessible, journey, visit } from "./harness.ts";

const { product, person } = await journey();
const boards = await product.cli<{ id: string; municipality: { name: string } }[]>("boards");
const holbaek = boards.find(({ municipality }) => municipality.name === "Holbæk")?.id ?? "";
const board = `${product.origin}/boards/${holbaek}`;

async function keepVersion(page: Page, name: string): Promise<void> {
  await visit(page, `${board}/history`);
  await page.getByLabel("Gem tavlen, som den er nu").fill(name);
  await page.getByRole("button", { name: "Gem version" }).click();
  await page.getByRole("link", { name: `Se forskelle mellem «${name}» og nu` }).waitFor();
}

async function openFirstCard(page: Page): Promise<string> {
  await page.goto(board);
  await isSaved(page);
  const card = page.locator("[role=row][data-card]").first();
  const title = (await card.getAttribute("aria-label")) ?? "";
  await page.goto(`${board}?card=${await card.getAttribute("data-card")}`);
  await page.getByLabel("Titel", { exact: true }).waitFor();
  return title;
}

async function retitle(page: Page, title: string): Promise<void> {
  await page.getByLabel("Titel", { exact: true }).fill(title);
  await page.locator("[role=row] h3", { hasText: title }).waitFor();
  await isSaved(page);
}

test("an initiative is taken back to how it was, and the timeline says who did what", async () => {
  const { page, context } = await person("HR, Holbæk");
  await keepVersion(page, "Før rettelsen");
  const title = await openFirstCard(page);
  await retitle(page, `${title} for alle nye`);
  await visit(page, `${board}/history`);
  await page.getByText("HR, Holbæk · Titel").waitFor();
  await page.getByRole("link", { name: "Se forskelle mellem «Før rettelsen» og nu" }).click();
  await page.locator("ins", { hasText: "for alle nye" }).waitFor();
  await expectAccessible(page);
  expect(await page.getByRole("button", { name: "Gendan hele tavlen" }).count()).toBe(0);
  await page.getByRole("button", { name: `Gendan «${title} for alle nye», som den var` }).click();
  await page.getByText("Indsatsen er, som den var.").waitFor();
  await page.goto(board);
  await page.locator("[role=row] h3").getByText(title, { exact: true }).waitFor();
  await context.close();
});

test("an administrator takes the whole board back and forth, and open pages follow", async () => {
  const administrator = await person("Administrator, Holbæk");
  const colleague = await person("HR, Holbæk");
  await keepVersion(administrator.page, "Før temadagen");
  const title = await openFirstCard(colleague.page);
  await retitle(colleague.page, `${title} i alle teams`);
  await visit(administrator.page, `${board}/history`);
  await administrator.page.getByRole("link", { name: "Se forskelle mellem «Før temadagen» og nu" }).click();
  await administrator.page.getByRole("button", { name: "Gendan hele tavlen" }).click();
  await administrator.page.getByText("Tavlen er, som den var.").waitFor();
  await colleague.page.locator("[role=row] h3").getByText(title, { exact: true }).waitFor();
  await administrator.page
    .getByRole("link", { name: "Se forskelle mellem «Lige før en gendannelse» og nu" })
    .first()
    .click();
  await administrator.page.getByRole("button", { name: "Gendan hele tavlen" }).click();
  await colleague.page.locator("[role=row] h3").getByText(`${title} i alle teams`, { exact: true }).waitFor();
  for (const { context } of [administrator, colleague]) await context.close();
});

test("another kommune sees nothing of a board's history", async () => {
  const { page, context } = await person("HR, Billund");
  await page.goto(board);
  expect(await page.getByRole("link", { name: "Historik" }).count()).toBe(0);
  const answer = await page.request.get(`${board}/history`);
  expect(answer.status()).toBe(404);
  await context.close();
});

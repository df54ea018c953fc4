/** A board deleted while people are on it or away from it, and brought back by its kommune. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { bringBoardBack, deleteBoard } from "#db/queries/deleted-boards.ts";
import { until } from "../until.ts";
import { addCard, holbaekBoard, openBoard } from "./board-page.ts";
import { expectAccessible, journey, visit } from "./harness.ts";

const { product, person, troubles } = await journey();
const { id, url } = await holbaekBoard(product);
const organisation = `${product.origin}/organisations/0316`;

/** Names of the boards that this browser keeps for working offline. */
const copies = async (page: Page): Promise<string[]> =>
  (await page.evaluate(() => indexedDB.databases())).flatMap(({ name }) => (name?.includes(`${id}.`) ? [name] : []));
const titles = async (page: Page) => (await page.locator("[role=row][data-card] h3").allInnerTexts()).sort();
const boardsListed = async (page: Page, address: string): Promise<number> => {
  await page.goto(product.origin + address);
  return page.locator(`main a[href^="/boards/${id}"]`).count();
};

test("a board deleted while open is gone for everybody at once, and comes back as it was", async () => {
  const [hr, billund] = [await person("HR, Holbæk"), await person("HR, Billund")];
  await openBoard(hr.page, url);
  await addCard(hr.page, "Mentor til nye");
  const before = await titles(hr.page);
  expect(await boardsListed(billund.page, "/workshops/personalemangel")).toBeGreaterThan(0);

  const administrator = await person("Administrator, Holbæk", { javaScriptEnabled: false });
  await administrator.page.goto(organisation);
  await administrator.page.getByRole("link", { name: /^Slet tavlen/ }).click();
  await administrator.page.getByText(`Tavlen med ${before.length} indsatser forsvinder straks`).waitFor();
  await administrator.page.getByRole("button", { name: "Slet tavlen" }).click();

  await hr.page.getByText("Tavlen er slettet").waitFor();
  await until(async () => (await copies(hr.page)).length === 0);
  expect((await administrator.page.goto(url))?.status()).toBe(404);
  expect(await boardsListed(billund.page, "/workshops/personalemangel")).toBe(0);
  expect(await boardsListed(hr.page, "/")).toBe(0);

  await administrator.page.goto(organisation);
  await administrator.page.getByRole("button", { name: /^Hent tavlen/ }).click();
  await openBoard(hr.page, url);
  expect(await titles(hr.page)).toEqual(before);
  for (const { context } of [hr, billund, administrator]) await context.close();
});

test("who was away when a board was deleted is told on return, and what they wrote meanwhile does not come with them", async () => {
  const { page, context } = await person("Hjemmeplejen, Holbæk");
  await openBoard(page, url);
  await addCard(page, "Fast vagt i weekenden");
  const before = await titles(page);
  await product.stop("SIGKILL");
  await page.locator("[data-save=offline]").waitFor();
  await page.getByRole("button", { name: "Ny indsats", exact: true }).click();
  await page.getByLabel("Titel på den nye indsats").fill("Skrevet uden net");
  await page.keyboard.press("Enter");
  await page.locator("[role=row][data-card]", { hasText: "Skrevet uden net" }).waitFor();
  const db = openDatabase(join(product.dataDir, "sammenspil.db"));
  await deleteBoard(db, { boardId: id, now: Date.now() });
  await bringBoardBack(db, { boardId: id, now: Date.now() });
  db.$client.close();
  await product.start();

  await page.getByText("tavlen er begyndt på ny").waitFor();
  await until(async () => (await copies(page)).length === 0);
  await openBoard(page, url);
  expect(await titles(page)).toEqual(before);
  await context.close();
  // The browser itself reports the connections that this test broke.
  troubles.splice(0);
});

test("the step before deleting can be read, heard and left again", async () => {
  const { page, context } = await person("Administrator, Holbæk");
  await visit(page, organisation);
  await page.getByRole("link", { name: /^Slet tavlen/ }).click();
  const question = page.getByRole("heading", { name: /^Skal jeres tavle/ });
  await question.waitFor();
  expect(await question.evaluate((heading) => heading === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Annullér" }).click();
  await question.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Gem", exact: true }).waitFor();
  await context.close();
});

/** A browser without JavaScript can sign in, read and answer; only writing together needs scripts. */
import { expect, test } from "vitest";
import { journey, picture } from "./harness.ts";

const { product, person, stranger } = await journey();
const withoutScripts = { javaScriptEnabled: false };

const boards = await product.cli<{ id: string; municipality: { name: string } }[]>("boards");
const holbaek = boards.find(({ municipality }) => municipality.name === "Holbæk") ?? expect.fail("Holbæk has no board");
const initiatives = [
  "Rekrutterings- og fastholdelsesstrategi SOSU",
  "Færre SOSU-elever falder fra",
  "Faste selvstyrende teams",
  "Fra deltid til fuld tid",
  "Seniorer som mentorer",
];

test("a board can be read, card by card, and filtered", async () => {
  const { page } = await person("HR, Holbæk", withoutScripts);
  await page.goto(`${product.origin}/boards/${holbaek.id}`);
  for (const title of initiatives) expect(await page.getByRole("heading", { name: title }).count()).toBe(1);
  await picture(page, "board-without-javascript");
  await page.getByRole("link", { name: "Faste selvstyrende teams" }).click();
  await page.waitForURL(/card=/);
  await page.locator("aside").getByRole("heading", { name: "Faste selvstyrende teams" }).waitFor();
  expect(page.url()).toContain(holbaek.id);
});

test("a link to sign in works, and signing out too", async () => {
  const { page } = await stranger(withoutScripts);
  const users = await product.cli<{ name: string; email: string }[]>("users");
  const email = users.find(({ name }) => name === "Facilitator")?.email ?? expect.fail("no facilitator");
  await page.goto((await product.cli<{ url: string }>("sign-in-link", email)).url);
  await page.locator("main form button").first().click();
  expect((await page.request.get(`${product.origin}/session`)).status()).toBe(200);
  await page.locator("summary", { hasText: /./ }).first().click();
  await page.locator('form[action="/sign-out"] button').click();
  expect((await page.request.get(`${product.origin}/session`)).status()).toBe(401);
});

test("a finding can be answered by its form", async () => {
  const { page } = await person("Administrator, Holbæk", withoutScripts);
  await page.goto(`${product.origin}/workshops/${holbaek.id.split("-")[0]}/findings`);
  await page.locator('main a[href^="/findings/"]').first().click();
  expect(await page.locator("main form button").count()).toBeGreaterThan(0);
});

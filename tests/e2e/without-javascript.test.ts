/** A browser without JavaScript can sign in, read and answer; only writing together needs scripts. */
import { expect, test } from "vitest";
import { REASON_LIMIT } from "#domain/finding.ts";
import { journey, picture } from "./harness.ts";

const { product, person, stranger } = await journey();
const withoutScripts = { javaScriptEnabled: false };

const boards = await product.cli<{ id: string; workshop: { id: string }; municipality: { name: string } }[]>("boards");
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

test("a finding is answered by its form alone: what is missing is said, the note comes back, the answer stands", async () => {
  const { page, context } = await person("Administrator, Holbæk", withoutScripts);
  await product.checked();
  const findings = `${product.origin}/workshops/${holbaek.workshop.id}/findings`;
  await page.goto(findings);
  const href = await page.locator('main a[href*="/findings/"]').first().getAttribute("href");
  await page.goto(new URL(href ?? "", findings).href);
  await page.getByRole("button", { name: "Ikke relateret" }).click();
  await page.getByText("Skriv en begrundelse").waitFor();
  const note = page.getByLabel("Begrundelse eller note");
  await note.fill("x".repeat(REASON_LIMIT + 1));
  await page.getByRole("button", { name: "Ikke relateret" }).click();
  await page.getByText("Begrundelsen er for lang").waitFor();
  expect(await note.inputValue()).toBe("x".repeat(REASON_LIMIT + 1));
  await note.fill("To forskellige målgrupper");
  await page.getByRole("button", { name: "Ikke relateret" }).click();
  const given = page.getByRole("region", { name: "Svar", exact: true });
  await given.getByText("To forskellige målgrupper").waitFor();
  await given.getByText("Ikke relateret", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Aftal møde" }).click();
  await given.getByText("Aftal møde", { exact: true }).waitFor();
  expect(await given.getByText("Ikke relateret", { exact: true }).count()).toBe(0);
  await context.close();
});

test("a board says how old it is, shows nothing that only scripts can do, and opens and closes a card by links", async () => {
  const { page, context } = await person("HR, Holbæk", withoutScripts);
  await page.goto(`${product.origin}/boards/${holbaek.id}`);
  await page.getByText(/^Som den var kl\. \d\d\.\d\d$/).waitFor();
  for (const name of ["Del", "Søg", "Ny indsats"]) {
    expect(await page.getByRole("button", { name }).count(), name).toBe(0);
  }
  await page.getByRole("link", { name: "Faste selvstyrende teams" }).click();
  await page.getByRole("heading", { level: 2, name: "Faste selvstyrende teams" }).waitFor();
  await page.getByRole("link", { name: "Luk indsatsen" }).click();
  await page.waitForURL((url) => !url.searchParams.has("card"));
  await context.close();
});

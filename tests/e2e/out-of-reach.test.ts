/** What stands and what is said when the server is out of reach or will not take anything in. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../until.ts";
import { isSaved } from "./board-page.ts";
import { expectAccessible, journey, signIn, visit } from "./harness.ts";

const { product, person, troubles } = await journey();
interface Board {
  readonly id: string;
  readonly workshop: { readonly id: string };
  readonly municipality: { readonly name: string };
}
const boards = await product.cli<Board[]>("boards");
const holbaek = boards.find(({ municipality }) => municipality.name === "Holbæk") ?? expect.fail("no Holbæk");

/** The browser itself reports the requests that a test let fail. */
const brokenOnPurpose = () => troubles.splice(0);

test("typing in the search and in the actor field without network leaves the board standing, with one sentence", async () => {
  const { page, context } = await person("HR, Holbæk");
  await visit(page, `${product.origin}/boards/${holbaek.id}`);
  await page.locator("[role=row][data-card]").first().click();
  const card = page.locator("aside[aria-label]");
  await card.locator("[contenteditable=true]").waitFor();
  await product.stop("SIGKILL");
  await page.locator("[data-save=offline]").waitFor();
  await card.getByRole("button", { name: "Aktør", exact: true }).click();
  await page.getByRole("combobox", { name: "Find en aktør" }).fill("sosu");
  await page.getByRole("listbox").getByText("Der er ingen forbindelse til serveren").waitFor();
  await page.keyboard.press("Control+k");
  await page.locator("section[aria-label=Beskeder]").getByText("Der er ingen forbindelse til serveren").waitFor();
  await card.locator("[contenteditable=true]").click();
  await page.keyboard.type("Skrevet videre.");
  await page.getByText("ændring venter").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Holbæk");
  await context.close();
  await product.start();
  brokenOnPurpose();
});

test("writing a new card without network tells what one's own board has that is like it", async () => {
  const { page, context } = await person("HR, Holbæk");
  await visit(page, `${product.origin}/boards/${holbaek.id}`);
  const fetched = page.waitForResponse((response) => response.url().includes("own-board-check"));
  await page.getByRole("button", { name: "Ny indsats", exact: true }).click();
  const title = page.getByRole("textbox", { name: "Titel på den nye indsats" });
  await title.fill("Fritidsjob på plejehjem for unge fra 9. klasse");
  await (await fetched).finished();
  await title.press("Enter");
  await isSaved(page);
  await product.stop("SIGKILL");
  await page.locator("[data-save=offline]").waitFor();
  await title.fill("Lommepengejob for unge på plejecenter");
  await page.getByRole("status").getByRole("link", { name: "Fritidsjob på plejehjem for unge" }).first().waitFor();
  await context.close();
  await product.start();
  brokenOnPurpose();
});

test("who is signed out meanwhile is told so where the answer would stand", async () => {
  const { page, context } = await person("HR, Holbæk");
  await visit(page, `${product.origin}/workshops`);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("searchbox", { name: "Søg i indsatser og aktører" });
  await field.fill("sosu");
  await page.getByRole("dialog").getByRole("link").first().waitFor();
  await context.clearCookies();
  await field.fill("mentor");
  await page.getByRole("dialog").getByText("Du er logget ud").waitFor();
  expect(await field.inputValue()).toBe("mentor");
  await context.close();
  brokenOnPurpose();
});

const list = `${product.origin}/workshops/${holbaek.workshop.id}/findings`;
const lines = (page: Page) => page.locator("li[data-finding]");

async function openFindings(page: Page): Promise<void> {
  await product.checked();
  await visit(page, list);
  await lines(page).nth(2).waitFor();
}

test("two answers given one after the other are both kept", async () => {
  const { page, context } = await person("HR, Billund");
  await openFindings(page);
  const before = await lines(page).count();
  await page.keyboard.press("j");
  await page.keyboard.press("6");
  await page.keyboard.press("j");
  await page.keyboard.press("6");
  await until(async () => (await lines(page).count()) === before - 2);
  await context.close();
});

test("a note stays in its box until the answer is kept, also when the session has ended meanwhile", async () => {
  const { page, context } = await person("HR, Billund");
  await openFindings(page);
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Begrundelse eller note").fill("Andre medarbejdere og en anden målgruppe");
  await context.clearCookies();
  await dialog.getByRole("button", { name: "Gem svar" }).click();
  await dialog.getByText("Du er logget ud").waitFor();
  expect(await dialog.getByLabel("Begrundelse eller note").inputValue()).toContain("en anden målgruppe");
  const again = await context.newPage();
  await signIn(again, product.origin, "HR, Billund");
  await dialog.getByRole("button", { name: "Gem svar" }).click();
  await page.getByText("Gemt: ikke relateret.").waitFor();
  await dialog.waitFor({ state: "detached" });
  await context.close();
  brokenOnPurpose();
});

test("a server without space says so with the id of the request, and takes the same form when there is space again", async () => {
  const { page, context } = await person("HR, Billund");
  await openFindings(page);
  await lines(page).first().getByRole("link").click();
  await page.getByLabel("Begrundelse eller note").fill("Vi tager den med på mødet i januar");
  await product.stop();
  product.environment["MIN_FREE_MB"] = "1000000000";
  await product.start("/healthz");
  await page.getByRole("button", { name: "Aftal møde" }).click();
  await page.getByRole("heading", { name: "Serveren kan ikke gemme lige nu" }).waitFor();
  const id = await page.locator("code").textContent();
  await until(() => product.output.includes(`"requestId":"${id}"`));
  await expectAccessible(page);
  await product.stop();
  delete product.environment["MIN_FREE_MB"];
  await product.start();
  await page.getByRole("button", { name: "Send igen" }).click();
  await page.getByRole("region", { name: "Svar" }).getByText("Vi tager den med på mødet i januar").waitFor();
  await context.close();
  brokenOnPurpose();
});

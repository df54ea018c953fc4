/** What stands and what is said when the server is out of reach or will not take anything in. */
import { expect, test } from "vitest";
import { journey } from "./harness.ts";

const { product, person, troubles } = await journey();
const boards = await product.cli<{ id: string; municipality: { name: string } }[]>("boards");
const holbaek = boards.find(({ municipality }) => municipality.name === "Holbæk")?.id ?? "";

/** The browser itself reports the requests that a test let fail. */
const brokenOnPurpose = () => troubles.splice(0);

test("typing in the search and in the actor field without network leaves the board standing, with one sentence", async () => {
  const { page, context } = await person("HR, Holbæk");
  await page.goto(`${product.origin}/boards/${holbaek}`);
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

test("who is signed out meanwhile is told so where the answer would stand", async () => {
  const { page, context } = await person("HR, Holbæk");
  await page.goto(`${product.origin}/workshops`);
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

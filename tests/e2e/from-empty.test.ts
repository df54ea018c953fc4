/** Everything the demo shows, made by hand: no demo, no mail, an empty database and the command line for the first person. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, journey, picture, visit } from "./harness.ts";

const { product, stranger } = await journey("empty");

test("from an empty database two kommuner come to see each other's initiatives", { timeout: 120_000 }, async () => {
  const administrator = await firstPerson();
  await addMunicipality(administrator, "Holbæk");
  await addMunicipality(administrator, "Billund");
  await addOrganisation(administrator, "Kommunernes Landsforening");

  const facilitator = await accept(await inviteAs(administrator, "Facilitator"), "Facilitator");
  await makeWorkshop(facilitator, "Innovationsværksted om rekruttering");
  const holbaek = await accept(await inviteToWorkshop(facilitator, "Holbæk"), "HR, Holbæk");
  const billund = await accept(await inviteToWorkshop(facilitator, "Billund"), "HR, Billund");

  const address = await openOwnBoard(holbaek);
  await addInitiative(holbaek, "Mentor til nye i hjemmeplejen");
  await picture(holbaek, "from-empty-board");
  await expectAccessible(holbaek);

  await billund.goto(address);
  await billund.getByRole("heading", { name: "Mentor til nye i hjemmeplejen" }).waitFor();
  expect(await billund.getByRole("button", { name: "Ny indsats" }).count()).toBe(0);
});

/** The only step outside the pages. */
async function firstPerson(): Promise<Page> {
  await product.cli("user", "add", "drift@kommune.example", "--name", "Drift", "--role", "system-admin");
  const { url } = await product.cli<{ url: string }>("sign-in-link", "drift@kommune.example");
  const { page } = await stranger();
  await visit(page, url);
  await page.getByRole("main").getByRole("button").click();
  await page.waitForURL(`${product.origin}/`);
  await understand(page);
  return page;
}

/** The three lines that a newcomer is told once. */
async function understand(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Det er forstået" }).click();
  await page.getByRole("button", { name: "Det er forstået" }).waitFor({ state: "detached" });
}

async function addMunicipality(page: Page, name: string): Promise<void> {
  await visit(page, `${product.origin}/organisations`);
  await page.getByRole("main").getByLabel("Kommune", { exact: true }).selectOption({ label: name });
  await page.getByRole("button", { name: "Tilføj kommunen" }).click();
  await page.getByRole("heading", { name: `${name} Kommune`, level: 1 }).waitFor();
}

async function addOrganisation(page: Page, name: string): Promise<void> {
  await visit(page, `${product.origin}/organisations`);
  await page.getByRole("main").getByLabel("Navn").fill(name);
  await page.getByRole("button", { name: "Tilføj organisationen" }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

/** From an organisation's page. @returns the invitation's address, which is shown and can be copied */
async function inviteAs(page: Page, role: string): Promise<string> {
  await page.getByRole("radio", { name: new RegExp(role) }).check();
  await page.getByRole("button", { name: "Lav et link" }).click();
  return page.getByLabel("Send linket til den, du vil invitere").inputValue();
}

/** Somebody new opens the link, makes an account and is signed in by that. */
async function accept(invitation: string, name: string): Promise<Page> {
  const { page } = await stranger();
  await visit(page, invitation);
  await page.getByLabel("Navn").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase().replace(/\W+/g, ".")}@kommune.example`);
  await page.getByRole("button", { name: "Tag imod invitationen" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/invitations"));
  await visit(page, product.origin);
  await understand(page);
  return page;
}

async function makeWorkshop(page: Page, title: string): Promise<void> {
  await visit(page, `${product.origin}/workshops`);
  await page.getByLabel("Titel").fill(title);
  await page.getByRole("button", { name: "Opret værkstedet" }).click();
  await page.getByRole("heading", { name: "Deltagere", level: 1 }).waitFor();
}

/** From the workshop's page of participants. */
async function inviteToWorkshop(page: Page, municipality: string): Promise<string> {
  await page.getByLabel("Organisation", { exact: true }).selectOption({ label: municipality });
  await page.getByRole("button", { name: "Tilføj", exact: true }).click();
  await page.getByRole("button", { name: new RegExp(`Lav et link til ${municipality}`) }).click();
  return page.getByLabel(/Link til|Send linket/).inputValue();
}

async function openOwnBoard(page: Page): Promise<string> {
  await visit(page, product.origin);
  await page.locator('main a[href^="/boards/"]').first().click();
  await page.waitForURL(/\/boards\//);
  return page.url();
}

async function addInitiative(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Ny indsats", exact: true }).first().click();
  await page.getByLabel("Titel på den nye indsats").fill(title);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByText("Gemt").waitFor();
}

/** Talking about an initiative: call a kommune, be told, answer, finish. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, journey } from "./harness.ts";

const { product, person, troubles } = await journey();
const boards = await product.cli<{ id: string; municipality: { name: string } }[]>("boards");
const holbaek = boards.find(({ municipality }) => municipality.name === "Holbæk")?.id ?? "";
const board = `${product.origin}/boards/${holbaek}`;

async function openFirstCard(page: Page): Promise<void> {
  await page.goto(board);
  const card = page.locator("[data-card]").first();
  await page.goto(`${board}?card=${await card.getAttribute("data-card")}`);
  await page.locator("[data-save=saved]").waitFor();
}

test("a kommune is called by @, told in its inbox, answers, and both see it while they look", async () => {
  const holbaekHr = await person("HR, Holbæk");
  const billund = await person("HR, Billund");
  // The room of one's own is open when the server has nothing left to tell.
  const inboxRoom = billund.page
    .waitForEvent("websocket", (socket) => socket.url().includes("/collab/inbox~"))
    .then((socket) => socket.waitForEvent("framereceived"));
  await billund.page.goto(product.origin);
  await inboxRoom;
  await openFirstCard(holbaekHr.page);
  const field = holbaekHr.page.getByLabel("Skriv en kommentar");
  await field.click();
  await field.pressSequentially("Kan @bill");
  await holbaekHr.page.getByRole("option", { name: /^Billund/ }).waitFor();
  await expectAccessible(holbaekHr.page);
  await field.press("Enter");
  await field.pressSequentially("dele erfaringer?");
  expect(await field.inputValue()).toBe("Kan @Billund dele erfaringer?");
  await field.press("Control+Enter");
  await holbaekHr.page.locator("#comments article").getByText("@Billund").waitFor();
  expect(await field.inputValue()).toBe("");

  await billund.page.getByRole("link", { name: "Indbakke, 1 ulæst" }).click();
  await billund.page.getByText("HR, Holbæk kaldte på din organisation på tavlen for Holbæk").waitFor();
  await expectAccessible(billund.page);
  await billund.page.locator("main li button").first().click();
  await billund.page.locator("#comments article").getByText("Kan @Billund dele erfaringer?").waitFor();
  await billund.page.getByRole("link", { name: "Indbakke", exact: true }).waitFor();
  const reply = billund.page.getByLabel("Svar");
  await reply.fill("Ja, ring i næste uge.");
  await reply.press("Control+Enter");
  await holbaekHr.page.locator("#comments article").getByText("Ja, ring i næste uge.").waitFor();
  await holbaekHr.page.getByRole("link", { name: "Indbakke, 1 ulæst" }).waitFor();
  await holbaekHr.page.getByRole("button", { name: "Afslut samtalen" }).click();
  await billund.page.getByText("1 afsluttet samtale").waitFor();
  for (const { context } of [holbaekHr, billund]) await context.close();
});

test("what could not be sent stays in its field, and says so", async () => {
  const { page, context } = await person("HR, Holbæk");
  await openFirstCard(page);
  const field = page.getByLabel("Skriv en kommentar");
  await field.fill("Skal vi søge puljen sammen?");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Kommentaren er ikke sendt.").waitFor();
  expect(await field.inputValue()).toBe("Skal vi søge puljen sammen?");
  await context.setOffline(false);
  // The browser itself reports the requests that did not get through.
  troubles.splice(0);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.locator("#comments article").getByText("Skal vi søge puljen sammen?").waitFor();
  await page.locator("#comments article").getByRole("button", { name: "Slet" }).last().click();
  await page.getByText("Kommentaren er slettet.").waitFor();
  await context.close();
});

test("without JavaScript a comment is written by its form", async () => {
  const { page, context } = await person("HR, Billund", { javaScriptEnabled: false });
  await page.goto(board);
  await page.getByRole("link", { name: "Faste selvstyrende teams" }).click();
  await page.locator("#comments textarea").fill("Skrevet uden JavaScript");
  await page.locator("#comments").getByRole("button", { name: "Send" }).click();
  await page.locator("#comments article").getByText("Skrevet uden JavaScript").waitFor();
  await context.close();
});

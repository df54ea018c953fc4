/** The facilitator plans an agenda, opens the workshop and runs it; a second facilitator follows and cannot move it meanwhile. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../until.ts";
import { expectAccessible, expectNoSidewaysScroll, journey, picture, visit } from "./harness.ts";

const { product, person, stranger, troubles } = await journey();
const WORKSHOP = "/workshops/personalemangel";

const open = async (page: Page, path: string): Promise<void> => {
  await visit(page, product.origin + WORKSHOP + path);
};
const titles = (page: Page) => page.locator("[data-item] p:first-child").allInnerTexts();
const step = (page: Page, at: number) => page.getByText(`Trin ${at} af 7`).first().waitFor();
/** Chromium tells of an answer that refuses, beside what the page makes of it. */
async function expectRefusal(status: string): Promise<void> {
  await until(() => troubles.length > 0);
  expect(troubles.splice(0)).toEqual([expect.stringContaining(status)]);
}

const lead = await person("Facilitator");

test("an agenda is begun from a template, ordered by keys and edited in place", async () => {
  const { page } = lead;
  await open(page, "/agenda");
  await page.getByRole("button", { name: "Brug «Opfølgning, 60 minutter»" }).click();
  await page.getByText("Nye aftaler").waitFor();
  expect(await titles(page)).toEqual([
    "Velkomst",
    "Siden sidst",
    "Runde",
    "Skriv hver for sig",
    "Vis det skrevne",
    "Nye aftaler",
    "Tjek-ud",
  ]);
  await page.locator("[data-item]", { hasText: "Runde" }).locator("[data-handle]").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByText("«Runde» er nu nummer 2 af 7.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest("li")?.textContent)).toContain("Runde");
  expect((await titles(page)).slice(1, 3)).toEqual(["Runde", "Siden sidst"]);
  await page.getByRole("link", { name: "Ret «Runde»" }).click();
  const form = page.locator("[data-item] form", { hasText: "Gem" });
  await form.getByLabel("Minutter").fill("0");
  await form.getByRole("button", { name: "Gem" }).click();
  await form.getByText("Skriv et helt tal fra 1 til 480.").waitFor();
  await expectRefusal("422");
  await form.getByLabel("Minutter").fill("20");
  await form.getByRole("button", { name: "Gem" }).click();
  await page.getByText("Runde · 20 min.").waitFor();
  await expectAccessible(page);
});

test("a row is carried by its handle", async () => {
  const { page } = lead;
  const handle = (title: string) => page.locator("[data-item]", { hasText: title }).locator("[data-handle]");
  const from = await handle("Runde").boundingBox();
  const to = await handle("Skriv hver for sig").boundingBox();
  if (from === null || to === null) expect.fail("the rows are not on the page");
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y, { steps: 5 });
  await page.mouse.up();
  await page.getByText("«Runde» er nu nummer 3 af 7.").waitFor();
  expect((await titles(page)).slice(1, 4)).toEqual(["Siden sidst", "Runde", "Skriv hver for sig"]);
});

test("the workshop is opened, and moved on by keys; nothing is pressed while somebody writes", async () => {
  const { page } = lead;
  await open(page, "/live");
  await page.getByRole("button", { name: "Åbn for deltagere" }).click();
  await page.getByText("Før start").first().waitFor();
  await page.getByRole("button", { name: "Vis QR" }).click();
  await page.getByRole("img", { name: /QR-kode/ }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("Før start").first().waitFor();
  await page.evaluate(pressAgainAtOnce);
  await page.keyboard.press("ArrowRight");
  await page.getByText("er lige begyndt. Tryk igen").waitFor();
  await step(page, 1);
  await page.keyboard.press("+");
  await page.getByText("4 min.").first().waitFor();
  await page.keyboard.press("ArrowRight");
  await step(page, 2);
  await page.keyboard.press("z");
  await step(page, 1);
  await page.keyboard.press("f");
  await page.getByText("Skærmen er frosset").waitFor();
  await page.keyboard.press("f");
  await page.getByText("Skærmen er frosset").waitFor({ state: "detached" });
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: /^Fortsæt/ }).waitFor();
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: /^Pause/ }).waitFor();
  await expectAccessible(page);
  await picture(page, "stage-1440");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await picture(page, "stage-390");
  await page.setViewportSize({ width: 1440, height: 900 });
});

/** Runs in the page: a hand that presses once too often, the moment the first item has begun. */
function pressAgainAtOnce(): void {
  const waiting = new MutationObserver(() => {
    const next = document.querySelector("[data-stage-key=arrowright]");
    if (next === null || next.textContent?.startsWith("Start")) return;
    waiting.disconnect();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  });
  waiting.observe(document.body, { childList: true, subtree: true, characterData: true });
}

test("who does not run the workshop is let in to no move of it", async () => {
  const { page } = await person("HR, Holbæk");
  const answer = await page.request.post(`${product.origin}${WORKSHOP}/live/act`, {
    form: { intent: "next", from: "" },
    headers: { Origin: product.origin },
  });
  expect(answer.status()).toBe(403);
  const nobody = await stranger();
  await nobody.page.goto(`${product.origin}${WORKSHOP}/live`);
  expect(new URL(nobody.page.url()).pathname).toBe("/sign-in");
  await step(lead.page, 1);
});

test("a second facilitator follows, is refused while the lead is there, and leads when it is given to them", async () => {
  const { url } = await inviteFacilitator(lead.page);
  const second = await stranger();
  await visit(second.page, url);
  await second.page.getByLabel("Navn").fill("Bodil");
  await second.page.getByLabel("E-mail").fill("bodil@demo.invalid");
  await second.page.getByRole("button", { name: /Opret|Tag imod|Kom i gang/ }).click();
  await second.page.waitForURL((address) => !address.pathname.startsWith("/invitations"));
  await open(second.page, "/live");
  await second.page.getByText("Facilitator fører værkstedet.").waitFor();
  await second.page.keyboard.press("ArrowRight");
  await second.page.getByText("En anden facilitator fører værkstedet lige nu.").waitFor();
  await expectRefusal("409 (Conflict)");
  await open(lead.page, "/live");
  await lead.page.getByText("Giv rollen videre").click();
  await lead.page.getByRole("button", { name: "Giv rollen til Bodil" }).click();
  await lead.page.getByText("Bodil fører værkstedet.").waitFor();
  await second.page.keyboard.press("ArrowRight");
  await step(second.page, 2);
  await step(lead.page, 2);
  await second.context.close();
});

async function inviteFacilitator(page: Page): Promise<{ url: string }> {
  await open(page, "/participants");
  await page.getByRole("button", { name: "Lav et link til en facilitator" }).click();
  const link = page.locator("input[readonly]").first();
  await link.waitFor();
  return { url: await link.inputValue() };
}

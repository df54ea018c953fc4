/** A phone in a live workshop: from the code to its task, and back to it after everything that can happen to a phone. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, isAlive, journey, picture } from "./harness.ts";
import { LIVE_CODE, openLiveWorkshop } from "./live-data.ts";

const { product, person, stranger, troubles } = await journey();
const [board] = await product.cli<{ workshop: { id: string }; municipality: { name: string } }[]>("boards");
const workshopId = board?.workshop.id ?? expect.fail("the demo has no workshop");
const live = openLiveWorkshop(product, workshopId, [
  { kind: "welcome", title: "Velkomst" },
  {
    kind: "silent-writing",
    title: "Idéer",
    prompt: "Hvad kan vi gøre sammen, som ingen af os kan alene?",
    anonymity: "anonymous",
  },
  { kind: "grouping", title: "Saml det, der ligner" },
  { kind: "vote", title: "Stem", prompt: "Hvad skal vi løfte sammen?", voteBudget: 3 },
  { kind: "ideas", title: "Idéer ved bordene", prompt: "Hvad vil vi prøve af?" },
  { kind: "synergy-check", title: "Synergitjek" },
]);

const NOTES = {
  pool: "Fælles vikarpulje på tværs",
  school: "Besøg i 9. klasse",
  mentor: "Mentor fra dag ét",
};

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const address = `${product.origin}/live/${workshopId}`;

/** Scans the QR code and fills in the form: name, kommune, role, "Deltag". */
async function join(page: Page, name: string): Promise<void> {
  await page.goto(`${product.origin}/join/${LIVE_CODE}`);
  await isAlive(page);
  await page.getByLabel("Dit navn").fill(name);
  await page.locator("input[name=organisation]").first().tap();
  await page.getByLabel("Medarbejder").tap();
  await page.getByRole("button", { name: "Deltag" }).tap();
  await page.waitForURL(address);
  await isAlive(page);
}

/** The browser complains of what a test did on purpose. */
const forget = (trouble: string) =>
  troubles.splice(0, troubles.length, ...troubles.filter((each) => !each.includes(trouble)));

const mette = await stranger(PHONE);

test("a new phone asks for a name, where from, what as, and nothing more", async () => {
  const { page } = mette;
  await page.goto(`${product.origin}/deltag`);
  await isAlive(page);
  await page.getByLabel("Kode").fill("hej");
  await page.getByRole("button", { name: "Videre" }).tap();
  await page.getByText("Den kode kender vi ikke").waitFor();
  forget("422");
  await page.getByLabel("Kode").fill(`${LIVE_CODE.slice(0, 4).toLowerCase()}-${LIVE_CODE.slice(4)} `);
  await page.getByRole("button", { name: "Videre" }).tap();
  await page.waitForURL(`${product.origin}/join/${LIVE_CODE}`);
  expect(await page.locator("input[type=email]").count()).toBe(0);
  await picture(page, "live-join-390");
  await join(page, "Mette");
  await page.getByText("Mette (dig)").waitFor();
  await picture(page, "live-lobby-390");
  await page.reload();
  await page.getByText("Mette (dig)").waitFor();
  await page.goto(`${product.origin}/join/${LIVE_CODE}`);
  await page.waitForURL(address);
});

test("a note that was typed without network arrives once, and what was half written is still there", async () => {
  const { page, context } = mette;
  const jonas = await stranger(PHONE);
  live.goTo("item-1");
  await join(jonas.page, "Jonas");
  await page.getByText("Hvad kan vi gøre sammen").waitFor();
  await page.getByText("Helt anonymt").waitFor();
  await context.setOffline(true);
  await page.getByLabel("Din idé").fill("Fælles praktikpladsbørs for hele Vestegnen");
  await page.getByRole("button", { name: "Tilføj idé" }).tap();
  await page.getByLabel("Din idé").fill("FOA-ambassa");
  await page.getByText("Venter på forbindelse").waitFor();
  await picture(page, "live-writing-offline-390");
  await context.setOffline(false);
  await page.getByText("Venter på forbindelse").waitFor({ state: "detached" });
  forget("ERR_INTERNET_DISCONNECTED");
  await page.reload();
  await page.getByText("Dine idéer (1)").waitFor();
  expect(await page.getByLabel("Din idé").inputValue()).toBe("FOA-ambassa");
  await jonas.page.getByText("Hvad kan vi gøre sammen").waitFor();
  expect(await jonas.page.content()).not.toContain("praktikpladsbørs");
  await picture(page, "live-writing-390");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
});

test("the place is taken along to another phone, and the first one is signed out", async () => {
  const { page } = mette;
  await page.getByRole("button", { name: "Din plads" }).tap();
  await page.getByRole("button", { name: "Flyt til anden telefon" }).tap();
  const code = await page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/).textContent();
  const other = await stranger(PHONE);
  await other.page.goto(`${product.origin}/join`);
  await isAlive(other.page);
  await other.page.getByLabel("Kode").fill(code ?? "");
  await other.page.getByRole("button", { name: "Videre" }).tap();
  await other.page.waitForURL(address);
  await other.page.getByText("Mette").first().waitFor();
  await page.getByText("Pladsen er ikke på denne telefon mere").waitFor();
});

test("two phones group the same notes; a group is merged by keyboard alone, and undone is one's own change", async () => {
  for (const [id, text] of Object.entries(NOTES)) live.addShownNote("item-1", { id, text });
  live.goTo("item-2");
  const [anna, bo] = [await stranger(PHONE), await stranger(PHONE)];
  await join(anna.page, "Anna");
  await join(bo.page, "Bo");
  const { page } = anna;
  await page.getByRole("checkbox", { name: NOTES.pool }).tap();
  await page.getByRole("button", { name: "Ny gruppe" }).tap();
  await page.getByRole("heading", { name: NOTES.pool }).waitFor();
  await bo.page.getByRole("checkbox", { name: NOTES.school }).tap();
  await bo.page.getByRole("checkbox", { name: NOTES.mentor }).tap();
  await bo.page.getByRole("button", { name: "Ny gruppe" }).tap();
  await page.getByRole("heading", { name: `${NOTES.mentor} (2)` }).waitFor();
  await picture(page, "live-grouping-390");
  await expectAccessible(page);
  await page
    .getByRole("button", { name: `Flyt «${NOTES.mentor}» med` })
    .first()
    .focus();
  await page.keyboard.press("Space");
  await page.getByRole("status").filter({ hasText: "er løftet" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await page
    .getByRole("status")
    .filter({ hasText: `er lagt sammen med «${NOTES.pool}»: 3 idéer` })
    .waitFor();
  await bo.page.getByRole("heading", { name: `${NOTES.pool} (3)` }).waitFor();
  await bo.page.getByRole("button", { name: "Fortryd" }).tap();
  await bo.page.getByRole("status").filter({ hasText: "Andre har ændret det imens" }).waitFor();
  await page.getByRole("button", { name: "Fortryd" }).tap();
  await bo.page.getByRole("heading", { name: `${NOTES.mentor} (2)` }).waitFor();
  expect(await bo.page.getByRole("checkbox").count()).toBe(3);
});

test("a phone has as many dots as the budget, and no more by a script; nobody sees them before the reveal", async () => {
  live.goTo("item-3");
  const { page } = await stranger(PHONE);
  await join(page, "Carl");
  const target = page.getByRole("listitem").filter({ hasText: NOTES.pool });
  await page.getByText("Du har 3 prikker tilbage").waitFor();
  for (const left of ["2 prikker", "1 prik", "0 prikker"]) {
    await target.getByRole("button", { name: "Giv en prik mere" }).tap();
    await page.getByText(`Du har ${left} tilbage`).waitFor();
  }
  await picture(page, "live-vote-390");
  await expectAccessible(page);
  const answered = await page.evaluate(
    async ([address, item]) => {
      const { own } = (await (await fetch(`${address}/votes`)).json()) as { own: Record<string, number> };
      const body = new URLSearchParams({ item: item ?? "", target: Object.keys(own)[0] ?? "", votes: "4" });
      return { own: Object.values(own), status: (await fetch(`${address}/votes`, { method: "POST", body })).status };
    },
    [address, "item-3"],
  );
  expect(answered).toEqual({ own: [3], status: 403 });
  forget("403");
  await target.getByRole("button", { name: "Tag en prik tilbage" }).tap();
  await page.getByText("Du har 1 prik tilbage").waitFor();
  await page.reload();
  await page.getByText("Du har 1 prik tilbage").waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test("an idea is written onto the kommune's board with actors; a similar one elsewhere is shown with why; a group becomes one once", async () => {
  live.goTo("item-4");
  const { page } = await stranger(PHONE);
  await join(page, "Dorte");
  const title = page.getByLabel("Idé", { exact: true });
  await title.fill("Fritidsjob til unge på plejecentre");
  await page.getByText("Ligner noget, andre er i gang med").waitFor();
  expect(await page.getByRole("status").getByRole("listitem").first().textContent()).toMatch(
    /^Lær af: .+ · (?!Billund).+Den ene er længere/,
  );
  await picture(page, "live-ideas-390");
  await title.fill("Fælles introuge for nye kolleger");
  await page.getByRole("combobox", { name: "Aktører" }).fill("@sosu h");
  await page.getByRole("option").first().tap();
  await page.getByRole("combobox", { name: "Aktører" }).fill("@Foreningen Nye Hænder");
  await page.getByRole("option", { name: "Nye Hænder" }).tap();
  await page.getByRole("combobox", { name: /Nye Hænder/ }).selectOption({ index: 3 });
  await page.getByRole("button", { name: "Sæt idéen på tavlen" }).tap();
  await page.getByText("Idéen står på jeres tavle").waitFor();
  await page.getByRole("listitem").getByRole("link", { name: "Fælles introuge for nye kolleger" }).waitFor();
  await expectAccessible(page);
  const becomes = async () => {
    await page.getByLabel("Begynd fra").selectOption({ label: NOTES.mentor });
    await page.getByRole("button", { name: "Sæt idéen på tavlen" }).tap();
  };
  await becomes();
  await page.getByRole("listitem").getByRole("link", { name: NOTES.mentor }).waitFor();
  await becomes();
  await page.getByText("Den er allerede blevet til en indsats").waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Se den" }).tap();
  await page.getByText(NOTES.school).first().waitFor();
});

test("the table's pairs are on the phone, and lead to where a guest answers for the own kommune", async () => {
  live.goTo("item-5");
  live.givePair("table-101", "Billund");
  const { page } = await stranger(PHONE);
  await join(page, "Erik");
  await page.getByRole("button", { name: "Din plads" }).tap();
  await page.getByLabel("Bord").selectOption("table-101");
  await page.getByRole("dialog").getByLabel("Luk").tap();
  await picture(page, "live-pairs-390");
  await page.getByRole("link", { name: "Læs begge" }).tap();
  await page.waitForURL(/\/findings\//);
  await page.getByRole("radio").first().waitFor({ state: "attached" });
  await picture(page, "live-pair-390");
});

test("when a phone has died, the facilitator makes a code that gives its place to another", async () => {
  const { page } = await person("Facilitator");
  await page.goto(`${product.origin}/workshops/${workshopId}/live/participants`);
  await isAlive(page);
  const row = page.getByRole("listitem").filter({ hasText: "Anna" }).first();
  const name = (await row.locator("p").first().textContent()) ?? "";
  await row.getByRole("button", { name: "Kode til anden telefon" }).click();
  const code = (await row.getByRole("status").locator("strong").textContent()) ?? "";
  const another = await stranger(PHONE);
  await another.page.goto(`${product.origin}/join`);
  await isAlive(another.page);
  await another.page.getByLabel("Kode").fill(code);
  await another.page.getByRole("button", { name: "Videre" }).tap();
  await another.page.waitForURL(address);
  await another.page.getByText(name).first().waitFor();
  await expectAccessible(page);
});

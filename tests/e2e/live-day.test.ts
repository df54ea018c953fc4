/**
 * A whole day in fast time: a facilitator, a projector, eight phones and thirty-two participants that a program plays, from the code
 * on the wall to the report, with the server killed in the middle.
 */
import { randomUUID } from "node:crypto";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { Guest } from "#server/rehearsal/guest.ts";
import { until } from "../until.ts";
import { expectAccessible, isAlive, journey, picture } from "./harness.ts";
import { LIVE_CODE, openLiveWorkshop } from "./live-data.ts";

const { product, person, stranger, troubles } = await journey();
const boards =
  await product.cli<{ workshop: { id: string }; municipality: { code: string; name: string } }[]>("boards");
const workshopId = boards[0]?.workshop.id ?? expect.fail("the demo has no workshop");
const kommuner = boards.filter(({ workshop }) => workshop.id === workshopId).map(({ municipality }) => municipality);
const QUESTION = "Hvad kan vi gøre sammen, som ingen af os kan alene?";
const live = openLiveWorkshop(product, workshopId, [
  { kind: "welcome", title: "Velkomst", prompt: "Godmorgen" },
  { kind: "silent-writing", title: "Skriv hver for sig", prompt: QUESTION, anonymity: "anonymous" },
  { kind: "vote", title: "Tre prikker", prompt: "Hvad skal vi løfte sammen?", voteBudget: 3 },
  { kind: "commitments", title: "Aftaler", prompt: "Hvem gør hvad først?" },
]);
afterAll(() => live.close());

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WALL: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };
const phones: Page[] = [];
const crowd: Guest[] = [];
const EVERYBODY = 40;
const entrance = { host: "127.0.0.1", port: Number(new URL(product.origin).port), origin: product.origin };

const { page: lead } = await person("Facilitator");
const { page: wall } = await stranger(WALL);
const onAllScreens = (text: string) =>
  Promise.all([wall, ...phones].map((page) => page.getByText(text).first().waitFor()));
/** The browser complains of what a test did on purpose. */
const forget = (trouble: string) =>
  troubles.splice(0, troubles.length, ...troubles.filter((each) => !each.includes(trouble)));
const next = () => lead.keyboard.press("ArrowRight");

async function joinByPhone(name: string): Promise<Page> {
  const { page } = await stranger(PHONE);
  await page.goto(`${product.origin}/join/${LIVE_CODE}`);
  await isAlive(page);
  await page.getByLabel("Dit navn").fill(name);
  await page.locator("input[name=organisation]").first().tap();
  await page.getByLabel("Medarbejder").tap();
  await page.getByRole("button", { name: "Deltag" }).tap();
  await page.waitForURL(`${product.origin}/live/${workshopId}`);
  await isAlive(page);
  return page;
}

const joinByProgram = async (number: number): Promise<Guest> => {
  const guest = await Guest.join(entrance, {
    code: LIVE_CODE,
    name: `Gæst ${number}`,
    organisationId: kommuner[number % kommuner.length]?.code ?? "",
    role: number % 2 === 0 ? "leader" : "union",
    tableId: number % 2 === 0 ? "table-101" : "table-102",
  });
  await guest.follow();
  return guest;
};

/** Seconds that a screen's clock shows. */
const clockOn = async (page: Page): Promise<number> => {
  const text = (await page.getByRole("timer").first().textContent()) ?? "";
  const [, minutes, seconds] = /(\d+):(\d+)/.exec(text) ?? [];
  return 60 * Number(minutes) + Number(seconds);
};

test("forty people join by the code within a minute, and the wall shows them by kommune", {
  timeout: 120_000,
}, async () => {
  await lead.goto(`${product.origin}/workshops/${workshopId}/live`);
  await isAlive(lead);
  await lead.getByRole("button", { name: "Overtag" }).click();
  expect((await wall.goto(`${product.origin}/screen/${LIVE_CODE}`))?.status()).toBe(200);
  for (let number = 1; number <= 8; number++) phones.push(await joinByPhone(`Telefon ${number}`));
  crowd.push(
    ...(await Promise.all(Array.from({ length: EVERYBODY - phones.length }, (_, index) => joinByProgram(index)))),
  );
  await wall.getByText(String(EVERYBODY), { exact: true }).waitFor();
  for (const { name } of kommuner) await wall.getByText(name, { exact: true }).waitFor();
  await wall.getByText(/Telefon 8/).waitFor();
  await picture(wall, "live-day-lobby");
});

test("the start moves every screen, and their clocks agree within a second", async () => {
  await next();
  await onAllScreens("Godmorgen");
  await Promise.all(crowd.map((guest) => guest.sees(() => guest.stage?.itemId === "item-0", 5_000)));
  const clocks = await Promise.all([wall, lead, ...phones].map(clockOn));
  expect(Math.max(...clocks) - Math.min(...clocks)).toBeLessThanOrEqual(1);
});

test("forty notes are counted and read by nobody until the facilitator shows them", { timeout: 60_000 }, async () => {
  await next();
  await onAllScreens(QUESTION);
  for (const [index, phone] of phones.entries()) {
    await phone.getByLabel("Din idé").fill(`Hemmelig idé ${index}`);
    await phone.getByRole("button", { name: "Tilføj idé" }).tap();
  }
  await Promise.all(
    crowd.map((guest, index) =>
      guest.post("notes", {
        intent: "write",
        id: randomUUID(),
        secret: randomUUID(),
        item: "item-1",
        lane: "",
        text: `Hemmelig idé ${phones.length + index}`,
      }),
    ),
  );
  await wall.getByText(`${EVERYBODY} idéer er skrevet og skjult`).waitFor();
  expect(await wall.getByText("Hemmelig").count()).toBe(0);
  expect(crowd.every(({ doc }) => !JSON.stringify(doc.getMap("notes").toJSON()).includes("Hemmelig"))).toBe(true);
  const script = await phones[0]?.evaluate(
    async (path) =>
      (
        await fetch(path, {
          method: "POST",
          body: new URLSearchParams({ intent: "show-notes", itemId: "item-1", laneId: "" }),
        })
      ).status,
    `/workshops/${workshopId}/live/act`,
  );
  expect(script).toBe(403);
  forget("403");
  await lead.keyboard.press("r");
  await wall.getByText("Hemmelig idé").first().waitFor();
  await picture(wall, "live-day-notes");
});

test("the server is killed: everybody is back, where it was, and nothing that was acknowledged is lost", {
  timeout: 60_000,
}, async () => {
  const before = await clockOn(wall);
  await product.stop("SIGKILL");
  await product.start();
  await lead.getByRole("button", { name: /^\+1 min/ }).click();
  await until(async () => (await clockOn(wall)) > before, 15_000);
  await Promise.all(phones.map(async (phone) => until(async () => (await clockOn(phone)) > before, 15_000)));
  for (const guest of crowd) guest.leave();
  expect(await wall.getByText(QUESTION).count()).toBe(1);
  for (const trouble of ["WebSocket", "ERR_CONNECTION_REFUSED", "Failed to fetch"]) forget(trouble);
  const replaced = await stranger(WALL);
  await replaced.page.goto(`${product.origin}/screen/${LIVE_CODE}`);
  await replaced.page.getByText("Hemmelig idé").first().waitFor();
  await replaced.context.close();
});

test("eight phones vote with three dots each, a fourth by script is refused, and the wall shows kommuner behind", {
  timeout: 60_000,
}, async () => {
  await next();
  await next();
  await onAllScreens("Hvad skal vi løfte sammen?");
  for (const phone of phones) {
    const more = phone.getByRole("listitem").first().getByRole("button", { name: "Giv en prik mere" });
    for (let dot = 0; dot < 3; dot++) await more.tap();
    await phone.getByText("Du har 0 prikker tilbage").waitFor();
  }
  const [phone] = phones;
  const target = await phone?.evaluate(
    async (path) => Object.keys((await (await fetch(path)).json()).own)[0],
    `/live/${workshopId}/votes`,
  );
  const fourth = await phone?.evaluate(
    async ([path, to]) =>
      (await fetch(path, { method: "POST", body: new URLSearchParams({ item: "item-2", target: to, votes: "4" }) }))
        .status,
    [`/live/${workshopId}/votes`, target ?? ""] as const,
  );
  expect(fourth).toBe(403);
  forget("403");
  await wall.getByText("8 har stemt").waitFor();
  await lead.keyboard.press("r");
  await wall.getByText("1 af 1 kommuner").first().waitFor();
  await wall.getByText("Bredt flertal").first().waitFor();
  await picture(wall, "live-day-result");
});

test("a kommune agrees on what it does first; the wall shows it; the workshop closes and the report has it all", {
  timeout: 60_000,
}, async () => {
  await next();
  await next();
  await onAllScreens("Hvem gør hvad først?");
  const phone = phones[0] ?? expect.fail("nobody has a phone");
  await phone.getByLabel("Hvad aftaler I?").fill("Ét fælles mentorkursus");
  await phone.getByRole("button", { name: "Gem aftale" }).tap();
  await phone.getByText("Skriv det første skridt.").waitFor();
  forget("422");
  await phone.getByLabel("Første skridt").fill("Ring til skolen");
  await phone.getByLabel("Senest").fill("2099-03-01");
  await phone.getByRole("button", { name: "Gem aftale" }).tap();
  await wall.getByText("Ét fælles mentorkursus").waitFor();
  await picture(wall, "live-day-agreements");
  await lead.getByRole("button", { name: "Luk værkstedet" }).click();
  await wall.getByText("Værkstedet er lukket").waitFor();
  await phone.getByRole("link", { name: /udgave$/ }).tap();
  await phone.getByText("Ring til skolen").first().waitFor();
  await picture(phone, "live-day-take-home");
  const late = await stranger(PHONE);
  await late.page.goto(`${product.origin}/join/${LIVE_CODE}`);
  await late.page.getByText("Værkstedet er lukket").waitFor();
  await lead.goto(`${product.origin}/workshops/${workshopId}/report`);
  for (const text of ["Ét fælles mentorkursus", "Ring til skolen", "Hemmelig idé"]) {
    await lead.getByText(text).first().waitFor();
  }
  await picture(lead, "live-day-report");
  await expectAccessible(lead);
});

/** What is left of a live workshop: agreements, answers, the report for everybody and for one kommune, and names that can go. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { commitment } from "#db/schema/live.ts";
import { workshop } from "#db/schema/workshop.ts";
import { expectAccessible, expectNoSidewaysScroll, isAlive, journey, picture } from "./harness.ts";
import { LIVE_CODE, openLiveWorkshop } from "./live-data.ts";

const { product, person, stranger, troubles } = await journey();
const [board] = await product.cli<{ workshop: { id: string }; municipality: { name: string } }[]>("boards");
const workshopId = board?.workshop.id ?? expect.fail("the demo has no workshop");
const live = openLiveWorkshop(product, workshopId, [
  { kind: "commitments", title: "Aftaler", prompt: "Hvem gør hvad først?" },
  { kind: "round", title: "Runde" },
  {
    kind: "framing",
    title: "Tal",
    prompt: "Hvad siger eleverne?",
    indicators: ["spu-paed-godt-samarbejde", "spu-vende-tilbage"],
  },
  { kind: "since-last", title: "Siden sidst", prompt: "Hvordan gik det?" },
]);
promiseEarlier();
live.goTo("item-0");

/** What Billund promised in another workshop. */
function promiseEarlier(): void {
  const db = openDatabase(join(product.dataDir, "sammenspil.db"));
  db.insert(workshop).values({ id: "before", title: "Før", createdAt: 1 }).run();
  const promise = { workshopId: "before", ownerId: "0530", partners: [], firstStep: "Ring", due: "2027-02-01" };
  db.insert(commitment)
    .values({ ...promise, id: "earlier", what: "Fælles vikarpulje", createdAt: 1 })
    .run();
  db.$client.close();
}

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PROMISE = "Et fælles kursus for mentorer";
const at = `${product.origin}/workshops/${workshopId}`;

const facilitator = await person("Facilitator");
const ida = await stranger(PHONE);

/** The browser complains of what a test did on purpose. */
const forget = (trouble: string) =>
  troubles.splice(0, troubles.length, ...troubles.filter((each) => !each.includes(trouble)));

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, name);
}

test("a kommune cannot save an agreement without first step and day; saved, it is among the decisions", async () => {
  const { page } = ida;
  await page.goto(`${product.origin}/join/${LIVE_CODE}`);
  await isAlive(page);
  await page.getByLabel("Dit navn").fill("Ida Prøvesen");
  await page.locator("input[name=organisation]").first().tap();
  await page.getByLabel("Medarbejder").tap();
  await page.getByRole("button", { name: "Deltag" }).tap();
  await page.waitForURL(`${product.origin}/live/${workshopId}`);
  await isAlive(page);
  await page.getByLabel("Hvad aftaler I?").fill(PROMISE);
  await page.getByRole("button", { name: "Gem aftale" }).tap();
  await page.getByText("Skriv det første skridt.").waitFor();
  await page.getByText("Vælg en dato, der ikke er gået.").waitFor();
  forget("422");
  await look(page, "after-agreement-refused");
  await page.getByLabel("Første skridt").fill("Ring til SOSU-skolen");
  await page.getByLabel("Senest").fill(`${new Date().getFullYear() + 1}-01-15`);
  await page.getByLabel("Sammen med").fill("SOSU H, FOA");
  await page.getByRole("button", { name: "Gem aftale" }).tap();
  await page.getByText("Gemt. Den står nu på skærmen").waitFor();
  await page.getByText("Første skridt: Ring til SOSU-skolen").waitFor();
  await page.context().setOffline(true);
  await page.getByLabel("Hvad aftaler I?").fill("Skrevet uden net");
  await page.getByLabel("Første skridt").fill("Send den");
  await page.getByLabel("Senest").fill(`${new Date().getFullYear() + 1}-01-15`);
  await page.getByRole("button", { name: "Gem aftale" }).tap();
  await page.getByText("Venter på net").waitFor();
  forget("ERR_INTERNET_DISCONNECTED");
  await page.context().setOffline(false);
  await page.getByText("Første skridt: Send den").waitFor();
  await page.getByText("Venter på net").waitFor({ state: "detached" });
  await look(page, "after-agreement-saved");

  await facilitator.page.goto(`${at}/live`);
  await facilitator.page.getByText(`: ${PROMISE}`).waitFor();
});

test("a question from a phone is answered in writing, and the phone shows the answer", async () => {
  const { page } = ida;
  await page.getByText("Spørgsmål og P-plads").tap();
  await page.getByLabel("Dit spørgsmål").fill("Må vi dele elever på tværs?");
  await page.getByRole("button", { name: "Send spørgsmål" }).tap();
  await page.getByText("Sendt. Svaret kommer her.").waitFor();

  const stage = facilitator.page;
  await stage.getByText("Må vi dele elever på tværs?").first().waitFor();
  await stage.getByRole("button", { name: "Besvaret" }).click();
  await stage.getByLabel("Svar på skrift").fill("Ja, efter aftale med skolen.");
  await stage.getByRole("button", { name: "Gem svar" }).click();
  await page.getByText("Svar: Ja, efter aftale med skolen.").waitFor();
  await look(page, "after-question-answered");
});

test("D begins a decision; what is parked from a phone stands beside it", async () => {
  await ida.page.getByLabel("P-plads").fill("Hvem betaler?");
  await ida.page.getByRole("button", { name: "Sæt på P-pladsen" }).tap();
  const stage = facilitator.page;
  await stage.getByText("Hvem betaler?").waitFor();
  await stage.locator("body").press("d");
  await stage.getByRole("textbox", { name: "Beslutning" }).fill("Vi mødes igen i marts");
  await stage.keyboard.press("Enter");
  await stage.getByText("Vi mødes igen i marts").waitFor();
  await look(stage, "after-beside");
});

test("the wall shows figures with a gap, silence as no news, agreements, the kommune that is called up, and the question", async () => {
  const { page } = await stranger({ viewport: { width: 1920, height: 1080 } });
  const show = async (itemId: string, text: string) => {
    live.goTo(itemId);
    await page.goto(`${product.origin}/screen/${LIVE_CODE}`);
    await page.getByText(text).first().waitFor();
    await look(page, `after-wall-${itemId}`);
  };
  await show("item-2", "Oplevelse af et godt samarbejde");
  expect(await page.locator("td", { hasText: "–" }).count()).toBe(1);
  await show("item-3", "Intet nyt");
  await show("item-0", PROMISE);
  await show("item-1", "Runden går i gang om lidt.");
  await ida.page.request.post(`${product.origin}/live/${workshopId}/questions`, {
    form: { intent: "ask", id: randomUUID(), text: "Hvem finder mentorerne?" },
    headers: { origin: product.origin },
  });
  const stage = facilitator.page;
  await stage.getByRole("button", { name: "Besvar nu" }).click();
  await page.getByText("Hvem finder mentorerne?").waitFor();
  await look(page, "after-wall-question");
});

test("the report is there when the workshop is closed, for Word too; a phone opens its kommune's edition", async () => {
  const form = { intent: "close" };
  await facilitator.page.request.post(`${at}/live/act`, { form, headers: { origin: product.origin } });
  const report = facilitator.page;
  await report.goto(`${at}/report`);
  for (const text of [PROMISE, "Vi mødes igen i marts", "Hvem betaler?", "Ja, efter aftale med skolen."])
    expect(await report.getByText(text).count()).toBeGreaterThan(0);
  expect(await report.getByText("Ida Prøvesen").count()).toBe(0);
  await look(report, "after-report");
  await report.setViewportSize({ width: 390, height: 844 });
  await look(report, "after-report-phone");
  await report.setViewportSize({ width: 1440, height: 900 });

  const word = await report.request.get(`${at}/report.docx`);
  expect(word.headers()["content-type"]).toContain("wordprocessingml");
  expect((await word.body()).subarray(0, 2).toString()).toBe("PK");

  // What stood on the boards when it was closed is kept to go back to.
  const db = openDatabase(join(product.dataDir, "sammenspil.db"));
  const kept = db.$client
    .prepare("select count(*) from board where workshop_id = ? and id not in (select board_id from board_version)")
    .pluck();
  expect(kept.get(workshopId)).toBe(0);
  db.$client.close();

  const { page } = ida;
  await page.getByRole("link", { name: "udgave" }).tap();
  await page.getByText("Ring til SOSU-skolen").waitFor();
  await look(page, "after-edition-phone");
});

test("names go when the facilitator has confirmed it, and the guest is out", async () => {
  const { page } = facilitator;
  await page.goto(`${at}/retention`);
  await look(page, "after-retention");
  await page.getByRole("link", { name: "Anonymisér værkstedet" }).click();
  await page.getByRole("button", { name: "Ja, fjern navnene" }).click();
  await page.getByText("Værkstedet blev anonymiseret").waitFor();
  await ida.page.goto(`${at}/report`);
  await ida.page.waitForURL(/sign-in/);
  live.close();
});

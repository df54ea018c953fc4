/** Ideas at the tables, onto the kommuner's boards; the facilitator's computer is lost: A22, A23 and A35. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { initiative } from "#db/schema/initiative.ts";
import { initiativeOrigin, workshopRun } from "#db/schema/live.ts";
import { LEAD_IS_GONE_MS } from "#domain/live/stage-move.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../harness.ts";
import { type Day, goOnTo, holdBack, look, openStage, phoneOf } from "./day.ts";

/** What is voted on together; each from another kommune. */
export const IDEAS = {
  intro: "Fælles introuge for nye kolleger",
  mentor: "Mentor i hver vagt hele året",
  visit: "Skoledag på plejecentret",
  shared: "Sporskiftere deler praktikplads",
} as const;
/** Two kommuner count on it already, Odense is the third. */
export const BUSY_ACTOR = "SOSU Esbjerg";

const titleField = (page: Page) => page.getByLabel("Idé", { exact: true });

async function put(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Sæt idéen på tavlen" }).tap();
  await page.getByRole("listitem").getByRole("link", { name: title, exact: true }).waitFor();
}

/** A22 */
export async function writeWhatAnotherHas(day: Day): Promise<void> {
  await goOnTo(day, "ideas");
  // Two were voted for; the others were not voted forward.
  expect(await day.wall.page.locator("main section ol > li").count()).toBe(2);
  const { page } = phoneOf(day, "Anna");
  await titleField(page).fill("Fritidsjob til unge på plejecentre");
  await page.getByText("Ligner noget, andre er i gang med").waitFor();
  expect(await page.getByRole("status").getByRole("listitem").first().textContent()).toMatch(
    /^Lær af: .+ · (?!Billund).+ er foran/,
  );
  await look(day, "similar");
}

/** A23: also the note or group that it came from, which becomes an initiative once. */
export async function tagActors(day: Day): Promise<void> {
  const { page } = phoneOf(day, "Anna");
  await titleField(page).fill(IDEAS.intro);
  const actors = page.getByRole("combobox", { name: "Aktører" });
  await actors.fill("@sosu h");
  await page
    .getByRole("option", { name: /^SOSU H/ })
    .first()
    .tap();
  await page.getByRole("button", { name: /SOSU H/ }).waitFor();
  await actors.fill("@Foreningen Nye Hænder");
  await page.getByRole("option", { name: "Nye Hænder" }).tap();
  // Without its kind it is no actor yet.
  expect(await page.getByRole("button", { name: /Foreningen Nye Hænder/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Sæt idéen på tavlen" }).tap();
  await page.getByText("Vælg, hvad slags aktør «Foreningen Nye Hænder» er").waitFor();
  await page.getByRole("combobox", { name: /Nye Hænder/ }).selectOption({ label: "Forening og civilsamfund" });
  await page.getByRole("button", { name: /Foreningen Nye Hænder/ }).waitFor();
  await put(page, IDEAS.intro);
  await expectAccessible(page);
  await writeTheOthers(day);
  for (const title of Object.values(IDEAS)) await day.wall.page.getByText(title).first().waitFor();
  await becomeOnce(day, page);
  await look(day, "ideas-written");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
}

async function writeTheOthers(day: Day): Promise<void> {
  const plain = [
    ["Bo", IDEAS.mentor],
    ["Carl", IDEAS.visit],
  ] as const;
  for (const [name, title] of plain) {
    const { page } = phoneOf(day, name);
    await titleField(page).fill(title);
    await put(page, title);
  }
  const { page } = phoneOf(day, "Fie");
  await titleField(page).fill(IDEAS.shared);
  await chooseWhenAnswered(page);
  await put(page, IDEAS.shared);
}

/** While the registry's answer is on its way, an actor that is there is not offered as a new one. */
async function chooseWhenAnswered(page: Page): Promise<void> {
  const answerNow = await holdBack(page, "**/actors/suggest*");
  const asked = page.waitForRequest(/actors\/suggest/);
  await page.getByRole("combobox", { name: "Aktører" }).fill(BUSY_ACTOR);
  await asked;
  await page.getByText("Leder i aktørregistret").waitFor();
  expect(await page.getByRole("option", { name: /Esbjerg/ }).count()).toBe(0);
  answerNow();
  await page
    .getByRole("option", { name: /Esbjerg/ })
    .first()
    .tap();
  await page.getByRole("button", { name: /^Fjern .*Esbjerg/ }).waitFor();
}

async function becomeOnce({ db }: Day, page: Page): Promise<void> {
  const from = page.getByLabel("Begynd fra");
  const [, label = ""] = await from.getByRole("option").allTextContents();
  const title = label.split(" · ")[0] ?? "";
  await from.selectOption({ label });
  await put(page, title);
  await from.selectOption({ label });
  await page.getByRole("button", { name: "Sæt idéen på tavlen" }).tap();
  await page.getByText("Den er allerede blevet til en indsats").waitFor();
  await page.getByRole("link", { name: "Se den" }).waitFor();
  // With what it came from: the texts of the group, and its votes.
  const [origin, ...others] = db.select().from(initiativeOrigin).all();
  expect(others).toEqual([]);
  expect(origin?.votes).toBeGreaterThan(0);
  const written = db
    .select()
    .from(initiative)
    .all()
    .find(({ id }) => id === origin?.initiativeId);
  for (const text of origin?.texts ?? ["nothing"]) expect(written?.descriptionText).toContain(text);
}

/** A35 */
export async function takeOver(day: Day): Promise<void> {
  const { page } = day.second;
  await openStage(day, page);
  await page.getByText("Facilitator fører værkstedet.").waitFor();
  const takes = page.getByRole("button", { name: "Overtag" });
  expect(await takes.count()).toBe(0);
  await day.lead.context.close();
  // As if twenty seconds had gone by since the lost computer was heard.
  const leadSeenAt = Date.now() - LEAD_IS_GONE_MS - 1_000;
  day.db.update(workshopRun).set({ leadSeenAt }).run();
  await page.getByText("Facilitator har ikke været her i").waitFor();
  await takes.click();
  await takes.waitFor({ state: "detached" });
  day.lead = day.second;
}

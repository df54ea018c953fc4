/** The check-out, the end, and what everybody takes home: A31, A32, and names that can go. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, isAlive, visit } from "../harness.ts";
import { PROMISED, titleOf } from "./agenda.ts";
import { ANSWER, FIRST_STEP, OTHER_PROMISE, OTHER_STEP, PROMISE, QUESTION } from "./agreeing.ts";
import { type Day, forget, goOnTo, kommuneNamed, look, NAMES, PHONE, phoneOf, post, standing } from "./day.ts";
import { IDEAS } from "./ideas.ts";
import { DECIDED, PAIR, PARKED } from "./pausing.ts";
import { unzip } from "./word-file.ts";

const TAKEN_HOME = "Vi er ikke alene om det";

/** A31 */
export async function close(day: Day): Promise<void> {
  await goOnTo(day, "checkOut");
  const anna = phoneOf(day, "Anna").page;
  await anna.getByLabel(/^Dit svar/).fill(TAKEN_HOME);
  await anna.getByRole("button", { name: "Tilføj svar" }).tap();
  await anna.getByRole("heading", { name: "Dine svar (1)" }).waitFor();
  await day.wall.page.getByText("1 svar er skrevet og skjult").waitFor();
  await day.lead.page.getByRole("button", { name: "Vis alle svar" }).waitFor();
  await day.lead.page.getByRole("button", { name: "Luk værkstedet" }).click();
  await day.wall.page.getByText("Værkstedet er lukket").waitFor();
  await day.wall.page.getByRole("list", { name: "Dagsorden" }).getByText(titleOf("checkOut")).waitFor();
  await day.lead.page.getByText("Tavlerne er gemt, som de stod.").waitFor();
  await day.lead.page.getByText(/^Sluttede kl. .* varede \d+ min\.$/).waitFor();
  expect(await day.lead.page.getByText(/min\. (foran|bagud)/).count()).toBe(0);
  await look(day, "closed");
  await refuseWriting(day);
  const kept = day.db.$client.prepare(
    "select count(distinct board_id) from board_version where board_id in (select id from board where workshop_id = ?)",
  );
  expect(kept.pluck().get(day.workshopId)).toBe(day.kommuner.length);
  const late = await day.stranger(PHONE);
  await late.page.goto(`${day.product.origin}/join/${day.code}`);
  await late.page.getByText("Værkstedet er lukket").waitFor();
  await late.context.close();
}

/** Guests read their kommune's board, and write nowhere. */
async function refuseWriting(day: Day): Promise<void> {
  const before = standing(day);
  const { page } = phoneOf(day, "Carl");
  const idea = { title: "For sent", actors: [], newActors: [], profession: "", targetGroup: "", chainLink: "" };
  const note = { intent: "write", id: crypto.randomUUID(), secret: crypto.randomUUID(), item: "item-checkOut" };
  const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ideas: { idea: JSON.stringify({ ...idea, originId: null }) },
    notes: { ...note, lane: "lane-1", text: "For sent" },
  };
  for (const [part, form] of Object.entries(parts)) {
    expect(await post(page, `/live/${day.workshopId}/${part}`, form)).toBe(403);
  }
  expect(standing(day)).toEqual(before);
  const { boardId } = kommuneNamed(day, "Holbæk");
  await page.goto(`${day.product.origin}/boards/${boardId}`);
  await page.getByText("Du kan læse med her.").first().waitFor();
  const others = await page.request.get(`${day.product.origin}/boards/${kommuneNamed(day, "Billund").boardId}`);
  expect(others.status()).toBe(404);
  forget(day, "403");
}

const PARTS = [
  "Beslutninger",
  "Aftaler",
  "Siden sidst",
  "Afstemninger",
  "Nye indsatser fra dagen",
  "P-plads",
  "Spørgsmål og svar",
  "Svar fra tjek-ud",
  "Hvem var her",
];
const INSIDE = [
  IDEAS.intro,
  TAKEN_HOME,
  PROMISE,
  FIRST_STEP,
  OTHER_PROMISE,
  DECIDED,
  PARKED,
  QUESTION,
  ANSWER,
  ...Object.values(PROMISED),
];

/** A32: the whole report, on the page and for Word. */
export async function report(day: Day): Promise<void> {
  const { page } = day.lead;
  await page.getByRole("link", { name: "Åbn rapporten" }).click();
  for (const part of [...PARTS, "Overlap og synergi"]) {
    await page.getByRole("heading", { name: new RegExp(`^${part}`) }).waitFor();
  }
  for (const text of [...INSIDE, titleOf("voteOne"), titleOf("voteTwo"), PAIR]) {
    expect(await page.getByText(text).count(), text).toBeGreaterThan(0);
  }
  const named = (await page.getByRole("main").textContent()) ?? "";
  for (const name of NAMES) expect(named).not.toMatch(new RegExp(`\\b${name}\\b`));
  await look(day, "report");
  await expectAccessible(page);
  const text = await wordText(day, page, "");
  for (const inside of [...PARTS, ...INSIDE]) expect(text).toContain(inside);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** What stands in the file for Word, whose parts must all be sound XML. */
async function wordText(day: Day, page: Page, search: string): Promise<string> {
  const answer = await page.request.get(`${day.product.origin}/workshops/${day.workshopId}/report.docx${search}`);
  expect(answer.headers()["content-type"]).toContain("wordprocessingml");
  const files = unzip(await answer.body());
  const parts = [...files]
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([name, xml]) => [name, xml.toString("utf8")]);
  const broken = await page.evaluate(
    (all) =>
      all.flatMap(([name, xml]) =>
        new DOMParser().parseFromString(xml ?? "", "application/xml").querySelector("parsererror") === null
          ? []
          : [name],
      ),
    parts,
  );
  expect(broken).toEqual([]);
  const document = files.get("word/document.xml")?.toString("utf8") ?? expect.fail("the file has no document");
  return page.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, "application/xml");
    return [...read.getElementsByTagName("w:t")].map(({ textContent }) => textContent).join("\n");
  }, document);
}

/** A32: a kommune's edition is its own. */
export async function takeHome(day: Day): Promise<void> {
  const { page, kommune } = phoneOf(day, "Anna");
  await page.getByRole("link", { name: /udgave$/ }).tap();
  await page.getByRole("heading", { name: "Billunds udgave" }).waitFor();
  await isAlive(page);
  const own = (await page.getByRole("main").textContent()) ?? "";
  const word = await wordText(day, page, `?kommune=${kommune.code}`);
  for (const edition of [own, word]) {
    for (const text of [PROMISE, FIRST_STEP, DECIDED, TAKEN_HOME, PROMISED.Billund]) expect(edition).toContain(text);
    for (const text of [OTHER_STEP, PROMISED.Helsingør]) expect(edition).not.toContain(text);
  }
  await look(day, "edition");
  await expectAccessible(page);
  const others = `${day.product.origin}/workshops/${day.workshopId}/report`;
  for (const address of [`${others}?kommune=0217`, `${others}.docx?kommune=0217`]) {
    expect((await page.request.get(address)).status()).toBeGreaterThanOrEqual(403);
  }
}

/** Names go when the facilitator has confirmed it, and the guests are out. */
export async function anonymise(day: Day): Promise<void> {
  const { page } = day.lead;
  await visit(page, `${day.product.origin}/workshops/${day.workshopId}/retention`);
  await expectAccessible(page);
  await page.getByText("Tavlerne røres ikke").waitFor();
  await page.getByRole("link", { name: "Anonymisér værkstedet" }).click();
  await page.getByRole("button", { name: "Ja, fjern navnene" }).click();
  await page.getByText("Værkstedet blev anonymiseret").waitFor();
  const anna = phoneOf(day, "Anna").page;
  await anna.goto(`${day.product.origin}/workshops/${day.workshopId}/report`);
  await anna.waitForURL(/sign-in/);
}

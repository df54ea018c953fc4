/** What is lifted together, who promises what, and the round: A28 to A30. */
import { expect } from "vitest";
import { commitment } from "#db/schema/live.ts";
import type { ShownBallot } from "#domain/live/view.ts";
import { until } from "../../until.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../harness.ts";
import { itemOf } from "./agenda.ts";
import { clockOn, type Day, forget, giveMinutes, goOnTo, look, phoneOf } from "./day.ts";
import { IDEAS } from "./ideas.ts";
import { haveArrived } from "./voting.ts";

export const PROMISE = "Ét fælles kursus for mentorer";
export const FIRST_STEP = "Ring til SOSU-skolen i Esbjerg";
export const OTHER_PROMISE = "Fælles vagtplan over Øresund";
export const OTHER_STEP = "Spørg de tre plejehjem";
export const QUESTION = "Må vi dele elever på tværs?";
export const ANSWER = "Ja, efter aftale med skolen.";

const ITEM = itemOf("voteTwo");

/**
 * A28, worked out by hand. Of Billund five vote: three give 3 each to the intro week, one 3 to the mentors, one 3 to the visits. Of Helsingør
 * two: one gives 3 to the mentors, one 3 to the visits. Raw 9, 6, 6 of 21. Each kommune alike: intro (9/15 + 0)/2 = 30 %, mentors and
 * visits (3/15 + 3/6)/2 = 35 %. The phones are employees', the programs leaders' but for one of a union: behind each idea are two of three.
 */
export async function voteTogether(day: Day): Promise<void> {
  await goOnTo(day, "voteTwo");
  const [witness] = day.crowd;
  const targets = witness?.section<ShownBallot>("ballots", ITEM)?.targets ?? [];
  const idOf = (text: string) => targets.find((target) => target.text === text)?.id ?? expect.fail(`no ${text}`);
  for (const [name, text] of [
    ["Anna", IDEAS.intro],
    ["Bo", IDEAS.mentor],
  ] as const) {
    const { page } = phoneOf(day, name);
    const target = page.getByRole("listitem").filter({ hasText: text });
    for (let dot = 0; dot < 3; dot++) await target.getByRole("button", { name: "Giv en prik mere" }).tap();
    await page.getByText("Du har 0 prikker tilbage").waitFor();
  }
  const programs = [
    [0, IDEAS.intro],
    [8, IDEAS.intro],
    [16, IDEAS.mentor],
    [24, IDEAS.visit],
    [1, IDEAS.visit],
  ] as const;
  for (const [index, text] of programs) {
    const answer = await day.crowd[index]?.post("votes", { item: ITEM, target: idOf(text), votes: "3" });
    expect(answer?.status).toBe(200);
  }
  await day.wall.page.getByText("7 har stemt").waitFor();
  await haveArrived(day, 21);
  await day.lead.page.keyboard.press("r");
  const order = [IDEAS.intro, IDEAS.mentor, IDEAS.visit] as const;
  await expectResult(day, "raw", [
    [order[0], "9", "balanceret 30 %, nr. 3"],
    [order[1], "6", "balanceret 35 %, nr. 1"],
    [order[2], "6", "balanceret 35 %, nr. 1"],
  ]);
  await look(day, "result-two");
  await day.lead.page.getByRole("button", { name: "Balanceret mellem kommuner" }).click();
  await expectResult(day, "balanced", [
    [order[1], "35 %", "6 rå stemmer · nr. 2"],
    [order[2], "35 %", "6 rå stemmer · nr. 2"],
    [order[0], "30 %", "9 rå stemmer · nr. 1"],
  ]);
  await look(day, "result-balanced");
}

const COUNTED = { raw: "Rå stemmer: hver prik tæller lige", balanced: "Balanceret: hver kommune tæller lige" };

const PLACES = { raw: { alone: 1, shared: 2 }, balanced: { alone: 3, shared: 1 } };

/** The rows of the wall, best first: what, how much, and how it looks by the other count. */
async function expectResult(
  day: Day,
  count: keyof typeof COUNTED,
  expected: readonly (readonly [text: string, score: string, other: string])[],
): Promise<void> {
  const { page } = day.wall;
  await page.getByText(COUNTED[count]).waitFor();
  await phoneOf(day, "Anna").page.getByText(COUNTED[count]).waitFor();
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: " kommuner · " });
  const shown = (await rows.allTextContents()).map((text) => text.replaceAll("\u00a0", " "));
  expect(shown).toHaveLength(expected.length);
  for (const [at, [text, score, other]] of expected.entries()) {
    const isShared = text !== IDEAS.intro;
    const marks = isShared ? "Bredt flertallige mange" : "";
    const place = PLACES[count][isShared ? "shared" : "alone"];
    const behind = isShared ? "2 af 2" : "1 af 2";
    expect(shown[at]).toBe(`${place}.${text}${marks}${score}${behind} kommuner · 2 af 3 roller · ${other}`);
  }
}

/** A29 */
export async function promise(day: Day): Promise<void> {
  await goOnTo(day, "agree");
  const { page } = phoneOf(day, "Anna");
  await page.getByLabel("Hvad aftaler I?").fill(PROMISE);
  await page.getByRole("button", { name: "Gem aftale" }).tap();
  await page.getByText("Skriv det første skridt.").waitFor();
  await page.getByText("Vælg en dato, der ikke er gået.").waitFor();
  forget(day, "422");
  const [guest] = day.crowd;
  const form = { intent: "save", id: crypto.randomUUID(), what: PROMISE, firstStep: FIRST_STEP, due: "2099-01-15" };
  expect((await guest?.post("commitments", form))?.status).toBe(422);
  expect(day.db.select().from(commitment).all()).toHaveLength(2);
  await expectAccessible(page);
  await page.getByLabel("Første skridt").fill(FIRST_STEP);
  await page.getByLabel("Senest").fill("2099-01-15");
  await page.getByLabel("Sammen med").fill("SOSU H, FOA");
  await page.getByLabel("Kommer fra").selectOption({ label: IDEAS.intro });
  await page.getByRole("button", { name: "Gem aftale" }).tap();
  await page.getByText("Gemt. Den står nu på skærmen").waitFor();
  await day.wall.page.getByText(PROMISE).waitFor();
  await day.lead.page.getByText(`Aftale, Billund: ${PROMISE}`).waitFor();
  const kept = day.db
    .select()
    .from(commitment)
    .all()
    .find(({ what }) => what === PROMISE);
  expect(kept).toMatchObject({ ownerId: phoneOf(day, "Anna").kommune.code, partners: ["SOSU H", "FOA"] });
  expect(kept?.originId).toContain(phoneOf(day, "Anna").kommune.boardId);

  const other = phoneOf(day, "Bo").page;
  await other.context().setOffline(true);
  await other.getByLabel("Hvad aftaler I?").fill(OTHER_PROMISE);
  await other.getByLabel("Første skridt").fill(OTHER_STEP);
  await other.getByLabel("Senest").fill("2099-01-16");
  await other.getByRole("button", { name: "Gem aftale" }).tap();
  await other.getByText("Venter på net").waitFor();
  await other.context().setOffline(false);
  await other.getByText("Venter på net").waitFor({ state: "detached" });
  forget(day, "ERR_INTERNET_DISCONNECTED", "Failed to fetch");
  await day.wall.page.getByText(OTHER_PROMISE).waitFor();
  await look(day, "agreements");
  await expectAccessible(day.wall.page);
}

/** A question comes before whatever else stands on the wall, and ends answered in writing. */
export async function answerAQuestion(day: Day): Promise<void> {
  const [{ page }, stage, wall] = [phoneOf(day, "Anna"), day.lead.page, day.wall.page];
  await page.getByText("Spørgsmål og P-plads").tap();
  await page.getByLabel("Dit spørgsmål").fill(QUESTION);
  await page.getByRole("button", { name: "Send spørgsmål" }).tap();
  await page.getByText("Sendt. Svaret kommer her.").waitFor();
  await stage.getByText(QUESTION).first().waitFor();
  const clockPlace = () => wall.getByRole("timer").boundingBox();
  const before = await clockPlace();
  await stage.getByRole("button", { name: "Besvar nu" }).click();
  await wall.getByText(QUESTION).waitFor();
  expect(await clockPlace()).toEqual(before);
  await look(day, "question");
  await expectAccessible(wall);
  await stage.getByRole("button", { name: "Besvaret" }).click();
  await stage.getByLabel("Svar på skrift").fill(ANSWER);
  await stage.getByRole("button", { name: "Gem svar" }).click();
  await page.getByText(`Svar: ${ANSWER}`).waitFor();
  await wall.getByText(PROMISE).waitFor();
}

/** A30 */
export async function callUp(day: Day): Promise<void> {
  await goOnTo(day, "round");
  const [anna, bo] = [phoneOf(day, "Anna").page, phoneOf(day, "Bo").page];
  const { page: wall } = day.wall;
  const { page } = day.lead;
  await wall.getByText("Runden går i gang om lidt.").waitFor();
  await page.keyboard.press("r");
  await wall.getByText("Billund har ordet").waitFor();
  await wall.getByText(`Første skridt: ${FIRST_STEP}`).waitFor();
  await page.getByText("Billund har ordet").waitFor();
  await anna.getByText("I har ordet").waitFor();
  await bo.getByText("Billund har ordet").waitFor();
  for (const phone of [anna, bo]) await phone.getByText(`Første skridt: ${FIRST_STEP}`).waitFor();
  await look(day, "spotlight");
  await expectAccessible(wall);
  // Five minutes more are Billund's: the clock begins anew with an eighth of the eight minutes that were planned.
  await giveMinutes(day, "+5 min.");
  await until(async () => (await clockOn(wall)) > 200);
  await page.keyboard.press("r");
  await wall.getByText("Helsingør har ordet").waitFor();
  await wall.getByText(`Første skridt: ${OTHER_STEP}`).waitFor();
  await bo.getByText("I har ordet").waitFor();
  await anna.getByText(`Første skridt: ${OTHER_STEP}`).waitFor();
  expect(await wall.getByText(FIRST_STEP).count()).toBe(0);
  for (const screen of [wall, anna, bo]) {
    await until(async () => (await clockOn(screen)) <= 60);
    expect(await clockOn(screen)).toBeGreaterThan(0);
  }
  await anna.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(anna);
  await anna.setViewportSize({ width: 390, height: 844 });
}

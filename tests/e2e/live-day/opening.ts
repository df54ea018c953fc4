/** The first quarter: welcome, what became of last time's promises, and the figures: A6 to A8. */
import { expect } from "vitest";
import { until } from "../../until.ts";
import { expectAccessible } from "../harness.ts";
import { ASKED, PROMISED, titleOf } from "./agenda.ts";
import { type Day, expectClocks, goOnTo, look, phoneOf } from "./day.ts";

const ON_THE_WALL = "Kan skolerne tage et hold mere i februar?";

/** A6 */
export async function begin(day: Day): Promise<void> {
  await goOnTo(day, "welcome");
  await expectClocks(day);
  // Before anybody writes, phone and wall say what is kept of who wrote.
  for (const { page } of [day.wall, phoneOf(day, "Anna")]) {
    await page.getByText("Helt anonymt: det gemmes ikke, hvem der skrev hvad.").waitFor();
    await page.getByText(titleOf("write"), { exact: true }).last().waitFor();
  }
  await expectAccessible(day.wall.page);
}

/** A7 */
export async function lookBack(day: Day): Promise<void> {
  await goOnTo(day, "since");
  const [anna, bo, carl] = [phoneOf(day, "Anna").page, phoneOf(day, "Bo").page, phoneOf(day, "Carl").page];
  await anna.getByText(PROMISED.Billund).waitFor();
  await bo.getByText(PROMISED.Helsingør).waitFor();
  await carl.getByText("Holbæk har ingen åbne aftaler fra tidligere værksteder.").waitFor();
  expect(await anna.getByText(PROMISED.Helsingør).count()).toBe(0);
  expect(await bo.getByText(PROMISED.Billund).count()).toBe(0);
  const { page } = day.wall;
  await page.getByText("0 af 2 har nyt").waitFor();
  expect(await page.getByText("Intet nyt").count()).toBe(2);
  await anna.getByRole("button", { name: "I gang" }).tap();
  await anna.getByText("Sagt: I gang").waitFor();
  await page.getByText("1 af 2 har nyt").waitFor();
  // The facilitator's picture of the wall is the wall.
  await day.lead.page.getByText("1 af 2 har nyt").waitFor();
  const line = (what: string) => page.getByRole("listitem").filter({ hasText: what });
  await line(PROMISED.Billund).getByText("I gang").waitFor();
  await line(PROMISED.Helsingør).getByText("Intet nyt").waitFor();
  await expectAccessible(anna);
}

/** A8 */
export async function showFigures(day: Day): Promise<void> {
  await goOnTo(day, "figures");
  const { page } = day.wall;
  const [holed, whole] = [page.locator("figure").first(), page.locator("figure").last()];
  await holed.getByRole("img", { name: /^Kurve: Oplevelse af et godt samarbejde/ }).waitFor();
  const row = holed.getByRole("row", { name: /^Værdi/ });
  expect(await row.getByRole("cell").allInnerTexts()).toEqual(["31 %", "–", "43 %"]);
  // Nothing joins the years on both sides of the one that is missing.
  const lines = (figure: typeof holed) =>
    figure.locator("polyline").evaluateAll((all) => all.map((each) => each.getAttribute("points")?.split(" ").length));
  await until(async () => (await lines(whole)).length === 1);
  expect(await lines(whole)).toEqual([4]);
  expect((await lines(holed)).every((points) => points === 1)).toBe(true);
  await day.lead.page
    .getByRole("img", { name: /^Kurve: / })
    .first()
    .waitFor();
  await page.getByText(/^Kilde: /).waitFor();
  expect(await page.getByText(/^n: /).count()).toBe(2);
  await expectAccessible(page);
}

const HALF_WRITTEN = "Og hvem betaler";

/** While somebody talks, asking is the phone's one task, and the wall shows what the facilitator has put on it. */
export async function askDuringATalk(day: Day): Promise<void> {
  await goOnTo(day, "talk");
  const [{ page: anna }, { page: wall }, { page: stage }] = [phoneOf(day, "Anna"), day.wall, day.lead];
  await wall.getByText("Spørg på telefonen").waitFor();
  const field = anna.getByLabel("Dit spørgsmål");
  await field.fill(ON_THE_WALL);
  await anna.getByRole("button", { name: "Send spørgsmål" }).tap();
  await wall.getByText("1 spørgsmål er kommet ind").waitFor();
  expect(await wall.getByText(ON_THE_WALL).count()).toBe(0);
  await stage.getByRole("button", { name: "På tavlen" }).click();
  await wall.getByText(ON_THE_WALL).waitFor();
  await look(day, "talk");
  await expectAccessible(wall);
  await stage.getByRole("button", { name: "Besvares ikke" }).click();
  await stage.getByLabel("Hvorfor ikke?").fill("Det svarer KL på i næste uge.");
  await stage.getByRole("button", { name: "Gem grund" }).click();
  await anna.getByText("Fordi: Det svarer KL på i næste uge.").waitFor();
  await field.fill(HALF_WRITTEN);
  await anna.getByRole("heading", { name: ASKED.talk }).tap();
  await goOnTo(day, "write");
  expect(await field.isVisible()).toBe(false);
  await anna.getByText("Spørgsmål og P-plads").tap();
  expect(await field.inputValue()).toBe(HALF_WRITTEN);
  await field.fill("");
  await anna.getByText("Spørgsmål og P-plads").tap();
}

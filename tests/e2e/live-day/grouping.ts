/** Each table groups what it wrote: two who move the same, the keyboard alone, and one's own undo: A14 to A16. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { note } from "#db/schema/live.ts";
import { until } from "../../until.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../harness.ts";
import { type Day, forget, goOnTo, look, phoneOf, post, standing } from "./day.ts";

const box = (page: Page, text: string) => page.getByRole("checkbox", { name: text, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

/** Table 1's notes, in the order in which they are shown. */
const textsAtTableOne = ({ db }: Day): readonly string[] =>
  db
    .select()
    .from(note)
    .orderBy(note.sortOrder)
    .all()
    .filter(({ tableId, revealedAt }) => tableId === "table-1" && revealedAt !== null)
    .map(({ text }) => text);

const move = (page: Page, to: string) => page.getByLabel("Flyt til …").selectOption({ label: to });

/** A14 */
export async function moveTheSame(day: Day): Promise<void> {
  await goOnTo(day, "group");
  const [anna, carl] = [phoneOf(day, "Anna").page, phoneOf(day, "Carl").page];
  await takeHint(day, anna);
  const texts = textsAtTableOne(day);
  const [a = "", b = "", c = "", both = ""] = texts;
  await box(anna, a).tap();
  await anna.getByRole("button", { name: "Ny gruppe" }).tap();
  await heading(carl, `${a} (1)`).waitFor();
  for (const text of [b, c]) await box(carl, text).tap();
  await carl.getByRole("button", { name: "Ny gruppe" }).tap();
  await heading(anna, `${b} (2)`).waitFor();
  await box(anna, both).focus();
  await anna.keyboard.press("m");
  await anna.getByLabel("Flyt til …").and(anna.locator(":focus")).waitFor();
  await box(carl, both).tap();
  await Promise.all([move(anna, a), move(carl, b)]);
  for (const page of [anna, carl]) await page.getByRole("status").filter({ hasText: "Flyttet: 1" }).waitFor();
  const stored = day.db.select().from(note).all();
  const placed = stored.filter(({ text }) => text === both);
  expect(placed).toHaveLength(1);
  expect(placed[0]?.clusterId).not.toBeNull();
  const size = (text: string) => {
    const clusterId = stored.find((each) => each.text === text)?.clusterId;
    return stored.filter((each) => each.clusterId === clusterId).length;
  };
  for (const page of [anna, carl]) {
    await heading(page, `${a} (${size(a)})`).waitFor();
    await heading(page, `${b} (${size(b)})`).waitFor();
    expect(await page.getByRole("checkbox").count()).toBe(texts.length);
    expect(await box(page, both).count()).toBe(1);
  }
  await look(day, "grouping");
  await expectAccessible(anna);
  await refuseAnotherTable(day);
}

/** What is alike is suggested with why, grouped by a press and not before; it can be taken back, and said no to. */
async function takeHint(day: Day, anna: Page): Promise<void> {
  const { page } = day.lead;
  const hints = page.getByRole("region", { name: "Forslag til grupper (1)" });
  await hints.getByText(/^Bord 1: Fælles ord: (vagterne, vagtplanen|vagtplanen, vagterne)\.$/).waitFor();
  await look(day, "hint");
  await hints.getByRole("button", { name: "Saml under «Vagterne»" }).click();
  await heading(anna, "Vagterne (2)").waitFor();
  await hints.waitFor({ state: "detached" });
  await page.getByLabel("Beskeder").getByRole("button", { name: "Fortryd" }).click();
  await heading(anna, "Vagterne (2)").waitFor({ state: "detached" });
  await hints.waitFor();
  await anna.getByText("Forslag til grupper (1)").tap();
  await look(day, "hint-phone");
  await anna.getByRole("button", { name: "Nej tak" }).tap();
  await anna.getByText("Forslag til grupper (1)").waitFor({ state: "detached" });
}

/** Bo sits at table 2. */
async function refuseAnotherTable(day: Day): Promise<void> {
  const before = standing(day);
  const { page } = phoneOf(day, "Bo");
  const [theirs] = day.db
    .select()
    .from(note)
    .all()
    .filter(({ tableId, clusterId }) => tableId === "table-1" && clusterId);
  const address = `/live/${day.workshopId}/group`;
  const forms: Readonly<Record<string, string>>[] = [
    { intent: "place", note: theirs?.id ?? "", to: "" },
    { intent: "create", note: theirs?.id ?? "", id: randomUUID(), title: "Vores" },
    { intent: "rename", id: theirs?.clusterId ?? "", title: "Vores" },
    { intent: "dissolve", id: theirs?.clusterId ?? "" },
  ];
  for (const form of forms) expect(await post(page, address, form)).toBe(403);
  expect(standing(day)).toEqual(before);
  forget(day, "403");
}

/** A15 */
export async function mergeByKeyboard(day: Day): Promise<void> {
  const [{ page }, carl] = [phoneOf(day, "Anna"), phoneOf(day, "Carl").page];
  const [a = "", b = ""] = textsAtTableOne(day);
  await tabTo(page, `Flyt «${b}» med tastaturet`);
  await page.keyboard.press("Space");
  const said = page.getByRole("status").filter({ hasText: b });
  await said.filter({ hasText: `«${b}» er løftet, over «${a}»` }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await said.filter({ hasText: `«${b}» er lagt sammen med «${a}»: 4 svar.` }).waitFor();
  await heading(carl, `${a} (4)`).waitFor();
  expect(await heading(carl, `${b} (2)`).count()).toBe(0);
}

/** By the keyboard alone, to the handle of a group: what it holds has handles too. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.closest("li") === null ? (activeElement.getAttribute("aria-label") ?? "") : "";
    });
  await until(async () => {
    await page.keyboard.press("Tab");
    return (await focused()).startsWith(name);
  }, 30_000);
}

/** A16 */
export async function undoOnesOwn(day: Day): Promise<void> {
  const [anna, carl] = [phoneOf(day, "Anna").page, phoneOf(day, "Carl").page];
  const [a = "", b = "", , , loose = ""] = textsAtTableOne(day);
  await box(carl, loose).tap();
  await carl.getByRole("button", { name: "Ny gruppe" }).tap();
  await heading(anna, `${loose} (1)`).waitFor();
  await anna.getByRole("button", { name: "Fortryd" }).tap();
  await anna.getByRole("status").filter({ hasText: "Din seneste ændring er fortrudt." }).waitFor();
  for (const page of [anna, carl]) {
    await heading(page, `${loose} (1)`).waitFor();
    await page.getByRole("heading", { name: new RegExp(`^${b} \\(`) }).waitFor();
    await page.getByRole("heading", { name: new RegExp(`^${a} \\(`) }).waitFor();
  }
  // What others have moved on since is left where they put it.
  await box(anna, loose).tap();
  await move(anna, a);
  await anna.getByRole("status").filter({ hasText: "Flyttet: 1" }).waitFor();
  await carl.getByRole("button", { name: "Fortryd" }).tap();
  await carl.getByRole("status").filter({ hasText: "Andre har ændret det imens" }).waitFor();
  expect(await box(carl, loose).count()).toBe(1);
  await carl.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(carl);
  await carl.setViewportSize({ width: 390, height: 844 });
}

/** The facilitator shows one group to everybody, and lets go of it. */
export async function lookHere(day: Day): Promise<void> {
  const [{ page: stage }, { page: wall }, { page: bo }] = [day.lead, day.wall, phoneOf(day, "Bo")];
  const [title = ""] = textsAtTableOne(day);
  await stage.getByRole("button", { name: `Vis «${title}» for alle` }).click();
  await wall.getByText("Se her").waitFor();
  await bo.getByRole("status").filter({ hasText: title }).waitFor();
  await look(day, "look-here");
  await expectAccessible(wall);
  await expectAccessible(stage);
  // Two that say the same would share their votes.
  await stage.getByText(/^\d+ er ikke i en gruppe\. Saml dem/).waitFor();
  await stage.getByRole("button", { name: "Slip" }).click();
  await wall.getByText("Se her").waitFor({ state: "detached" });
  await bo.getByText("Se her").waitFor({ state: "detached" });
}

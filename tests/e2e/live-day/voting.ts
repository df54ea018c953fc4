/** The first vote: three dots, blind, with proxies for those without a phone: A17 to A20. */
import { expect } from "vitest";
import { participant, vote } from "#db/schema/live.ts";
import { PROXY_SEATS } from "#domain/live/participant.ts";
import type { ShownBallot } from "#domain/live/view.ts";
import { until } from "../../until.ts";
import { expectAccessible, expectNoSidewaysScroll, isAlive } from "../harness.ts";
import { itemOf } from "./agenda.ts";
import { type Day, EVERYBODY, forget, goOnTo, holdBack, look, phoneOf, post, standing } from "./day.ts";

const ITEM = itemOf("voteOne");
/** Of the result alone. */
const RESULT_WORDS = ["hasBroadMajority", "balancedRank", "proxyVotes"];

const ballotOf = ({ crowd }: Day): ShownBallot =>
  crowd[0]?.section<ShownBallot>("ballots", ITEM) ?? expect.fail("there is no ballot");

/** A17: everybody gives three; a fourth is refused, by the page and by the server. */
export async function voteWithThreeDots(day: Day): Promise<void> {
  const { page } = phoneOf(day, "Anna");
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await goOnTo(day, "voteOne");
  await until(() => page.evaluate(() => window.scrollY === 0));
  const [first] = ballotOf(day).targets;
  const target = page
    .getByRole("listitem")
    .filter({ hasText: first?.text ?? "" })
    .first();
  for (const left of ["2 prikker", "1 prik", "0 prikker"]) {
    await target.getByRole("button", { name: "Giv en prik mere" }).tap();
    await page.getByText(`Du har ${left} tilbage`).waitFor();
  }
  expect(await target.getByRole("button", { name: "Giv en prik mere" }).isDisabled()).toBe(true);
  await haveArrived(day, 3);
  await look(day, "voted");
  const before = standing(day);
  const votes = `/live/${day.workshopId}/votes`;
  const fourth = { item: ITEM, target: first?.id ?? "", votes: "4" };
  expect(await post(page, votes, fourth)).toBe(403);
  const [, other] = ballotOf(day).targets;
  expect(await post(page, votes, { item: ITEM, target: other?.id ?? "", votes: "1" })).toBe(403);
  expect(standing(day)).toEqual(before);
  forget(day, "403");
  await target.getByRole("button", { name: "Tag en prik tilbage" }).tap();
  await page.getByText("Du har 1 prik tilbage").waitFor();
  await haveArrived(day, 2);
  // Until the server has told which dots are given, another one would take their place.
  const answerNow = await holdBack(page, "**/votes");
  await page.reload();
  await isAlive(page);
  expect(await target.getByRole("button", { name: "Giv en prik mere" }).isDisabled()).toBe(true);
  answerNow();
  await page.getByText("Du har 1 prik tilbage").waitFor();
  await target.getByRole("button", { name: "Giv en prik mere" }).tap();
  await page.getByText("Du har 0 prikker tilbage").waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
}

/** The phone shows a dot before the server has it. */
export const haveArrived = ({ db }: Day, dots: number) =>
  until(
    () =>
      db
        .select()
        .from(vote)
        .all()
        .reduce((sum, { votes }) => sum + votes, 0) === dots,
  );

/** A18: until it is shown, no browser is told of anything but how many have voted. */
export async function voteBlind(day: Day): Promise<void> {
  await Promise.all(
    day.phones.slice(1).map(async ({ page }, index) => {
      const target = page.getByRole("listitem").nth(index % 2);
      for (let dot = 0; dot < 3; dot++) await target.getByRole("button", { name: "Giv en prik mere" }).tap();
      await page.getByText("Du har 0 prikker tilbage").waitFor();
    }),
  );
  const [first] = ballotOf(day).targets;
  const cast = { item: ITEM, target: first?.id ?? "", votes: "3" };
  const answers = await Promise.all(day.crowd.map((guest) => guest.post("votes", cast)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await day.wall.page.getByText(`${EVERYBODY} har stemt`).waitFor();
  await day.wall.page.getByText(/^og \d+ til · bladrer selv$/).waitFor();
  await haveArrived(day, 3 * EVERYBODY);
  for (const { heard } of [day.wall, ...day.phones]) {
    for (const word of RESULT_WORDS) expect(heard().includes(word)).toBe(false);
  }
  expect(ballotOf(day).result).toBeNull();
  const { page } = phoneOf(day, "Bo");
  expect(await page.evaluate(async (path) => (await fetch(path)).json(), `/live/${day.workshopId}/votes`)).toEqual({
    own: { [ballotOf(day).targets[0]?.id ?? ""]: 3 },
    seats: {},
  });
}

/** A19: Anna hosts table 1, where six have no phone. */
export async function voteForSeats(day: Day): Promise<void> {
  const [first, second] = ballotOf(day).targets;
  const votes = `/live/${day.workshopId}/votes`;
  const proxy = (seat: number, dots: number) => ({
    ...{ item: ITEM, target: second?.id ?? "", votes: String(dots), seat: String(seat) },
  });
  const { page } = phoneOf(day, "Anna");
  expect(await post(page, votes, proxy(1, 1))).toBe(403);
  await day.lead.page.getByRole("region", { name: "Borde" }).getByText("Bord 1", { exact: true }).click();
  await day.lead.page.getByRole("button", { name: "Gør Anna til bordvært" }).click();
  const choice = page.getByLabel("Stem for");
  const target = page
    .getByRole("listitem")
    .filter({ hasText: second?.text ?? "" })
    .first();
  for (const seat of PROXY_SEATS) {
    await choice.selectOption({ label: `Plads ${seat} uden telefon` });
    await page.getByText("Du har 3 prikker tilbage").waitFor();
    await target.getByRole("button", { name: "Giv en prik mere" }).tap();
    await page.getByText("Du har 2 prikker tilbage").waitFor();
  }
  await look(day, "proxy");
  await day.wall.page.getByText(`${EVERYBODY + PROXY_SEATS.length} har stemt`).waitFor();
  await haveArrived(day, 3 * EVERYBODY + PROXY_SEATS.length);
  const before = standing(day);
  expect(await post(page, votes, proxy(1, 4))).toBe(403);
  expect(await post(page, votes, proxy(7, 1))).toBe(403);
  expect(await post(phoneOf(day, "Carl").page, votes, proxy(2, 1))).toBe(403);
  expect(standing(day)).toEqual(before);
  forget(day, "403");
  await choice.selectOption({ label: "Mig selv" });
  await page.getByText("Du har 0 prikker tilbage").waitFor();
  expect(first?.id).not.toBe(second?.id);
}

/** A20 */
export async function showKommunerBehind(day: Day): Promise<void> {
  const { page } = day.wall;
  const [first, second] = ballotOf(day).targets;
  await day.lead.page.keyboard.press("r");
  await page.getByText(`8 af 8 kommuner`).first().waitFor();
  const row = (text: string) => page.getByRole("listitem").filter({ hasText: text }).first();
  // Anna, half of the other phones and all programs gave their three to the first; six seats one each to the second.
  const toFirst = 3 * (1 + 4 + day.crowd.length);
  await row(first?.text ?? "")
    .getByText(String(toFirst), { exact: true })
    .waitFor();
  await row(second?.text ?? "")
    .getByText("heraf 6 fra bordværten")
    .waitFor();
  await row(first?.text ?? "")
    .getByText("Bredt flertal")
    .waitFor();
  for (const { heard } of [day.wall, ...day.phones]) await until(() => heard().includes("hasBroadMajority"));
  // The programs hear of it by sockets of their own.
  const result = await until(() => ballotOf(day).result);
  expect(result).toMatchObject({ voters: EVERYBODY + 6, proxyVotes: 6, municipalities: 8 });
  // The single votes are gone.
  expect(day.db.select().from(vote).all()).toEqual([]);
  expect(day.db.select().from(participant).all()).toHaveLength(EVERYBODY);
  await look(day, "result-one");
  await expectAccessible(page);
}

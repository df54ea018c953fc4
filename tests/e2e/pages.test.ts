/** What holds on every page: axe finds nothing, the console is empty, nobody else is asked, and 320 px are enough. */
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { expectAccessible, expectNoSidewaysScroll, isAlive, journey, picture, type Visitor, visit } from "./harness.ts";
import { LIVE_CODE, openLiveWorkshop } from "./live-data.ts";

const { product, person, stranger } = await journey();

interface Board {
  readonly id: string;
  readonly workshop: { readonly id: string };
  readonly municipality: { readonly name: string };
}
const boards = await product.cli<Board[]>("boards");
const board = boards.find(({ municipality }) => municipality.name === "Holbæk") ?? expect.fail("Holbæk has no board");

await product.checked();
openLiveWorkshop(product, board.workshop.id, [{ kind: "welcome", title: "Velkomst" }]).close();

/** A place in the live workshop, taken once. */
async function joined(page: Page): Promise<string> {
  const phone = `/live/${board.workshop.id}`;
  await page.goto(`${product.origin}/join/${LIVE_CODE}`);
  if (new URL(page.url()).pathname === phone) return phone;
  await isAlive(page);
  await page.locator("input[name=organisation]").first().check();
  await page.locator("input[name=role]").first().check();
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(product.origin + phone);
  return phone;
}

/** One address for each page of the route table; what it needs to know is read from the page before it. */
const addresses: Record<string, (page: Page) => Promise<string> | string> = {
  "": () => "/",
  workshops: () => "/workshops",
  "workshops/:workshopId": () => `/workshops/${board.workshop.id}`,
  "workshops/:workshopId/participants": () => `/workshops/${board.workshop.id}/participants`,
  "workshops/:workshopId/agenda": () => `/workshops/${board.workshop.id}/agenda`,
  "workshops/:workshopId/live/sheets": () => `/workshops/${board.workshop.id}/live/sheets`,
  "workshops/:workshopId/live/participants": () => `/workshops/${board.workshop.id}/live/participants`,
  "workshops/:workshopId/live": () => `/workshops/${board.workshop.id}/live`,
  "workshops/:workshopId/findings": () => `/workshops/${board.workshop.id}/findings`,
  "workshops/:workshopId/report": () => `/workshops/${board.workshop.id}/report`,
  "workshops/:workshopId/retention": () => `/workshops/${board.workshop.id}/retention`,
  "findings/:findingId": (page) => firstLink(page, `/workshops/${board.workshop.id}/findings`, "/findings/"),
  "boards/:boardId": () => `/boards/${board.id}`,
  "boards/:boardId/history": () => `/boards/${board.id}/history`,
  "boards/:boardId/history/compare": () => `/boards/${board.id}/history/compare`,
  compare: () => "/compare",
  actors: () => "/actors",
  "actors/:actorId": (page) => firstLink(page, "/actors", "/actors/"),
  organisations: () => "/organisations",
  "organisations/:organisationId": (page) => firstLink(page, "/organisations", "/organisations/"),
  inbox: () => "/inbox",
  "live/:workshopId": joined,
  account: () => "/account",
  was: () => "/was",
  privacy: () => "/privacy",
  chain: () => "/chain",
  check: () => "/check",
  "check/words": () => "/check/words",
  "*": () => "/no-such-page",
};
/** Without signing in. */
const open: Record<string, () => Promise<string> | string> = {
  "sign-in": () => "/sign-in",
  "sign-in/:token": async () =>
    new URL((await product.cli<{ url: string }>("sign-in-link", consultantEmail)).url).pathname,
  "invitations/:token": () => "/invitations/no-such-invitation",
  join: () => "/join",
  "join/:code": () => `/join/${LIVE_CODE}`,
  "screen/:code": () => `/screen/${LIVE_CODE}`,
};
const users = await product.cli<{ email: string; name: string }[]>("users");
const consultantEmail = users.find(({ name }) => name === "KL-konsulent")?.email ?? expect.fail("no consultant");

async function firstLink(page: Page, from: string, prefix: string): Promise<string> {
  await page.goto(product.origin + from);
  const links = await page.locator(`main a[href^="${prefix}"]`).all();
  const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
  return paths.find((path) => path?.split("/").length === 3) ?? expect.fail(`${from} has no link to ${prefix}…`);
}

test("every page of the route table is visited", () => {
  const pages = (routes as RouteConfigEntry[]).filter(({ file }) => file.endsWith(".tsx"));
  const visited = [...Object.keys(addresses), ...Object.keys(open)];
  expect(pages.map(({ path }) => path ?? "").sort()).toEqual(visited.sort());
});

const administrates = new Set(["organisations", "organisations/:organisationId"]);
const facilitates = new Set([
  "workshops/:workshopId/participants",
  "workshops/:workshopId/agenda",
  "workshops/:workshopId/live/sheets",
  "workshops/:workshopId/live/participants",
  "workshops/:workshopId/live",
]);
const belongsToHolbaek = new Set(["boards/:boardId/history", "boards/:boardId/history/compare"]);

/** Opening the projector's page makes its browser a guest, who would be led past the other open pages. */
const PROJECTOR = "projector";
const STRANGER = "stranger";

/** Somebody who may see the page. */
function readerOf(path: string): string {
  if (path in open) return path === "screen/:code" ? PROJECTOR : STRANGER;
  if (administrates.has(path)) return "Systemadministrator";
  if (belongsToHolbaek.has(path)) return "HR, Holbæk";
  return facilitates.has(path) ? "Facilitator" : "KL-konsulent";
}

interface Reader {
  readonly context: BrowserContext;
  /** Opening one costs more than many a page. */
  readonly idleTabs: Page[];
}

describe.each(["da", "en"])("in language %s", (language) => {
  const readers = new Map<string, Promise<Reader>>();
  const reader = (name: string): Promise<Reader> => {
    const isOpen = name === STRANGER || name === PROJECTOR;
    const found = readers.get(name) ?? (isOpen ? stranger() : person(name)).then(speaking);
    readers.set(name, found);
    return found;
  };

  /** The demo speaks Danish to whoever has not chosen. */
  async function speaking({ context, page }: Visitor): Promise<Reader> {
    if (language === "en") {
      await visit(page, `${product.origin}/privacy`);
      await page.getByRole("button", { name: "English" }).click();
      await page.locator(`html[lang=${language}]`).waitFor();
    }
    return { context, idleTabs: [page] };
  }

  // Side by side, each in a tab of its own: half of a visit is waiting for the network to fall silent.
  test.concurrent.each(Object.entries({ ...addresses, ...open }))("%s", async (path, address) => {
    const { context, idleTabs } = await reader(readerOf(path));
    const page = idleTabs.pop() ?? (await context.newPage());
    await look(page, await address(page), `${path || "overview"}-${language}`);
    idleTabs.push(page);
  });

  async function look(page: Page, path: string, name: string): Promise<void> {
    await page.goto(product.origin + path, { waitUntil: "networkidle" });
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.title()).not.toBe("");
    expect(await page.locator("h1").count()).toBe(1);
    await expectAccessible(page);
    await picture(page, `${name.replaceAll(/[/:*]+/g, "-")}-1440`);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    await picture(page, `${name.replaceAll(/[/:*]+/g, "-")}-320`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

/**
 * The words of the browser tests: a product that runs, people who are signed in, pages that are watched.
 *
 *     const { product, person } = await journey();
 *     const hr = await person("HR, Holbæk");
 *     await hr.page.goto(product.origin);
 *     …
 *     await expectAccessible(hr.page);
 *
 * Every page is watched: a warning on the console, an error in a script or a request to another host fails the file.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, expect, inject } from "vitest";
import { root } from "../../scripts/run.mjs";
import { Product } from "../product.ts";

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface Journey {
  readonly product: Product;
  readonly browser: Browser;
  /** What the pages complained of so far; a test that breaks the connection on purpose looks at it and takes it out. */
  readonly troubles: string[];
  /** Somebody of the demo who is signed in already, in a browser of their own that has no page open yet. */
  person(name: string, options?: BrowserContextOptions): Promise<Visitor>;
  /** Somebody who is not signed in. */
  stranger(options?: BrowserContextOptions): Promise<Visitor>;
}

/** Starts product and browser for a test file; both end with it, and every page must have been quiet. */
export async function journey(data: "demo" | "empty" = "demo"): Promise<Journey> {
  const [product, browser] = await Promise.all([
    Product.start(data === "demo" ? { template: inject("demoData") } : {}),
    chromium.launch({ executablePath: inject("browserPath"), args: launchArguments }),
  ]);
  const troubles: string[] = [];
  afterAll(async () => {
    await browser.close();
    await product.close();
    expect(troubles).toEqual([]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [index, page] of pages.entries())
      await picture(page, `failed-${task.name.replaceAll(/\W+/g, "-")}-${index}`);
  });
  const stranger = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ ...desktop, ...options });
    context.on("page", (page) => watch(page, product.origin, troubles));
    context.setDefaultTimeout(30_000);
    return { context, page: await context.newPage() };
  };
  const person = async (name: string, options: BrowserContextOptions = {}) => {
    const visitor = await stranger(options);
    await takeSession(visitor.context, product.origin, name);
    return visitor;
  };
  return { product, browser, troubles, stranger, person };
}

/** Parts of a browser's own window, of which each new context would load two pages in a process of their own. */
const addressBar = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

/** Chromium follows the last list of features alone: this is what Playwright's own switches off. */
const switchedOffByPlaywright = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

/** The tests run as root in containers, where Chromium's sandbox has nothing to stand on; the pages are our own. */
export const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...switchedOffByPlaywright, ...addressBar].join()}`,
];

/** Without animation, so that what is measured and photographed stands still. */
const desktop: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: "da-DK",
  timezoneId: "Europe/Copenhagen",
  reducedMotion: "reduce",
};

/** What the form on the demo's sign-in page does, without the page: most journeys are about something else. */
async function takeSession(context: BrowserContext, origin: string, name: string): Promise<void> {
  const personId = inject("demoPeople")[name] ?? expect.fail(`nobody in the demo is called ${name}`);
  const form = { intent: "demo", personId };
  const answer = await context.request.post(`${origin}/sign-in`, { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status(), `signing in as ${name}`).toBe(303);
}

/** One click on the demo's sign-in page. */
export async function signIn(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  // React 18 reports an error of its own (#345) when a click comes while it takes a page over; the form is sent all the same.
  await isAlive(page);
  await page.locator(`button[name="personId"][aria-label$="${name}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** The page hears keys: a press before that goes to nobody. */
export const isAlive = (page: Page): Promise<void> => page.locator("html[data-alive]").waitFor({ state: "attached" });

/** Goes there, and waits until the page answers to what is pressed. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await isAlive(page);
}

function watch(page: Page, origin: string, troubles: string[]): void {
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    // Chromium reports a page that is itself a 404 as an error; that page is what the test wanted to see.
    const isThePage = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (!isThePage) troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(origin).host) troubles.push(`${page.url()} asked ${host}`);
  });
}

/**
 * No rule of axe is broken on the page as it is now. Our pages have no frames, so that what axe calls legacy checks all of
 * them, and need not open a second page to put the frames' results together.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(page.frames(), "a page with frames wants axe's other mode").toHaveLength(1);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html.slice(0, 200)) }));
  expect(told, `axe at ${page.url()}`).toEqual([]);
}

/** The page can be read without scrolling sideways, once it has settled in its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, null, { timeout: 5000 }).catch(async () => {
    expect(await page.evaluate(elementsBeyondTheWindow), `${page.url()} is wider than the window`).toEqual([]);
  });
}

/** Runs in the page. */
function elementsBeyondTheWindow(): string[] {
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth)
    .map(({ outerHTML }) => outerHTML.slice(0, 150));
}

/** Keeps a picture of the page below test-results/. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(root, "test-results/pictures");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

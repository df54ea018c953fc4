/** How evenly a board of 300 cards is painted while somebody drags a card and types in its title. */
import { type Browser, chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../scripts/browser.mjs";
import { type Figure, median, ms, quantile } from "./figures.ts";
import { emptyPage, type Loaded, type LoadedBoard, newPage } from "./loaded.ts";
import { fill } from "./pages.ts";

const cards = 300;
const runs = 3;

export async function measureFrames(loaded: Loaded, board: LoadedBoard): Promise<Figure[]> {
  await fill(loaded, board, cards);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
  const floor: number[][] = [];
  const frames: number[][] = [];
  for (let run = 0; run < runs; run++) {
    floor.push(await nothingToPaint(browser));
    frames.push(await oneRun(browser, loaded, board));
  }
  await browser.close();
  const p99Of = (all: readonly (readonly number[])[]) => median(all.map((times) => quantile(times, 0.99)));
  const longestOf = (all: readonly (readonly number[])[]) => median(all.map((times) => Math.max(...times)));
  const p99 = p99Of(frames);
  const longest = longestOf(frames);
  return [
    {
      what: "the pointer over an empty page: p99 and longest frame, what this machine can do at all",
      budget: "–",
      measured: `${ms(p99Of(floor))}, ${ms(longestOf(floor))}`,
      within: null,
    },
    {
      what: `drag and typing on a board of ${cards} cards in Chromium: p99 frame, median of ${runs} runs`,
      budget: "50 ms",
      measured: ms(p99),
      within: p99 <= 50,
    },
    { what: "the same: longest frame", budget: "200 ms", measured: ms(longest), within: longest <= 200 },
  ];
}

/** The same movements and as much typing where nothing has to be painted. */
async function nothingToPaint(browser: Browser): Promise<number[]> {
  const page = await emptyPage(browser);
  await page.goto("about:blank");
  const times = await page.evaluateHandle(recordFrames);
  await move(page, { x: 60, y: 200 });
  await page.keyboard.type(words, { delay: 30 });
  const recorded = await times.jsonValue();
  await page.context().close();
  return recorded;
}

/** @returns the times between each two frames, in milliseconds */
async function oneRun(browser: Browser, loaded: Loaded, board: LoadedBoard): Promise<number[]> {
  const page = await newPage(browser, loaded);
  await page.goto(`${loaded.product.origin}/boards/${board.id}`);
  await page.locator("[data-card] [data-tool=move]").first().waitFor();
  const times = await page.evaluateHandle(recordFrames);
  await drag(page);
  await type(page);
  const recorded = await times.jsonValue();
  await page.context().close();
  return recorded;
}

/** Runs in the page. */
function recordFrames(): number[] {
  const times: number[] = [];
  let last = performance.now();
  const frame = (now: number) => {
    times.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return times;
}

/** Across all lanes and back, slowly enough that every lane shows where the card would go. */
async function drag(page: Page): Promise<void> {
  const card = await page.locator("[data-card]").first().boundingBox();
  if (card === null) throw new Error("No card is shown.");
  await move(page, { x: card.x + 40, y: card.y + 20 });
}

async function move(page: Page, { x: from, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.move(from, y);
  await page.mouse.down();
  for (const x of [700, 1100, 700, 400]) await page.mouse.move(x, y + 200, { steps: 30 });
  await page.mouse.up();
}

const words = " med makker på hver vagt i det første år";

async function type(page: Page): Promise<void> {
  await page.locator("[data-card]").nth(2).click();
  await page.locator("textarea[data-shared]").pressSequentially(words, { delay: 30 });
}

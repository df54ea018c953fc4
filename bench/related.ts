/** How long after the last letter of a title the related initiatives stand on the screen, among 98 × 40. */
import { chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../scripts/browser.mjs";
import { type Figure, ms, quantile } from "./figures.ts";
import { type Loaded, newPage } from "./loaded.ts";

const cards = 10;

export async function measureRelated(loaded: Loaded): Promise<Figure[]> {
  const board = loaded.boards.find(({ initiatives }) => initiatives >= cards);
  if (board === undefined) throw new Error("No board holds enough initiatives.");
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
  const page = await newPage(browser, loaded);
  await page.goto(`${loaded.product.origin}/boards/${board.id}`);
  await page.locator("[data-card] [data-tool=move]").first().waitFor();
  const times: number[] = [];
  for (let card = 0; card < cards; card++) times.push(await typeIn(page, card));
  await browser.close();
  const p95 = quantile(times, 0.95);
  return [
    {
      what: `related initiatives on the screen after the last letter, among 98 × 40, p95 of ${cards} cards`,
      budget: "500 ms",
      measured: `${ms(p95)} (median ${ms(quantile(times, 0.5))})`,
      within: p95 <= 500,
    },
  ];
}

const words = " med mentor";

async function typeIn(page: Page, card: number): Promise<number> {
  await page.locator("[data-card] a").nth(card).click();
  await page.locator("section[aria-busy=false] > #related-heading").waitFor();
  const field = page.locator("textarea[data-shared]");
  await field.press("End");
  const shown = page.evaluate(untilShown, words.length);
  await field.pressSequentially(words, { delay: 60 });
  return shown;
}

/** Runs in the page. @returns milliseconds from the last letter to the frame in which the list is no longer being sought */
function untilShown(letters: number): Promise<number> {
  const list = document.querySelector("#related-heading")?.closest("section");
  let typed = 0;
  let lastLetter = 0;
  let hasSought = false;
  document.addEventListener("input", () => {
    typed += 1;
    lastLetter = performance.now();
    hasSought = false;
  });
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const isSeeking = list?.getAttribute("aria-busy") === "true";
      hasSought ||= isSeeking;
      if (typed < letters || !hasSought || isSeeking) return;
      clearInterval(timer);
      requestAnimationFrame(() => resolve(performance.now() - lastLetter));
    }, 4);
  });
}

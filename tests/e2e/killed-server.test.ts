/** The server is killed and started again in the middle of a sentence. */
import type { Page } from "playwright-core";
import { test } from "vitest";
import { until } from "../until.ts";
import { addCard, drawer, editor, holbaekBoard, isSaved, openBoard } from "./board-page.ts";
import { journey } from "./harness.ts";

const { product, person, troubles } = await journey();
const { url } = await holbaekBoard(product);

/** What stands in the description, without the names at the carets of others. */
const written = (page: Page): Promise<string> =>
  editor(page).evaluate((field) => {
    const copy = field.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".pointer-events-none")) caret.remove();
    return copy.textContent ?? "";
  });

/**
 * Until the page has painted and heard what the server told it. Chromium answers keys before sockets and timers: on a slow
 * machine a page that gets them without a pause does nothing else.
 */
const takeBreath = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((heard) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => heard();
          port2.postMessage("behind what has come before");
        }),
      ),
  );

test("two people write on while the server is killed and started again: both are told, nothing typed is lost, and both end with the same", {
  timeout: 300_000,
}, async () => {
  const [hr, homeCare] = [await person("HR, Holbæk"), await person("Hjemmeplejen, Holbæk")];
  await openBoard(hr.page, url);
  const card = await addCard(hr.page, "Skrevet, mens serveren faldt");
  for (const { page } of [hr, homeCare]) {
    await page.goto(`${url}?card=${card}`);
    await editor(page).click();
  }
  await hr.page.keyboard.type("Begyndt sammen. ");
  await until(async () => (await written(homeCare.page)).includes("Begyndt sammen. "));
  await hr.page.keyboard.press("Control+Home");
  await homeCare.page.keyboard.press("Control+End");

  const sentences = new Map<Page, string[]>([
    [hr.page, []],
    [homeCare.page, []],
  ]);
  let isWriting = true;
  const writeOn = async (page: Page) => {
    for (let count = 1; isWriting; count++) {
      const sentence = `${page === hr.page ? "Makker" : "Mentor"} ${count}. `;
      for (const word of sentence.split(/(?<= )/)) {
        await page.keyboard.type(word, { delay: 80 });
        await takeBreath(page);
      }
      sentences.get(page)?.push(sentence);
    }
  };
  const writing = [hr.page, homeCare.page].map(writeOn);
  const bothHaveWritten = (more: number) => {
    const before = [...sentences.values()].map(({ length }) => length);
    return until(
      () => [...sentences.values()].every(({ length }, index) => length >= (before[index] ?? 0) + more),
      60_000,
    );
  };

  await bothHaveWritten(2);
  for (let fall = 0; fall < 2; fall++) {
    await product.stop("SIGKILL");
    for (const { page } of [hr, homeCare]) {
      await page.locator("[data-save=offline]").waitFor();
      await page.getByText(/Offline – \d+ ændring(er)? venter/).waitFor();
    }
    await bothHaveWritten(2);
    await product.start();
    await bothHaveWritten(2);
  }
  isWriting = false;
  await Promise.all(writing);

  const by = (page: Page) => (sentences.get(page) ?? []).join("");
  const everything = `${by(hr.page)}Begyndt sammen. ${by(homeCare.page)}`.trim();
  for (const { page } of [hr, homeCare]) {
    await isSaved(page);
    await until(async () => (await written(page)).trim() === everything, 60_000);
  }
  const reader = await person("HR, Billund");
  await reader.page.goto(`${url}?card=${card}`);
  await drawer(reader.page).filter({ hasText: everything }).waitFor();
  for (const { context } of [hr, homeCare, reader]) await context.close();
  // The browser itself reports the connections that this test broke.
  troubles.splice(0);
});

/** Somebody who presses keys before the page has come alive. */
import { test } from "vitest";
import { journey } from "./harness.ts";

const { product, stranger } = await journey();

test("a page comes alive although keys are pressed all the while", async () => {
  const { page, context } = await stranger();
  await context.addInitScript(() => {
    const turns = new MessageChannel();
    turns.port1.onmessage = () => {
      const { body, documentElement } = document;
      if (documentElement?.hasAttribute("data-alive")) return;
      body?.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
      turns.port2.postMessage(null);
    };
    turns.port2.postMessage(null);
  });
  await page.goto(`${product.origin}/sign-in`);
  await page.locator("html[data-alive]").waitFor();
});

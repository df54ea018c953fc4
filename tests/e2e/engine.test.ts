import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, inject, test } from "vitest";
import { checkDevelopmentSet } from "./development-check.ts";
import { launchArguments } from "./harness.ts";

test("the engine finds the same pairs with the same scores and reasons in the browser as in Node", async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("development-check.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "check",
  });
  const browser = await chromium.launch({ executablePath: inject("browserPath"), args: launchArguments });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const inBrowser = await page.evaluate("check.checkDevelopmentSet()");
  await browser.close();
  const inNode = checkDevelopmentSet();
  expect(inNode.length).toBeGreaterThan(100);
  expect(inBrowser).toEqual(inNode);
});

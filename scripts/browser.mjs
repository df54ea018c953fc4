// @ts-check
/** Finds Chromium for the browser tests, and installs one where that is possible. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isMain, run, runTool, say, stop } from "./run.mjs";

const places = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @returns {Promise<string | undefined>} path of a Chromium that is installed */
export async function findBrowser() {
  const { chromium } = await import("playwright-core");
  return [...places, chromium.executablePath()].find((place) => place !== undefined && existsSync(place));
}

/** The path of a Chromium; installed first when there is none. Stops the process with one line when none can be had. */
export async function ensureBrowser() {
  const found = (await findBrowser()) ?? (await install());
  return (
    found ??
    stop(
      "The browser tests need Chromium: install it (apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium.",
    )
  );
}

async function install() {
  say("Installing Chromium for the browser tests …");
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    await run("apt-get", ["update"]);
    const apt = ["install", "-y", "--no-install-recommends", "chromium"];
    await run("apt-get", apt, { DEBIAN_FRONTEND: "noninteractive" });
  }
  if ((await findBrowser()) === undefined) await runTool(join("playwright-core", "cli.js"), ["install", "chromium"]);
  return findBrowser();
}

if (isMain(import.meta.url)) say(await ensureBrowser());

// @ts-check
/** `npm test`: every check and every test, the browser's too. */
import { ensureBrowser } from "./browser.mjs";
import { runChecks } from "./check.mjs";
import { ensureInstalled } from "./ensure.mjs";
import { closing, runTests } from "./vitest.mjs";

await ensureInstalled();
// First, since without a browser nothing that follows counts.
process.env["CHROMIUM_PATH"] = await ensureBrowser();
const build = /** @type {const} */ (["build", "scripts/build.mjs", ["--if-stale"]]);
closing([await runChecks([build]), await runTests("unit"), await runTests("realtime"), await runTests("e2e")]);

// @ts-check
/** `npm run check`: everything that needs neither a build nor a browser. */
import { ensureInstalled } from "./ensure.mjs";
import { isMain, runTool, say } from "./run.mjs";
import { closing, runTests } from "./vitest.mjs";

/** @type {[name: string, tool: string, args: string[]][]} */
const checks = [
  ["format and lint", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]],
  [
    "layers",
    "dependency-cruiser/bin/dependency-cruise.mjs",
    ["app", "db", "domain", "server", "scripts", "tests", "bench"],
  ],
  ["dead code", "knip/bin/knip.js", []],
  ["types", "typescript/bin/tsc", []],
];

/** Runs all of them, so that one look tells everything. @returns {Promise<import("./vitest.mjs").Count>} */
export async function runChecks() {
  const count = { passed: 0, failed: 0 };
  for (const [name, tool, args] of checks) {
    const code = await runTool(tool, args);
    say(`${code === 0 ? "passed" : "FAILED"}: ${name}`);
    count[code === 0 ? "passed" : "failed"]++;
  }
  return count;
}

if (isMain(import.meta.url)) {
  await ensureInstalled();
  closing([await runChecks(), await runTests("unit")]);
}

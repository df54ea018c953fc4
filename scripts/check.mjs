// @ts-check
/** `npm run check`: everything that needs neither a build nor a browser. */
import { join } from "node:path";
import { ensureInstalled } from "./ensure.mjs";
import { isMain, root, runAside, say } from "./run.mjs";
import { closing, runTests } from "./vitest.mjs";

/** @typedef {readonly [name: string, script: string, args: readonly string[]]} Check */

/** By far the longest, so that it has one of the machine's cores to itself. @type {Check} */
const types = ["types", "node_modules/typescript/bin/tsc", []];

/** @type {readonly Check[]} */
const shorter = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]],
  [
    "layers",
    "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    ["app", "db", "domain", "server", "scripts", "tests", "bench"],
  ],
  ["dead code", "node_modules/knip/bin/knip.js", []],
];

/**
 * Runs all of them, so that one look tells everything.
 *
 * @param {readonly Check[]} further after the shorter ones
 * @returns {Promise<import("./vitest.mjs").Count>}
 */
export async function runChecks(further = []) {
  const outcomes = await Promise.all([inTurn([types]), inTurn([...shorter, ...further])]);
  const passed = outcomes.flat().filter((isPassed) => isPassed).length;
  return { passed, failed: outcomes.flat().length - passed };
}

/** @param {readonly Check[]} checks */
async function inTurn(checks) {
  const outcomes = [];
  for (const [name, script, args] of checks) {
    const { code, output } = await runAside(process.execPath, [join(root, script), ...args]);
    if (output.trim() !== "") say(output.trimEnd());
    say(`${code === 0 ? "passed" : "FAILED"}: ${name}`);
    outcomes.push(code === 0);
  }
  return outcomes;
}

if (isMain(import.meta.url)) {
  await ensureInstalled();
  closing([await runChecks(), await runTests("unit")]);
}

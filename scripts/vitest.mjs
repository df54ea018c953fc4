// @ts-check
/** Runs one of the projects of vitest.config.ts and counts. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, runTool, say } from "./run.mjs";

/** @typedef {{ passed: number, failed: number }} Count */

/** @typedef {{ status: string, assertionResults: { status: string }[] }} File */

/** @param {File} file */
const failsBesideItsTests = ({ status, assertionResults }) =>
  status === "failed" && assertionResults.every((test) => test.status !== "failed");

/** @param {"unit" | "realtime" | "e2e"} project @returns {Promise<Count>} */
export async function runTests(project) {
  const report = join(root, "test-results", `${project}.json`);
  mkdirSync(join(root, "test-results"), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("vitest/vitest.mjs", ["run", "--project", project, ...reporters]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: File[] }} */
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // A file that does not load, or an error outside a test, fails the run without being a failed test.
  const failed = numFailedTests + testResults.filter(failsBesideItsTests).length;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Prints the sum alone on the last line and ends the process with what it means. @param {Count[]} counts */
export function closing(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  say(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

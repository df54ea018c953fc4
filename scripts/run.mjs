// @ts-check
/** What the other scripts share: where the project is and how a program of it is run. Node built-ins only. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program to its end with our terminal.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to ours
 * @returns {Promise<number>} its exit code; 1 when it could not be started or a signal ended it
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.once("error", (error) => {
      say(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program beside others: what it prints is kept together.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>} the code as `run` gives it
 */
export function runAside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    /** @type {Buffer[]} */
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
    const end = (/** @type {number} */ code) => resolve({ code, output: Buffer.concat(chunks).toString() });
    child.once("error", (error) => {
      chunks.push(Buffer.from(`${command}: ${error.message}`));
      end(1);
    });
    child.once("close", (code) => end(code ?? 1));
  });
}

/**
 * Runs a tool of node_modules by its script, so that there is no shell and no `npx` between us and it.
 *
 * @param {string} script path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runTool(script, args, env) {
  return run(process.execPath, [join(root, "node_modules", script), ...args], env);
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} line the one line that tells why we stop @returns {never} */
export function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** True for the script that the person started, false for one that was imported. @param {string} url import.meta.url */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1];
}

// @ts-check
/** An installation on one's own machine, as the demo and the development server use it. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { root } from "./run.mjs";

/**
 * The environment of a server for this machine: address from PORT, data from DATA_DIR, and a secret that is made once and
 * stays with the data, so that people stay signed in across a restart.
 *
 * @returns {{ HOST: string, PORT: string, DATA_DIR: string, APP_ORIGIN: string, SESSION_SECRET: string }}
 */
export function localEnvironment() {
  const PORT = process.env["PORT"] ?? "3000";
  const DATA_DIR = resolve(root, process.env["DATA_DIR"] ?? "data");
  return {
    HOST: process.env["HOST"] ?? "127.0.0.1",
    PORT,
    DATA_DIR,
    APP_ORIGIN: process.env["APP_ORIGIN"] ?? `http://localhost:${PORT}`,
    SESSION_SECRET: process.env["SESSION_SECRET"] ?? keptSecret(DATA_DIR),
  };
}

/** @param {string} dataDir */
function keptSecret(dataDir) {
  const file = join(dataDir, "session-secret");
  if (existsSync(file)) return readFileSync(file, "utf8");
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

/** True until a database lies in the data directory. @param {{ DATA_DIR: string }} environment */
export function isEmpty({ DATA_DIR }) {
  return !existsSync(join(DATA_DIR, "sammenspil.db"));
}

/** @param {{ HOST: string, PORT: string }} environment @returns {Promise<boolean>} */
export function isPortFree({ HOST, PORT }) {
  return new Promise((free) => {
    const probe = createServer();
    probe.once("error", () => free(false));
    probe.listen(Number(PORT), HOST, () => probe.close(() => free(true)));
  });
}

/**
 * Ends with the child, and hands it the signals that are meant for it.
 *
 * @param {import("node:child_process").ChildProcess} child
 */
export function followChild(child) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
}

// @ts-check
/** An installation on one's own machine, as the demo and the development server use it. */
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { root } from "./run.mjs";

/**
 * Where a server on this machine listens and keeps its data. Its address and its secret follow from these: the server
 * makes a secret for a demo and keeps it with the data, so that people stay signed in across a restart.
 *
 * @returns {{ HOST: string, PORT: string, DATA_DIR: string }}
 */
export function localEnvironment() {
  return {
    HOST: process.env["HOST"] ?? "127.0.0.1",
    PORT: process.env["PORT"] ?? "3000",
    DATA_DIR: resolve(root, process.env["DATA_DIR"] ?? "data"),
  };
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

// @ts-check
/** Brings node_modules to what package-lock.json says. Works before there is any node_modules. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMain, root, run, say, stop } from "./run.mjs";

/** Installs when node_modules is missing or is not what the lock says; stops the process when that fails. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`Node 20.19 or newer is needed; this is ${process.version}.`);
  if (isInstalled()) return;
  say("Installing what package-lock.json lists (a few minutes the first time) …");
  const code = await run("npm", ["ci", "--no-fund", "--no-audit"], headersOfThisNode());
  if (code !== 0) stop("The installation failed; npm says why above. It needs python3, make and a C++ compiler.");
}

/** npm keeps in node_modules/.package-lock.json what it has installed; compared by content, since a checkout changes times. */
function isInstalled() {
  const installedFile = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(installedFile);
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional === true || installed[path]?.version === entry.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/**
 * Where better-sqlite3's finished binary cannot be downloaded it is compiled, and the compiler wants Node's headers.
 * A Node from a package or an archive has them beside itself: then nothing needs to be fetched for it.
 *
 * @returns {Record<string, string>}
 */
function headersOfThisNode() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

if (isMain(import.meta.url)) await ensureInstalled();

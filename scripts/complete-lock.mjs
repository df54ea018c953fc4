// @ts-check
/**
 * Adds the entries that npm leaves out of package-lock.json for the platforms it did not run on. Without them `npm ci`
 * calls the lock out of step on every other platform. Run it after each `npm install` that changed the lock.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, root, say } from "./run.mjs";

const lockFile = join(root, "package-lock.json");

/** @typedef {{ version?: string, optional?: boolean, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry */

/**
 * The optional dependencies without an entry that Node would find for the package that asks for them.
 *
 * @param {Record<string, Entry>} packages
 * @returns {{ path: string, name: string, version: string, dev: boolean }[]}
 */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([asker, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesFor(asker, name).some((place) => place in packages))
      .map(([name, version]) => ({ path: `node_modules/${name}`, name, version, dev: entry.dev === true })),
  );
}

/** Where Node looks for a package, nearest first. @param {string} asker @param {string} name */
function placesFor(asker, name) {
  const places = [`node_modules/${name}`];
  for (let at = asker; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    places.unshift(`${at}/node_modules/${name}`);
  }
  return places;
}

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * Such a package says in its name where it runs: `@rollup/rollup-linux-x64-musl`. Taken from there, because a registry
 * that holds one platform only cannot be asked for the others; npm fetches the checksum when it installs one.
 *
 * @param {string} name
 */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (cpu.length !== 1) throw new Error(`${name} does not say which processor it is for; add its entry by hand.`);
  return { cpu, ...(os.length > 0 && { os }), ...(words.includes("musl") && { libc: ["musl"] }) };
}

/**
 * The lock with an entry for each of them. Only exact versions can be completed, which all such packages ask for.
 *
 * @template {{ packages: Record<string, Entry> }} Lock
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const { path, name, version, dev } of missingOptional(packages)) {
    packages[path] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) };
  }
  const byPath = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(byPath) };
}

if (isMain(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockFile, "utf8"));
  say(`package-lock.json: ${missingOptional(lock.packages).length} entries added.`);
  writeFileSync(lockFile, `${JSON.stringify(completed(lock), null, 2)}\n`);
}

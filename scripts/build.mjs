// @ts-check
/**
 * Builds everything that `npm start` needs into build/: the pages (Remix), our server, the command line and the
 * worker threads. With `--if-stale` only when a source differs from what the last build was made of.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure.mjs";
import { isMain, root, runTool, say, stop } from "./run.mjs";

const sources = ["app", "db", "domain", "public", "server", "package-lock.json", "remix.config.js", "vite.config.ts"];
const fingerprintFile = join(root, "build/fingerprint");

/** What Node starts: source → bundle. The workers lie beside the server, which starts them by these names. */
const bundles = {
  "server/index.ts": "build/server/index.js",
  "server/synergy/worker.ts": "build/server/worker.js",
  "server/realtime/compaction-worker.ts": "build/server/compaction-worker.js",
  "server/cli.ts": "build/cli.js",
};

export async function buildWhenStale() {
  const fingerprint = sourceFingerprint();
  if (existsSync(fingerprintFile) && readFileSync(fingerprintFile, "utf8") === fingerprint) return;
  say("Building …");
  await build(fingerprint);
}

/** @param {string} fingerprint taken before building, so that a file saved meanwhile makes the build stale */
async function build(fingerprint) {
  // Remix empties build/server, so our own bundles come after the pages.
  // A test runner that builds first sets NODE_ENV, and the pages would get React's slow half for developers.
  const code = await runTool("@remix-run/dev/dist/cli.js", ["vite:build"], { NODE_ENV: "production" });
  if (code !== 0) stop("The pages could not be built.");
  const { build: bundle } = await import("esbuild");
  for (const [source, outfile] of Object.entries(bundles)) {
    await bundle({
      entryPoints: [join(root, source)],
      outfile: join(root, outfile),
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
    });
  }
  cpSync(join(root, "db/migrations"), join(root, "build/migrations"), { recursive: true });
  writeFileSync(fingerprintFile, fingerprint);
}

/** By content, not by time: a checkout gives old text a new time, and a deleted file has none. */
function sourceFingerprint() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesOf(join(root, source))))
    hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

if (isMain(import.meta.url)) {
  await ensureInstalled();
  await (process.argv.includes("--if-stale") ? buildWhenStale() : build(sourceFingerprint()));
}

// @ts-check
/**
 * Builds everything that `npm start` needs into build/: the pages (Remix), our server, the command line and the
 * worker threads. With `--if-stale` only when a source differs from what the last build was made of.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure.mjs";
import { isMain, root, runTool, say, stop } from "./run.mjs";

const sources = ["app", "db", "domain", "public", "server", "package-lock.json", "remix.config.js", "vite.config.ts"];
const fingerprintFile = join(root, "build/fingerprint");

/** What Node starts, and the pages, which the server loads when it listens. */
const programs = { "server/index": "server/index.ts", "server/pages": "build/remix/pages.js", cli: "server/cli.ts" };
/** They lie beside the server, which starts them by these names. */
const workers = {
  "server/worker": "server/synergy/worker.ts",
  "server/backup-worker": "server/backup-worker.ts",
  "server/database-worker": "server/database-worker.ts",
  "server/compaction-worker": "server/realtime/compaction-worker.ts",
};
/** Packages with a part that is not JavaScript, and the one that only `npm run dev` needs. */
const external = ["better-sqlite3", "@node-rs/argon2", "vite"];

export async function buildWhenStale() {
  const fingerprint = sourceFingerprint();
  if (existsSync(fingerprintFile) && readFileSync(fingerprintFile, "utf8") === fingerprint) return;
  say("Building …");
  await build(fingerprint);
}

/** @param {string} fingerprint taken before building, so that a file saved meanwhile makes the build stale */
async function build(fingerprint) {
  // A test runner that builds first sets NODE_ENV, and the pages would get React's slow half for developers.
  const code = await runTool("@remix-run/dev/dist/cli.js", ["vite:build"], { NODE_ENV: "production" });
  if (code !== 0) stop("The pages could not be built.");
  // Remix writes its half of the server where ours comes to lie; what it wrote goes into our bundle.
  rmSync(join(root, "build/remix"), { recursive: true, force: true });
  renameSync(join(root, "build/server"), join(root, "build/remix"));
  await bundleAll();
  rmSync(join(root, "build/remix"), { recursive: true });
  cpSync(join(root, "db/migrations"), join(root, "build/migrations"), { recursive: true });
  writeFileSync(fingerprintFile, fingerprint);
}

/**
 * Packages are bundled too: reading them file by file takes several times as long as all the rest of a start. What two
 * programs share lies in a file of its own, so that a package is there once (Yjs insists on it).
 */
async function bundleAll() {
  const { build: bundle } = await import("esbuild");
  const common = /** @type {const} */ ({
    absWorkingDir: root,
    outdir: join(root, "build"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external,
    // Without it React brings its half for developers too.
    define: { "process.env.NODE_ENV": '"production"' },
    // Rollup leaves such imports where Remix's chunks name what they share.
    logOverride: { "ignored-bare-import": "silent" },
    // Packages in CommonJS ask for Node's own modules by `require`, which a module does not have.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  await bundle({ ...common, entryPoints: programs, splitting: true, chunkNames: "server/shared-[hash]" });
  // By themselves: a thread loads its own copy anyway, and the engine's is told from another by its text.
  await bundle({ ...common, entryPoints: workers });
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

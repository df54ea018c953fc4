/** Once before all browser tests: a build of these sources, a browser, and a data directory with the demo to copy from. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureBrowser } from "../../scripts/browser.mjs";
import { buildWhenStale } from "../../scripts/build.mjs";
import { root } from "../../scripts/run.mjs";
import { environment } from "./environment.ts";

declare module "vitest" {
  interface ProvidedContext {
    browserPath: string;
    /** A DATA_DIR in which `seed demo` has run. */
    demoData: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  await buildWhenStale();
  const demoData = mkdtempSync(join(tmpdir(), "sammenspil-demo-"));
  const seeded = spawnSync(process.execPath, ["build/cli.js", "seed", "demo"], {
    cwd: root,
    env: environment({ dataDir: demoData, port: 0 }),
    encoding: "utf8",
  });
  if (seeded.status !== 0) throw new Error(`seed demo ended with ${seeded.status}: ${seeded.stderr}`);
  project.provide("demoData", demoData);
  project.provide("browserPath", await ensureBrowser());
  return () => rmSync(demoData, { recursive: true, force: true });
}

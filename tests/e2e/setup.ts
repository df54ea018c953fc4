/** Once before all browser tests: a build of these sources, a browser, and a data directory with the demo to copy from. */
import type { TestProject } from "vitest/node";
import { ensureBrowser } from "../../scripts/browser.mjs";
import { buildWhenStale } from "../../scripts/build.mjs";
import { Product } from "../product.ts";

declare module "vitest" {
  interface ProvidedContext {
    browserPath: string;
    /** A DATA_DIR in which `seed demo` has run. */
    demoData: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWhenStale();
  const demo = await Product.prepare();
  await demo.cli("seed", "demo");
  project.provide("demoData", demo.dataDir);
  project.provide("browserPath", await ensureBrowser());
  return () => demo.close();
}

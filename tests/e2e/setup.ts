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
    /** Ids of its people by their names. */
    demoPeople: Readonly<Record<string, string>>;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWhenStale();
  const demo = await Product.prepare();
  await demo.cli("seed", "demo");
  const people = await demo.cli<{ id: string; name: string }[]>("users");
  project.provide("demoData", demo.dataDir);
  project.provide("demoPeople", Object.fromEntries(people.map(({ id, name }) => [name, id])));
  project.provide("browserPath", await ensureBrowser());
  return () => demo.close();
}

/** Waiting until the server has nothing of its own to do, so that a figure tells of what it is named after. */
import { setTimeout as pause } from "node:timers/promises";
import type { Product } from "../tests/product.ts";

const longestMs = 10 * 60_000;

/** Resolves when the server has used less than a tenth of a core for two seconds: the first check of all pairs is done. */
export async function untilQuiet(product: Product): Promise<void> {
  const deadline = Date.now() + longestMs;
  for (let before = await cpuSeconds(product); Date.now() < deadline; ) {
    await pause(2000);
    const now = await cpuSeconds(product);
    if (now - before < 0.2) return;
    before = now;
  }
  throw new Error("The server did not come to rest.");
}

async function cpuSeconds({ origin }: Product): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
}

/** How long the first check of 98 × 40 initiatives takes, and how long a request waits meanwhile. */
import { setTimeout as pause } from "node:timers/promises";
import { type Figure, ms, quantile } from "./figures.ts";
import type { Loaded } from "./loaded.ts";

const END = /"ms":(\d+),"msg":"checked all initiatives"/;
const longestMs = 10 * 60_000;

/** Has to be measured first: a later start finds everything checked. */
export async function measureFirstCheck({ product }: Loaded): Promise<Figure[]> {
  const waits: number[] = [];
  const deadline = Date.now() + longestMs;
  while (!END.test(product.output) && Date.now() < deadline) {
    const begun = performance.now();
    await (await fetch(`${product.origin}/healthz`)).text();
    waits.push(performance.now() - begun);
    await pause(5);
  }
  const took = Number(END.exec(product.output)?.[1]);
  return [
    { what: "first check of 98 × 40 initiatives, all findings stored", budget: "–", measured: ms(took), within: null },
    {
      what: "the least of answers meanwhile (p95)",
      budget: "–",
      measured: `${ms(quantile(waits, 0.95))} (p99 ${ms(quantile(waits, 0.99))}, longest ${ms(Math.max(...waits))})`,
      within: null,
    },
  ];
}

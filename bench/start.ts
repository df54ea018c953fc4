/** How long a server with a country of initiatives takes until it says that it is ready. */
import { type Figure, median, ms } from "./figures.ts";
import type { Loaded } from "./loaded.ts";
import { untilQuiet } from "./quiet.ts";

const starts = 3;
const budgetMs = 3000;

export async function measureStart({ product }: Loaded): Promise<Figure[]> {
  const times: number[] = [];
  for (let start = 0; start < starts; start++) {
    await product.stop();
    const begun = performance.now();
    await product.start();
    times.push(performance.now() - begun);
    await untilQuiet(product);
  }
  const took = median(times);
  const what = `start until ready, 98 × 40 initiatives, median of ${starts}`;
  return [{ what, budget: "3 s", measured: ms(took), within: took <= budgetMs }];
}

/** Prints the budgets of the design with what this machine measured. Nothing is asserted: a busy machine is no bug. */
import { cpus } from "node:os";
import { measureColdLoad } from "./cold-load.ts";
import { measureFanOut } from "./fan-out.ts";
import { type Figure, ms } from "./figures.ts";
import { measureFrames } from "./frames.ts";
import { type Loaded, startLoaded } from "./loaded.ts";
import { measureMemory } from "./memory.ts";
import { measurePages } from "./pages.ts";
import { untilQuiet } from "./quiet.ts";
import { measureSynergy } from "./synergy.ts";

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function printFigure({ what, budget, measured, within }: Figure): void {
  const verdict = within === null ? "" : within ? "yes" : "NO";
  print(`| ${what} | ${budget} | ${measured} | ${verdict} |`);
}

async function measureStart({ product }: Loaded): Promise<Figure> {
  await product.stop();
  const begun = performance.now();
  await product.start();
  const took = performance.now() - begun;
  return { what: "start until ready, 98 × 40 initiatives", budget: "3 s", measured: ms(took), within: took <= 3000 };
}

const loaded = await startLoaded(3);
try {
  const [forPages, forFrames, forColdLoad] = loaded.boards.filter(({ initiatives }) => initiatives === 0);
  if (forPages === undefined || forFrames === undefined || forColdLoad === undefined)
    throw new Error("Boards are missing.");
  print(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}\n`,
  );
  print("| what | budget | measured | within |\n|---|---|---|---|");
  printFigure(await measureStart(loaded));
  await untilQuiet(loaded.product);
  for (const figure of await measurePages(loaded, forPages)) printFigure(figure);
  for (const figure of await measureFanOut(loaded)) printFigure(figure);
  printFigure(await measureMemory(loaded));
  for (const figure of measureSynergy()) printFigure(figure);
  for (const figure of await measureFrames(loaded, forFrames)) printFigure(figure);
  for (const figure of await measureColdLoad(loaded, forColdLoad)) printFigure(figure);
} finally {
  await loaded.product.close();
}

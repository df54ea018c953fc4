/**
 * Prints the budgets of the design with what this machine measured. Nothing is asserted: a busy machine is no bug.
 * `npm run bench -- start pages` measures only those lines.
 */
import { cpus, loadavg } from "node:os";
import { measureColdLoad } from "./cold-load.ts";
import { measureFanOut } from "./fan-out.ts";
import type { Figure } from "./figures.ts";
import { measureFirstCheck } from "./first-check.ts";
import { measureFrames } from "./frames.ts";
import { measureLive } from "./live.ts";
import { type Loaded, startLoaded } from "./loaded.ts";
import { measurePages } from "./pages.ts";
import { untilQuiet } from "./quiet.ts";
import { measureReferenceLoad } from "./reference-load.ts";
import { measureRelated } from "./related.ts";
import { measureStart } from "./start.ts";
import { measureSynergy } from "./synergy/synergy.ts";

type Measure = (loaded: Loaded) => Promise<readonly Figure[]>;

/** In the order they are printed. Each finds the server at rest, with boards of its own where it writes. */
const LINES: Readonly<Record<string, Measure>> = {
  "first-check": measureFirstCheck,
  start: measureStart,
  pages: (loaded) => measurePages(loaded, loaded.emptyBoard()),
  "fan-out": measureFanOut,
  load: measureReferenceLoad,
  related: measureRelated,
  frames: (loaded) => measureFrames(loaded, loaded.emptyBoard()),
  "cold-load": (loaded) => measureColdLoad(loaded, loaded.emptyBoard()),
};

/** Measured beside the server, after its lines. */
const WITHOUT_SERVER: Readonly<Record<string, () => AsyncIterable<Figure>>> = {
  live: measureLive,
  synergy: measureSynergy,
};

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function printFigure({ what, budget, measured, within }: Figure): void {
  const verdict = within === null ? "" : within ? "yes" : "NO";
  print(`| ${what} | ${budget} | ${measured} | ${loadavg()[0]?.toFixed(1)} | ${verdict} |`);
}

const asked = process.argv.slice(2);
const names = [...Object.keys(LINES), ...Object.keys(WITHOUT_SERVER)];
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such line: ${unknown.join(", ")}. There are: ${names.join(", ")}.\n`);
  process.exit(2);
}
const isAsked = ([name]: readonly [name: string, measure: unknown]): boolean =>
  asked.length === 0 || asked.includes(name);

async function measureServer(lines: readonly (readonly [name: string, measure: Measure])[]): Promise<void> {
  const loaded = await startLoaded(lines.length);
  try {
    for (const [name, measure] of lines) {
      if (name !== "first-check") await untilQuiet(loaded.product);
      for (const figure of await measure(loaded)) printFigure(figure);
    }
  } finally {
    await loaded.product.close();
  }
}

print(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}`,
);
print("\n| what | budget | measured | load | within |\n|---|---|---|---|---|");
const lines = Object.entries(LINES).filter(isAsked);
if (lines.length > 0) await measureServer(lines);
for (const [, measure] of Object.entries(WITHOUT_SERVER).filter(isAsked)) {
  for await (const figure of measure()) printFigure(figure);
}

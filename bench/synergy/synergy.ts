/**
 * The check over so many initiatives: an edit, text being written, everything at once, memory; and three search engines
 * given the same job. Each is measured in a process of its own.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { ensureBrowser } from "../../scripts/browser.mjs";
import { type Figure, ms, quantile } from "../figures.ts";
import type { BoardFigures } from "./in-browser.ts";
import type { EngineFigures } from "./run-engine.ts";
import type { PeerFigures } from "./run-peer.ts";

const COUNTS = [1_000, 10_000, 100_000] as const;
type Count = (typeof COUNTS)[number];
/** An initiative is asked for so often that a peer takes minutes at most. */
const PEER_ROUNDS: Readonly<Record<Count, number>> = { 1000: 60, 10000: 60, 100000: 15 };
const PEERS = { minisearch: "minisearch 7.2", flexsearch: "flexsearch 0.8", fts5: "SQLite FTS5 bm25" } as const;
const BUDGETS: Readonly<Partial<Record<Count, { edit: number; full: number; memory?: number }>>> = {
  10000: { edit: 5, full: 3_000 },
  100000: { edit: 20, full: 40_000, memory: 400 },
};

const BOARD = 200;
const root = fileURLToPath(new URL("../..", import.meta.url));
const outdir = join(root, "build/bench");
const run = promisify(execFile);

async function bundle(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      "run-check": "bench/synergy/run-check.ts",
      "run-engine": "bench/synergy/run-engine.ts",
      "run-peer": "bench/synergy/run-peer.ts",
      worker: "server/synergy/worker.ts",
      "database-worker": "server/database-worker.ts",
    },
    outdir,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
}

async function measured<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [join(outdir, script), ...args], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as T;
}

const seconds = (value: number): string => (value < 1_000 ? ms(value) : `${(value / 1_000).toFixed(1)} s`);
const spread = (times: readonly number[]): string =>
  `${ms(quantile(times, 0.95))} (median ${ms(quantile(times, 0.5))})`;

/** A line with a budget, where there is one for so many initiatives. */
function figure(what: string, [value, measuredText]: [number, string], budget: [number, string] | undefined): Figure {
  return { what, budget: budget?.[1] ?? "–", measured: measuredText, within: budget ? value <= budget[0] : null };
}

function figuresOf(count: Count, fullMs: number, { editMs, storedMs, ...found }: EngineFigures): readonly Figure[] {
  const among = `${count.toLocaleString("en")} initiatives`;
  const budget = BUDGETS[count];
  const typing = quantile(found.typingMs, 0.95);
  return [
    figure(
      `edit → changed findings stored and published, p95, ${among}`,
      [quantile(editMs, 0.95), `${spread(editMs)}, ${quantile(found.changes, 0.5)} findings changed`],
      budget && [budget.edit, ms(budget.edit)],
    ),
    figure(
      `full check with reasons, ${among}`,
      [fullMs, `${seconds(fullMs)}, ${found.findings.toLocaleString("en")} findings`],
      budget && [budget.full, seconds(budget.full)],
    ),
    figure(`the same with all findings stored, ${among}`, [storedMs, seconds(storedMs)], undefined),
    figure(
      `memory of the process after it, ${among}`,
      [found.residentMb, `${Math.round(found.residentMb)} MB`],
      budget?.memory === undefined ? undefined : [budget.memory, `${budget.memory} MB`],
    ),
    figure(
      `similar while typing, p95, ${among}`,
      [typing, spread(found.typingMs)],
      count === 10_000 ? [5, ms(5)] : undefined,
    ),
  ];
}

function peerFigure(count: Count, peer: string, { editMs, queryMs, buildMs, residentMb }: PeerFigures): Figure {
  const all = (queryMs.reduce((sum, one) => sum + one, 0) / queryMs.length) * count + buildMs;
  return {
    what: `${peer}: edit and ask again p95 · everything, extrapolated · memory, ${count.toLocaleString("en")} initiatives`,
    budget: "–",
    measured: `${spread(editMs)} · ${seconds(all)} · ${Math.round(residentMb)} MB`,
    within: null,
  };
}

/** One board of 200 initiatives in Chromium. */
async function browserFigure(): Promise<Figure> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["bench/synergy/in-browser.ts"],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "check",
  });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const { times, findings } = await page.evaluate<BoardFigures>(`check.timeBoard(${BOARD})`);
  await browser.close();
  const usual = quantile(times, 0.5);
  const first = times[0] ?? Number.NaN;
  return figure(
    `full check of ${BOARD} initiatives in the browser, median`,
    [usual, `${ms(usual)} (the first, before anything is compiled: ${ms(first)}), ${findings} findings`],
    [50, ms(50)],
  );
}

export async function* measureSynergy(): AsyncGenerator<Figure> {
  await bundle();
  const folder = mkdtempSync(join(root, "build/bench/data-"));
  try {
    yield await browserFigure();
    for (const count of COUNTS) {
      const fullMs = await measured<number>("run-check.js", String(count));
      yield* figuresOf(count, fullMs, await measured<EngineFigures>("run-engine.js", String(count), folder));
      for (const [name, peer] of Object.entries(PEERS)) {
        const rounds = String(PEER_ROUNDS[count]);
        yield peerFigure(count, peer, await measured<PeerFigures>("run-peer.js", name, String(count), rounds));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The load that the promises are made for: 200 people in 30 boards, 60 of them in one; and all of them after a crash. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { setTitle } from "#domain/board-doc/commands.ts";
import { initiativesOf } from "#domain/board-doc/schema.ts";
import type { Product } from "../tests/product.ts";
import { until } from "../tests/until.ts";
import { type Figure, ms } from "./figures.ts";
import type { Loaded, LoadedBoard } from "./loaded.ts";
import { Participant } from "./participant.ts";

const people = 200;
const boards = 30;
const inOneBoard = 60;
const editsPerSecond = 5;
const measuredMs = 10_000;
/** Over how long they come back, as pages do that wait for a moment of their own. */
const returnMs = 2_000;

export async function measureReferenceLoad(loaded: Loaded): Promise<Figure[]> {
  const { product } = loaded;
  const places = placesOf(loaded);
  const crowd = await enter(loaded, places);
  await loopDelay(product);
  await write(crowd);
  await until(() => crowd.every(({ durable, sent }) => durable === sent), 10_000);
  const delay = await loopDelay(product);
  const megabytes = residentKilobytes(product.pid) / 1024;
  await product.stop("SIGKILL");
  for (const participant of crowd) participant.close();
  await product.start();
  const back = await comeBack(loaded, places);
  const what = `${people} people in ${boards} boards, ${inOneBoard} of them in one, ${editsPerSecond} edits a second each`;
  return [
    {
      what: `${what}: the loop's delay (p99; longest)`,
      budget: "50; 250 ms",
      measured: `${ms(delay.p99)}; ${ms(delay.longest)}`,
      within: delay.p99 <= 50 && delay.longest <= 250,
    },
    {
      what: `${what}: memory (RSS)`,
      budget: "400 MB",
      measured: `${Math.round(megabytes)} MB`,
      within: megabytes <= 400,
    },
    {
      what: `all ${people} back within ${returnMs / 1000} s of a crash: the last has its board, the loop's longest delay`,
      budget: "10 s; 500 ms",
      measured: `${(back.lastMs / 1000).toFixed(1)} s; ${ms(back.longest)}`,
      within: back.lastMs <= 10_000 && back.longest <= 500,
    },
  ];
}

/** Whose board is whose: many in the first, the others spread over the rest. */
function placesOf({ boards: all }: Loaded): LoadedBoard[] {
  const busy = all.filter(({ initiatives }) => initiatives > 0).slice(0, boards);
  return Array.from({ length: people }, (_, index) => {
    const board = busy[index < inOneBoard ? 0 : 1 + (index % (boards - 1))];
    if (board === undefined) throw new Error(`Fewer than ${boards} boards have initiatives.`);
    return board;
  });
}

/** Everyone has the board as it was when they came, and writes from there. */
async function enter({ door }: Loaded, places: readonly LoadedBoard[]): Promise<Participant[]> {
  const crowd = places.map((board) => new Participant(door(board), { keepsDocument: false }));
  for (const participant of crowd) {
    Y.applyUpdate(participant.doc, Y.mergeUpdates([...(await participant.received)]), participant);
  }
  return crowd;
}

async function write(crowd: readonly Participant[]): Promise<void> {
  const begun = performance.now();
  const gone = () => performance.now() - begun;
  for (let number = 0; gone() < measuredMs; ) {
    const due = (gone() * crowd.length * editsPerSecond) / 1000;
    for (; number < due; number++) {
      const { doc } = crowd[number % crowd.length] as Participant;
      const ids = [...initiativesOf(doc).keys()];
      setTitle(doc, ids[Math.floor(number / crowd.length) % ids.length] as string, `Indsats med ændring ${number}`);
    }
    await pause(5);
  }
}

/** @returns milliseconds from the first who comes back until the last has the board, and the loop's longest delay meanwhile */
async function comeBack({ product, door }: Loaded, places: readonly LoadedBoard[]) {
  await loopDelay(product);
  const begun = performance.now();
  const crowd = await Promise.all(
    places.map(async (board, index) => {
      await pause((index / people) * returnMs);
      const participant = new Participant(door(board), { keepsDocument: false });
      await participant.received;
      return participant;
    }),
  );
  const lastMs = performance.now() - begun;
  const { longest } = await loopDelay(product);
  for (const participant of crowd) participant.close();
  return { lastMs, longest };
}

/** How late the server's loop came to its work since this was last asked, in milliseconds. */
async function loopDelay({ origin }: Product): Promise<{ p99: number; longest: number }> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const at = (quantile: string) =>
    1000 * Number(new RegExp(`^event_loop_delay_seconds{quantile="${quantile}"} (\\S+)`, "m").exec(metrics)?.[1]);
  return { p99: at("0.99"), longest: at("1") };
}

function residentKilobytes(pid: number): number {
  if (existsSync("/proc")) return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
}

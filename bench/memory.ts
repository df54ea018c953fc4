/** What the server holds with 200 people in 30 boards. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { setTitle } from "#domain/board-doc/commands.ts";
import { initiativesOf } from "#domain/board-doc/schema.ts";
import type { Figure } from "./figures.ts";
import type { Loaded } from "./loaded.ts";
import { Participant } from "./participant.ts";

const people = 200;
const rooms = 30;

export async function measureMemory({ product, boards, door }: Loaded): Promise<Figure[]> {
  const busy = boards.filter(({ initiatives }) => initiatives > 0).slice(0, rooms);
  const crowd = Array.from({ length: people }, (_, index) => {
    const board = busy[index % rooms];
    if (board === undefined) throw new Error(`Fewer than ${rooms} boards have initiatives.`);
    return new Participant(door(board), { keepsDocument: index < rooms });
  });
  await Promise.all(crowd.map(({ received }) => received));
  for (let round = 0; round < 20; round++) {
    for (const { doc } of crowd.slice(0, rooms)) {
      for (const id of [...initiativesOf(doc).keys()].slice(0, 2)) setTitle(doc, id, `Indsats i runde ${round}`);
    }
    await pause(100);
  }
  const megabytes = residentKilobytes(product.pid) / 1024;
  for (const participant of crowd) participant.close();
  return [
    {
      what: `memory with ${people} people in ${rooms} boards, after ${rooms * 20 * 2} edits (RSS)`,
      budget: "400 MB",
      measured: `${Math.round(megabytes)} MB`,
      within: megabytes <= 400,
    },
  ];
}

function residentKilobytes(pid: number): number {
  if (existsSync("/proc")) return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
}

/** What the server needs for the two heaviest pages, and what a browser must fetch before the board works. */
import { gzipSync } from "node:zlib";
import { insertInitiatives } from "#domain/board-doc/commands.ts";
import { until } from "../tests/until.ts";
import { type Figure, ms, quantile } from "./figures.ts";
import type { Loaded, LoadedBoard } from "./loaded.ts";
import { Participant } from "./participant.ts";
import { untilQuiet } from "./quiet.ts";

const initiatives = 200;
const warmUps = 10;
const requests = 100;

export async function measurePages(loaded: Loaded, board: LoadedBoard): Promise<Figure[]> {
  await fill(loaded, board);
  await untilQuiet(loaded.product);
  const boardUrl = `${loaded.product.origin}/boards/${board.id}`;
  const boardTime = await serverTime(boardUrl, loaded.headers);
  const compareTime = await serverTime(`${loaded.product.origin}/compare`, loaded.headers);
  const bytes = await firstLoad(boardUrl, loaded.headers);
  return [
    {
      what: `board page with ${initiatives} initiatives, server time (p95)`,
      budget: "50 ms",
      measured: ms(boardTime),
      within: boardTime <= 50,
    },
    {
      what: "compare page over 98 × 40 initiatives, server time (p95)",
      budget: "150 ms",
      measured: ms(compareTime),
      within: compareTime <= 150,
    },
    {
      what: "board JavaScript, gzip, first load",
      budget: "190 kB",
      measured: `${(bytes / 1000).toFixed(1)} kB`,
      within: bytes <= 190_000,
    },
  ];
}

/** A board of that size, in the lanes of a board that is in use. */
export async function fill(loaded: Loaded, board: LoadedBoard, count = initiatives): Promise<void> {
  const author = new Participant(loaded.door(board));
  await author.received;
  const statuses = ["idea", "trial", "running", "finished"] as const;
  const list = Array.from({ length: count }, (_, index) => ({
    id: `card-${index}`,
    // Words that the check knows nothing of: 200 like initiatives would be 20,000 findings, and no board is that.
    title: `Indsats nummer ${index} på tavlen`,
    status: statuses[index % statuses.length] ?? "idea",
  }));
  insertInitiatives(author.doc, list);
  await until(() => author.durable === author.sent, 10_000);
  author.close();
}

/** One request after the other, so that waiting in line is not counted. @returns p95 in milliseconds */
async function serverTime(url: string, headers: Loaded["headers"]): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < warmUps + requests; request++) {
    const begun = performance.now();
    const answer = await fetch(url, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
    if (request >= warmUps) times.push(performance.now() - begun);
  }
  return quantile(times, 0.95);
}

/** Every module that the page tells the browser to fetch at once, compressed as the server does. */
async function firstLoad(url: string, headers: Loaded["headers"]): Promise<number> {
  const page = await (await fetch(url, { headers })).text();
  const links = page.match(/<link[^>]*rel="modulepreload"[^>]*>/g) ?? [];
  const addresses = new Set(links.map((link) => /href="([^"]+)"/.exec(link)?.[1] ?? ""));
  const scripts = await Promise.all(
    [...addresses].map(async (path) => (await fetch(new URL(path, url))).arrayBuffer()),
  );
  return scripts.reduce((sum, script) => sum + gzipSync(Buffer.from(script)).length, 0);
}

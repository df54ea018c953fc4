/** How soon a board with 2,000 cards and 50,000 stored updates is there after a restart. */
import { setImmediate as turn } from "node:timers/promises";
import * as Y from "yjs";
import { insertInitiatives, setTitle } from "#domain/board-doc/commands.ts";
import { initiativesOf } from "#domain/board-doc/schema.ts";
import { until } from "../tests/until.ts";
import { type Figure, ms } from "./figures.ts";
import type { Loaded, LoadedBoard } from "./loaded.ts";
import { Participant } from "./participant.ts";

const cards = 2000;
const updates = 50_000;
const crowdSize = 50;

export async function measureColdLoad(loaded: Loaded, board: LoadedBoard): Promise<Figure[]> {
  await fill(loaded, board);
  await loaded.product.stop();
  await loaded.product.start();
  const first = await open(loaded, board, 1);
  await loaded.product.stop();
  await loaded.product.start();
  const crowd = await open(loaded, board, crowdSize);
  const what = `open a board with ${cards.toLocaleString("en")} cards and ${updates.toLocaleString("en")} stored updates`;
  return [
    { what: `${what}: first visitor`, budget: "450 ms", measured: ms(first), within: first <= 450 },
    { what: `${what}: ${crowdSize} at once`, budget: "400 ms", measured: ms(crowd), within: crowd <= 400 },
  ];
}

async function fill(loaded: Loaded, board: LoadedBoard): Promise<void> {
  const author = new Participant(loaded.door(board));
  await author.received;
  for (let at = 0; at < cards; at += 100) insertInitiatives(author.doc, newInitiatives(at, 100));
  for (let number = 20; number < updates; number++) {
    setTitle(author.doc, `card-${number % cards}`, `Indsats ${number % cards} med ændring ${number}`);
    // Let the answers in, and never run further ahead of the server's disk than a busy workshop could.
    if (number % 500 === 0) await until(() => author.sent - author.durable < 2000, 60_000);
    if (number % 50 === 0) await turn();
  }
  await until(() => author.durable === author.sent, 120_000);
  author.close();
}

function newInitiatives(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `card-${from + index}`,
    title: `Indsats ${from + index}`,
    status: "idea" as const,
  }));
}

/** @returns milliseconds until the last of `visitors` who come at the same moment has the whole board */
async function open(loaded: Loaded, board: LoadedBoard, visitors: number): Promise<number> {
  const begun = performance.now();
  const crowd = Array.from({ length: visitors }, () => new Participant(loaded.door(board), { keepsDocument: false }));
  const documents = await Promise.all(crowd.map(({ received }) => received));
  const took = performance.now() - begun;
  for (const visitor of crowd) visitor.close();
  const sizes = new Set(documents.map((pieces) => pieces.reduce((sum, { length }) => sum + length, 0)));
  if (sizes.size !== 1) throw new Error("Visitors differ.");
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const piece of documents[0] ?? []) Y.applyUpdate(doc, piece);
  });
  if (initiativesOf(doc).size !== cards) throw new Error(`${initiativesOf(doc).size} of ${cards} cards arrived.`);
  return took;
}

/** How soon 40 people in one room see each other's edits, beside a relay that understands and keeps nothing. */
import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { setTitle } from "#domain/board-doc/commands.ts";
import { initiativesOf } from "#domain/board-doc/schema.ts";
import { type Figure, ms, quantile } from "./figures.ts";
import type { Loaded } from "./loaded.ts";
import { type Door, Participant } from "./participant.ts";

const people = 40;
const writers = 10;
const editsPerSecond = 40;
const warmUpMs = 1000;
const measuredMs = 8000;

export async function measureFanOut({ boards, door }: Loaded): Promise<Figure[]> {
  const board = boards.find(({ initiatives }) => initiatives > 0);
  if (board === undefined) throw new Error("No board has initiatives.");
  const visitor = new Participant(door(board));
  const base = Y.mergeUpdates([...(await visitor.received)]);
  visitor.close();
  const relay = await startRelay();
  const relayed = await latencies(relay.door, base);
  relay.process.kill();
  const ours = await latencies(door(board));
  const p95 = quantile(ours, 0.95);
  return [
    {
      what: `edit seen by others, ${people} people, ${editsPerSecond} edits/s, after it is durable (p95)`,
      budget: "50 ms",
      measured: `${ms(p95)} (p50 ${ms(quantile(ours, 0.5))}, p99 ${ms(quantile(ours, 0.99))})`,
      within: p95 <= 50,
    },
    {
      what: "the same through a bare relay in the same run",
      budget: "–",
      measured: `${ms(quantile(relayed, 0.95))} (p50 ${ms(quantile(relayed, 0.5))}, p99 ${ms(quantile(relayed, 0.99))})`,
      within: null,
    },
  ];
}

/** @returns milliseconds from an edit to its arrival, one for each edit and receiver */
async function latencies(door: Door, base?: Uint8Array): Promise<number[]> {
  const arrivals = new Arrivals();
  const crowd = Array.from({ length: people }, (_, index) => {
    const sees = arrivals.receiver();
    const participant: Participant = new Participant(door, {
      keepsDocument: index < writers,
      onUpdate: (update) => sees(update, participant.doc.clientID),
      ...(base && { base }),
    });
    return participant;
  });
  await Promise.all(crowd.map((participant) => (base === undefined ? participant.received : participant.opened)));
  const authors = crowd.slice(0, writers);
  await edit(authors, arrivals);
  await pause(1000);
  for (const participant of crowd) participant.close();
  const expected = arrivals.edits * (people - 1);
  if (arrivals.samples.length !== expected) throw new Error(`${arrivals.samples.length} of ${expected} edits arrived.`);
  return arrivals.samples;
}

/** Edits at a steady rate, without drifting when one comes late; those of the warm-up are not measured. */
async function edit(authors: readonly Participant[], arrivals: Arrivals): Promise<void> {
  const begun = performance.now();
  const gone = () => performance.now() - begun;
  for (let number = 0; gone() < warmUpMs + measuredMs; ) {
    const due = (gone() * editsPerSecond) / 1000;
    for (; number < due; number++) {
      const author = authors[number % authors.length];
      const [initiativeId] = [...initiativesOf(author?.doc ?? new Y.Doc()).keys()].slice(number % 40);
      if (author === undefined || initiativeId === undefined) throw new Error("The board is empty.");
      if (gone() > warmUpMs) arrivals.sent(author.doc);
      setTitle(author.doc, initiativeId, `Indsats med ændring nummer ${number}`);
    }
    await pause(2);
  }
}

/** Knows an edit by its author and clock, so that edits which the server merges into one frame count one by one. */
class Arrivals {
  readonly samples: number[] = [];
  edits = 0;
  readonly #underWay = new Map<number, { clock: number; at: number }[]>();

  /** To be called just before the edit, which has to write something: its first clock is the author's next. */
  sent(doc: Y.Doc): void {
    this.edits++;
    const edits = this.#underWay.get(doc.clientID) ?? [];
    const clock = Y.getState(doc.store, doc.clientID);
    if (clock === edits.at(-1)?.clock)
      throw new Error("An edit changed nothing, and would be seen with the next one only.");
    edits.push({ clock, at: performance.now() });
    this.#underWay.set(doc.clientID, edits);
  }

  /** Each receiver has its own place in every author's edits; what comes back to its author is no arrival. */
  receiver(): (update: Uint8Array, receiverId: number) => void {
    const seen = new Map<number, number>();
    return (update, receiverId) => {
      const now = performance.now();
      for (const [author, clock] of Y.parseUpdateMeta(update).to) {
        if (author === receiverId) continue;
        const edits = this.#underWay.get(author) ?? [];
        let next = seen.get(author) ?? 0;
        for (let edit = edits[next]; edit !== undefined && edit.clock < clock; edit = edits[++next]) {
          this.samples.push(now - edit.at);
        }
        seen.set(author, next);
      }
    };
  }
}

async function startRelay(): Promise<{ process: ChildProcess; door: Door }> {
  const relay = fork(fileURLToPath(new URL("relay.ts", import.meta.url)));
  const port = await new Promise((resolve) => relay.once("message", resolve));
  return { process: relay, door: { url: `ws://127.0.0.1:${port}/room`, headers: {} } };
}

/** What the simulated participants do in an item of the agenda: what people do, and now and then what must be refused. */
import { randomUUID } from "node:crypto";
import { type AgendaItem, collectsNotes } from "#domain/live/agenda.ts";
import type { ShownBallot } from "#domain/live/view.ts";
import type { Answer, Guest } from "./guest.ts";
import { together } from "./together.ts";

const expectStatus = (what: string, { status }: Answer, ...allowed: readonly number[]): void => {
  if (!allowed.includes(status)) throw new Error(`${what}: ${status}`);
};

/** Longer than anybody in the room would wait. */
const PATIENCE_MS = 5_000;

/** Resolves with how many things were done. */
export async function play(item: AgendaItem, guests: readonly Guest[]): Promise<number> {
  const done = [await perform(item, guests)];
  if (guests[0] !== undefined) done.push(await askTogether(guests));
  return done.reduce((all, each) => all + each, 0);
}

async function perform(item: AgendaItem, guests: readonly Guest[]): Promise<number> {
  if (collectsNotes(item)) return writeNotes(item, guests);
  if (item.kind === "vote") return vote(item, guests);
  return sayReady(item, guests);
}

async function writeNotes(item: AgendaItem, guests: readonly Guest[]): Promise<number> {
  const notes = guests.flatMap((guest, index) => [0, 1].map((number) => ({ guest, text: `Note ${index}.${number}` })));
  const before = countOf(guests[0], item.id);
  await together(
    notes.map(async ({ guest, text }) => {
      const lane = item.lanes[0]?.id ?? "";
      const [id, secret] = [randomUUID(), randomUUID()];
      const form = { intent: "write", id, secret, item: item.id, lane, text };
      expectStatus("note", await guest.post("notes", form), 200);
      // The network was slow, and the phone sends it again.
      expectStatus("note again", await guest.post("notes", form), 200);
    }),
  );
  const [witness] = guests;
  await witness?.sees(() => countOf(witness, item.id) === before + notes.length, PATIENCE_MS);
  return notes.length + (await sayReady(item, guests));
}

function countOf(guest: Guest | undefined, itemId: string): number {
  const count = guest?.section<{ hidden: number; shown: number }>("counts", itemId);
  return (count?.hidden ?? 0) + (count?.shown ?? 0);
}

async function vote(item: AgendaItem, guests: readonly Guest[]): Promise<number> {
  const ballot = guests[0]?.section<ShownBallot>("ballots", item.id);
  const target = ballot?.targets[0];
  if (ballot === undefined || target === undefined) return 0;
  const cast = (guest: Guest, votes: number) =>
    guest.post("votes", { item: item.id, target: target.id, votes: String(votes) });
  await together(
    guests.map(async (guest) => {
      expectStatus("vote", await cast(guest, ballot.budget), 200);
      expectStatus("a vote too many", await cast(guest, ballot.budget + 1), 403);
    }),
  );
  const [witness] = guests;
  await witness?.sees(() => witness.section<number>("voters", item.id) === guests.length, PATIENCE_MS);
  return guests.length;
}

async function sayReady(item: AgendaItem, guests: readonly Guest[]): Promise<number> {
  await together(
    guests.map(async (guest) => {
      expectStatus("ready", await guest.post("self", { intent: "ready", item: item.id, ready: "yes" }), 200);
    }),
  );
  return guests.length;
}

/** One asks, another wants the same answered. */
async function askTogether([one, other]: readonly Guest[]): Promise<number> {
  if (one === undefined || other === undefined) return 0;
  const id = randomUUID();
  expectStatus("question", await one.post("questions", { intent: "ask", id, text: "Does it work?" }), 200);
  expectStatus("up-vote", await other.post("questions", { intent: "vote", question: id }), 200);
  return 2;
}

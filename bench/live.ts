/** A live workshop with 40, 200 and 500 participants: joining, moving on, writing and voting, over the doors that phones use. */
import { randomInt, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Database, openDatabase } from "#db/client.ts";
import { openRun } from "#db/queries/live/opening.ts";
import { findRun } from "#db/queries/live/run.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { assignRole, createPerson } from "#db/queries/people.ts";
import { addTable } from "#db/queries/workshop-tables.ts";
import { agendaItem } from "#db/schema/live.ts";
import { workshop, workshopOrganisation } from "#db/schema/workshop.ts";
import { PARTICIPANT_ROLES } from "#domain/live/participant.ts";
import type { NoteCount, ShownBallot } from "#domain/live/view.ts";
import { ask, type Entrance, Guest } from "#server/rehearsal/guest.ts";
import { Product } from "../tests/product.ts";
import { type Figure, ms, quantile } from "./figures.ts";

const sizes = [40, 200, 500] as const;
const kommuner = 8;
const tables = 8;
/** At which one sits alone, so that the notes of that one are counted apart. */
const tableOfOne = `t${tables + 1}`;
/** How many join at the same moment. */
const atOnce = 20;
const changes = 10;
const notesMeasured = 30;
/** Faster than people think: who writes five notes in eight minutes takes ninety seconds for each. */
const noteEveryMs = 10_000;
const voteMs = 5_000;
const budget = 3;
const patienceMs = 20_000;

/** Its own server for each size, so that what one leaves behind costs the next nothing. */
export async function* measureLive(): AsyncIterable<Figure> {
  for (const people of sizes) {
    const product = await Product.prepare({ environment: { LIMITS: "unbounded" } });
    try {
      const code = await prepare(product);
      await product.start();
      yield* await measure(product, { people, code });
    } finally {
      await product.close();
    }
  }
}

const facilitator = { id: "facilitator", email: "facilitator@bench.invalid" };
const workshopId = "live";
const items = ["write", ...Array.from({ length: changes }, (_, index) => `step-${index}`), "vote"];

const databaseOf = ({ dataDir }: Product): Database => openDatabase(join(dataDir, "sammenspil.db"));

/** @returns the code that opens the workshop */
async function prepare(product: Product): Promise<string> {
  const db = databaseOf(product);
  const now = Date.now();
  await createPerson(db, { ...facilitator, name: "Facilitator", now });
  db.insert(workshop).values({ id: workshopId, title: "Værksted", createdAt: now }).run();
  const role = { role: "facilitator", organisationId: null, workshopId } as const;
  await assignRole(db, { id: "role", personId: facilitator.id, ...role, createdBy: null, now });
  for (let number = 1; number <= kommuner; number++) {
    const id = `0${100 + number}`;
    await createOrganisation(db, {
      id,
      kind: "municipality",
      name: `Kommune ${number}`,
      fullName: `Kommune ${number}`,
      now,
    });
    db.insert(workshopOrganisation).values({ workshopId, organisationId: id, addedAt: now }).run();
  }
  for (let number = 1; number <= tables + 1; number++) {
    await addTable(db, { id: `t${number}`, workshopId, name: "", addedBy: facilitator.id, now });
  }
  for (const [position, id] of items.entries()) {
    const kind = id === "write" ? "silent-writing" : id === "vote" ? "vote" : "framing";
    const plan = { id, workshopId, position, title: id, minutes: 10, kind } as const;
    db.insert(agendaItem)
      .values({
        ...plan,
        ...(id === "write" && { reveal: "at-end" as const }),
        ...(id === "vote" && { voteBudget: budget }),
      })
      .run();
  }
  await openRun(db, { workshopId, personId: facilitator.id, at: now }, randomInt);
  const code = findRun(db, workshopId)?.joinCode ?? "";
  db.$client.close();
  return code;
}

async function measure(product: Product, { people, code }: { people: number; code: string }): Promise<Figure[]> {
  const entrance: Entrance = { host: "127.0.0.1", port: Number(new URL(product.origin).port), origin: product.origin };
  const lead = await signInLead(product, entrance);
  const cpuBefore = await cpuSeconds(product);
  const joined = await joinAll(entrance, { people, code });
  const { guests } = joined;
  await lead.guest.follow();
  await Promise.all(guests.map((guest, index) => guest.follow(index === 0)));
  await lead.move();
  await guests[0]?.sees(() => guests[0]?.stage?.itemId === "write", patienceMs);
  const notes = await writeNotes(guests, lead.guest);
  const moves = await moveOn(guests, lead);
  await lead.move();
  const votes = await voteAll(guests, lead);
  const cpu = (await cpuSeconds(product)) - cpuBefore;
  const megabytes = residentMegabytes(product.pid);
  for (const guest of [...guests, lead.guest]) guest.leave();
  const seen = quantile(moves, 0.95);
  const counted = quantile(notes, 0.95);
  const mostSeen = people === 40 ? 1_000 : 2_000;
  return [
    {
      what: `${people} join by the code, ${atOnce} at a time: all of them, and one (p95)`,
      budget: "60 s",
      measured: `${(joined.allMs / 1000).toFixed(1)} s; ${ms(quantile(joined.eachMs, 0.95))}`,
      within: joined.allMs <= 60_000,
    },
    {
      what: `${people}: a change of phase until each has seen it (p95)`,
      budget: people === 200 ? "–" : ms(mostSeen),
      measured: `${ms(seen)} (longest ${ms(Math.max(...moves))})`,
      within: people === 200 ? null : seen <= mostSeen,
    },
    {
      what: `${people}: a note until the facilitator's count, while each writes one every ${noteEveryMs / 1000} s (p95)`,
      budget: "300 ms",
      measured: `${ms(counted)} (p50 ${ms(quantile(notes, 0.5))})`,
      within: counted <= 300,
    },
    {
      what: `${people} vote within ${voteMs / 1000} s: counted of given; a vote`,
      budget: "all",
      measured: `${votes.counted} of ${people * budget}; ${ms(quantile(votes.eachMs, 0.95))} (p95)`,
      within: votes.counted === people * budget,
    },
    {
      what: `${people}: the server's CPU for all of it, and its memory (RSS)`,
      budget: "–",
      measured: `${cpu.toFixed(1)} s; ${megabytes} MB`,
      within: null,
    },
  ];
}

interface Lead {
  readonly guest: Guest;
  /** To the next item. */
  move(): Promise<void>;
  showResult(itemId: string): Promise<void>;
}

async function signInLead(product: Product, entrance: Entrance): Promise<Lead> {
  const { url } = await product.cli<{ url: string }>("sign-in-link", facilitator.email);
  const answer = await ask(entrance, { path: new URL(url).pathname, form: {} });
  const cookie = answer.cookies.join("; ");
  const guest = Guest.signedIn(entrance, { cookie, workshopId });
  const act = async (form: Record<string, string>) => {
    const done = await ask(entrance, { path: `/workshops/${workshopId}/live/act`, cookie, form });
    if (done.status !== 200) throw new Error(`${form["intent"]} answered ${done.status}.`);
  };
  return {
    guest,
    move: () => act({ intent: "next", from: guest.stage?.itemId ?? "" }),
    showResult: (itemId) => act({ intent: "show-result", itemId }),
  };
}

async function joinAll(entrance: Entrance, { people, code }: { people: number; code: string }) {
  const guests: Guest[] = [];
  const eachMs: number[] = [];
  const begun = performance.now();
  let next = 0;
  const queue = async () => {
    while (next < people) {
      const index = next++;
      const from = performance.now();
      guests[index] = await Guest.join(entrance, {
        code,
        name: `Deltager ${index}`,
        organisationId: `0${101 + (index % kommuner)}`,
        role: PARTICIPANT_ROLES[index % PARTICIPANT_ROLES.length] ?? "other",
        tableId: index === 0 ? tableOfOne : `t${1 + (index % tables)}`,
      });
      eachMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, queue));
  return { guests, eachMs, allMs: performance.now() - begun };
}

/** Everybody writes a note every ten seconds, and the notes of one are followed to the facilitator's count. */
async function writeNotes(guests: readonly Guest[], lead: Guest): Promise<number[]> {
  const taken: number[] = [];
  let isOver = false;
  const post = (guest: Guest) =>
    guest.post("notes", {
      intent: "write",
      id: randomUUID(),
      secret: randomUUID(),
      item: "write",
      lane: "",
      text: "En idé",
    });
  const crowd = guests.slice(1).map(async (guest, index) => {
    await pause((noteEveryMs * index) / guests.length);
    while (!isOver) {
      await post(guest);
      await pause(noteEveryMs);
    }
  });
  const [writer] = guests;
  if (writer === undefined) return [];
  const counted = () => lead.section<NoteCount>("counts", "write")?.byTable[tableOfOne] ?? 0;
  for (let number = 1; number <= notesMeasured; number++) {
    await pause(150);
    const from = performance.now();
    await post(writer);
    await lead.sees(() => counted() === number, patienceMs);
    taken.push(performance.now() - from);
  }
  isOver = true;
  await Promise.all(crowd);
  return taken;
}

/** @returns milliseconds from the facilitator's press until a phone shows it, one for each phone and change */
async function moveOn(guests: readonly Guest[], lead: Lead): Promise<number[]> {
  const taken: number[] = [];
  for (const itemId of items.slice(1, 1 + changes)) {
    const from = performance.now();
    const seen = guests.map(async (guest) => {
      await guest.hears(itemId, patienceMs);
      taken.push(performance.now() - from);
    });
    await lead.move();
    await Promise.all(seen);
    await pause(300);
  }
  return taken;
}

async function voteAll(guests: readonly Guest[], lead: Lead) {
  const eachMs: number[] = [];
  const [witness] = guests;
  if (witness === undefined) return { counted: 0, eachMs };
  const ballot = () => witness.section<ShownBallot>("ballots", "vote");
  await witness.sees(() => (ballot()?.targets.length ?? 0) > 0, patienceMs);
  const targets = ballot()?.targets ?? [];
  await Promise.all(
    guests.map(async (guest, index) => {
      await pause((voteMs * index) / guests.length);
      const target = targets[index % Math.min(5, targets.length)]?.id ?? "";
      const from = performance.now();
      await guest.post("votes", { item: "vote", target, votes: String(budget) });
      eachMs.push(performance.now() - from);
    }),
  );
  await lead.showResult("vote");
  await witness.sees(() => ballot()?.result !== null, patienceMs);
  return { counted: ballot()?.result?.votes ?? 0, eachMs };
}

async function cpuSeconds({ origin }: Product): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
}

function residentMegabytes(pid: number): number {
  if (!existsSync("/proc")) return Number.NaN;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
}

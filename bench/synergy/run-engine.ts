/**
 * A process of its own: the check over so many initiatives, in its thread as in the server, with a database that its
 * findings are stored in. Prints what it measured as JSON.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "#db/client.ts";
import { storeFindings } from "#db/queries/finding-storage.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import type { SynergyInitiative } from "#domain/synergy/types.ts";
import { keepFile } from "#server/file-keeping.ts";
import { comparedSlices } from "#server/synergy/compared-slices.ts";
import type { FoundChanges } from "#server/synergy/protocol.ts";
import { EngineThread } from "#server/synergy/thread.ts";
import { addAll } from "./add-all.ts";
import { edited, manyInitiatives } from "./corpus.ts";

export interface EngineFigures {
  readonly findings: number;
  readonly storedMs: number;
  readonly residentMb: number;
  readonly editMs: readonly number[];
  readonly changes: readonly number[];
  readonly typingMs: readonly number[];
}

const STORED_AT_ONCE = 100;
const EDITS = 300;
/** Every so-manieth is edited, so that all over the country something changes. */
const STRIDE = 37;

const count = Number(process.argv[2]);
const folder = process.argv[3] ?? "";
const file = join(folder, `findings-${count}.db`);
const db = openDatabase(file);
// As in the server: moving the log into the file is not what a commit waits for.
const silent = {
  info: () => undefined,
  error: (problem: unknown) => void process.stderr.write(`${String(problem)}\n`),
};
const keeping = keepFile({ db, file, log: silent, now: Date.now });
const thread = new EngineThread();
let id = 0;
let published = 0;

async function store(changes: FoundChanges): Promise<void> {
  for (let at = 0; at < Math.max(changes.found.length, changes.gone.length); at += STORED_AT_ONCE) {
    const page = {
      found: changes.found.slice(at, at + STORED_AT_ONCE),
      gone: changes.gone.slice(at, at + STORED_AT_ONCE),
    };
    const boards = await storeFindings(db, { ...page, now: 1, newId: () => `f${++id}` });
    published += boards.size;
  }
}

function sampled(): SynergyInitiative[] {
  const chosen = new Set(Array.from({ length: EDITS }, (_, index) => (index * STRIDE) % count));
  return [...manyInitiatives(count)].filter((_, index) => chosen.has(index));
}

async function timed(work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < EDITS; round += 1) {
    const begun = performance.now();
    await work(round);
    times.push(performance.now() - begun);
  }
  return times;
}

/** As in the server: slice by slice is stored while the thread compares the next. */
async function compareAll(): Promise<number> {
  let findings = 0;
  for await (const slice of comparedSlices(thread, () => false)) {
    await store(slice);
    findings += slice.found.length;
  }
  return findings;
}

await thread.perform({ do: "open", registry: referenceRegistry() });
const begun = performance.now();
await addAll(thread, count);
const findings = await compareAll();
const storedMs = performance.now() - begun;
const residentMb = process.memoryUsage().rss / 2 ** 20;
const some = sampled();
const at = (round: number) => some[round % some.length] as SynergyInitiative;
const changes: number[] = [];
const editMs = await timed(async (round) => {
  const told = await thread.perform({ do: "update", upserts: [edited(at(round), round)], removals: [] });
  await store(told);
  changes.push(told.found.length + told.gone.length);
});
const boardIds = new Set(Array.from({ length: count / 40 }, (_, board) => String(board).padStart(5, "0")));
const typingMs = await timed((round) =>
  thread.perform({ do: "similar", draft: { ...at(round), key: "draft.1" }, boardIds, limit: 3 }),
);
await thread.stop();
await keeping.stop();
db.$client.close();
for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
if (published === 0) throw new Error("Nothing was published.");
const figures: EngineFigures = {
  findings,
  storedMs,
  residentMb,
  editMs,
  changes,
  typingMs,
};
process.stdout.write(JSON.stringify(figures));

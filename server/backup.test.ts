import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test, vi } from "vitest";
import { createPerson } from "#db/queries/people.ts";
import { addBulk, spoilPage } from "../tests/damage.ts";
import { until } from "../tests/until.ts";
import { backUp, beforeMigrationFile, listBackups, pruneBackups, quarterFile, takeBackup } from "./backup.ts";
import { keepBackingUp } from "./backup-keeping.ts";
import { backupFolder, databaseFile, openStore } from "./store.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const QUARTER_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

afterEach(() => {
  vi.useRealTimers();
});

async function store() {
  const dataDir = mkdtempSync(join(tmpdir(), "backup-"));
  const db = await openStore(dataDir, NOW);
  const addPerson = (id: string) => createPerson(db, { id, name: id, email: `${id}@demo.invalid`, now: NOW });
  const order = { file: databaseFile(dataDir), folder: backupFolder(dataDir), minFreeMb: 0 };
  return { dataDir, db, addPerson, order };
}

const peopleIn = (file: string) => {
  const copy = new Sqlite(file, { readonly: true });
  const ids = copy.prepare("select id from person order by id").pluck().all();
  copy.close();
  return ids;
};

test("a copy is one whole file that its owner alone may read, and the database is written meanwhile", async () => {
  const { dataDir, db, addPerson } = await store();
  addBulk(db.$client, 8_000);
  await addPerson("before");
  const file = join(dataDir, "somewhere/copy.db");
  const copying = backUp(databaseFile(dataDir), file);
  let written = 0;
  while (readdirSync(join(dataDir, "somewhere")).every((name) => name !== "copy.db")) {
    await addPerson(`during${written++}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await copying;
  expect(written).toBeGreaterThan(3);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dataDir, "somewhere"))).toEqual(["copy.db"]);
  expect(peopleIn(file)).toContain("before");
});

test("a damaged database makes no copy, and the older ones stay", async () => {
  const { dataDir, db, order } = await store();
  await takeBackup({ ...order, now: NOW });
  addBulk(db.$client, 100);
  db.$client.close();
  spoilPage(order.file, "bulk");
  const kept = readdirSync(backupFolder(dataDir));
  await expect(takeBackup({ ...order, now: NOW + 40 * DAY_MS })).rejects.toThrow("damaged");
  expect(readdirSync(backupFolder(dataDir)).filter((name) => name.endsWith(".db"))).toEqual(kept);
});

test("every quarter of an hour is kept for a day, and one a day for 30 days", async () => {
  const { order } = await store();
  const take = (at: number) => takeBackup({ ...order, now: at });
  for (let ago = 32; ago > 2; ago--) await take(NOW - ago * DAY_MS);
  for (let ago = 100; ago >= 0; ago--) await take(NOW - ago * QUARTER_MS);
  const names = readdirSync(order.folder).sort();
  const [daily, quarter] = ["daily", "quarter"].map((kind) => names.filter((name) => name.startsWith(kind)));
  expect([daily?.[0], daily?.at(-1), daily?.length]).toEqual(["daily-2026-10-23.db", "daily-2026-11-21.db", 29]);
  expect(quarter).toHaveLength(97);
  expect(listBackups(order.folder)[0]).toEqual({ file: quarterFile(order.folder, NOW), at: NOW });
}, 60_000);

test("copies from before a migration and what was broken off go as well", async () => {
  const { order } = await store();
  const [old, young] = [40, 3].map((ago) => beforeMigrationFile(order.folder, NOW - ago * DAY_MS));
  for (const file of [old, young]) await backUp(order.file, file ?? "");
  const broken = ["old", "new"].map((name) => join(order.folder, `${name}.db.unfinished`));
  for (const file of broken) writeFileSync(file, "half");
  utimesSync(broken[0] ?? "", 0, (NOW - DAY_MS) / 1000);
  utimesSync(broken[1] ?? "", 0, NOW / 1000);
  writeFileSync(join(order.folder, "kept-by-hand.db"), "");
  pruneBackups(order.folder, NOW);
  expect(readdirSync(order.folder).sort()).toEqual([basename(young ?? ""), "kept-by-hand.db", "new.db.unfinished"]);
});

test("no copy is made where it would leave too little space", async () => {
  const { order } = await store();
  await expect(takeBackup({ ...order, now: NOW, minFreeMb: 1e12 })).rejects.toThrow("too little space");
  expect(readdirSync(order.folder)).toEqual([]);
});

test("a copy is due after a quarter of an hour, also across a restart; a failed one is logged and tried again", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { order } = await store();
  let now = NOW;
  let fails = false;
  const log = { info: vi.fn(), error: vi.fn() };
  const take = vi.fn(async (ordered: typeof order & { now: number }) => {
    if (fails) throw new Error("disk full");
    return takeBackup(ordered);
  });
  const keep = () => keepBackingUp({ ...order, log, now: () => now, take });
  const passes = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(60_000);
  };
  const first = keep();
  await until(() => first.takenAt() === NOW);
  await first.stop();

  const second = keep();
  expect(second.takenAt()).toBe(NOW);
  passes(QUARTER_MS - 1);
  expect(take).toHaveBeenCalledTimes(1);
  fails = true;
  passes(1);
  await until(() => log.error.mock.calls.length === 1);
  expect(second.takenAt()).toBe(NOW);
  fails = false;
  passes(60_000);
  await until(() => second.takenAt() === now);
  await second.stop();
  passes(QUARTER_MS);
  expect(take).toHaveBeenCalledTimes(3);
});

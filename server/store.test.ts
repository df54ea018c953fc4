import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { createPerson } from "#db/queries/people.ts";
import { until } from "../tests/until.ts";
import { backUp, backUpDaily, beforeMigrationFile } from "./backup.ts";
import { ExitError } from "./exit.ts";
import { lockDataDir } from "./lock.ts";
import { closeStore, databaseFile, markRunning, openStore, watchForChanges } from "./store.ts";

const folder = () => mkdtempSync(join(tmpdir(), "store-"));
const NOW = Date.UTC(2026, 10, 21, 12);
const person = { id: "p1", name: "HR", email: "hr@demo.invalid", now: NOW };
const exitCodeOf = (error: unknown) => (error instanceof ExitError ? error.code : error);

test("a database that does not exist is made, and opens again with what was put in", async () => {
  const dataDir = folder();
  const first = await openStore(dataDir, NOW);
  await createPerson(first, person);
  await closeStore(first);
  const again = await openStore(dataDir, NOW);
  expect(again.$client.prepare("select count(*) from person").pluck().get()).toBe(1);
  expect(readdirSync(dataDir)).not.toContain("backups");
});

test("every commit is synced to the disk and foreign keys hold", async () => {
  const db = await openStore(folder(), NOW);
  expect(db.$client.pragma("synchronous", { simple: true })).toBe(2);
  expect(db.$client.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(() => db.$client.exec("insert into board_access values ('b', 'p', 'read', 1)")).toThrow(/FOREIGN KEY/);
});

test("before a migration an existing database is backed up as it was", async () => {
  const dataDir = folder();
  const old = new Sqlite(databaseFile(dataDir));
  old.exec("create table from_before (x); insert into from_before values (42)");
  old.close();
  await openStore(dataDir, NOW);
  const [name = ""] = readdirSync(join(dataDir, "backups"));
  expect(name).toMatch(/^before-migration-2026-11-21/);
  const copy = new Sqlite(join(dataDir, "backups", name), { readonly: true });
  expect(copy.prepare("select x from from_before").pluck().get()).toBe(42);
  expect(copy.prepare("select name from sqlite_master where name = 'board'").get()).toBeUndefined();
});

test("a migration that leaves rows without what they refer to is taken back as a whole, every time", async () => {
  const dataDir = folder();
  const old = new Sqlite(databaseFile(dataDir));
  old.pragma("foreign_keys = OFF");
  old.exec("create table parent (id text primary key); create table child (parent text references parent (id))");
  old.exec("insert into child values ('nobody')");
  for (let start = 0; start < 2; start++) {
    await expect(openStore(dataDir, NOW + start)).rejects.toThrow("break a foreign key");
    expect(old.prepare("select name from sqlite_master where name = 'board'").get()).toBeUndefined();
  }
  old.exec("delete from child");
  old.close();
  await openStore(dataDir, NOW + 2);
});

test("a database of a newer version is refused and left alone", async () => {
  const dataDir = folder();
  const db = await openStore(dataDir, NOW);
  db.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  db.$client.close();
  await expect(openStore(dataDir, NOW).catch(exitCodeOf)).resolves.toBe(78);
});

test("a file that is no database is refused with 78 and not touched", async () => {
  const dataDir = folder();
  const garbage = Buffer.alloc(8192, "not a database ");
  writeFileSync(databaseFile(dataDir), garbage);
  await expect(openStore(dataDir, NOW).catch(exitCodeOf)).resolves.toBe(78);
  expect(readFileSync(databaseFile(dataDir)).equals(garbage)).toBe(true);
});

test("after a stop that was not in order the file is checked, and damage is refused", async () => {
  const dataDir = folder();
  const db = await openStore(dataDir, NOW);
  expect(await markRunning(db, dataDir)).toEqual({ checked: false });
  for (let index = 0; index < 200; index++) {
    await createPerson(db, { ...person, id: `p${index}`, email: `${index}@demo.invalid`, name: "x".repeat(500) });
  }
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();

  const unclean = await openStore(dataDir, NOW);
  expect(await markRunning(unclean, dataDir)).toEqual({ checked: true });
  const page = unclean.$client
    .prepare("select pageno from dbstat where name = 'person' and pagetype = 'leaf' limit 1 offset 3")
    .pluck()
    .get() as number | undefined;
  const pageSize = unclean.$client.pragma("page_size", { simple: true }) as number;
  unclean.$client.pragma("wal_checkpoint(TRUNCATE)");
  unclean.$client.close();

  const bytes = readFileSync(databaseFile(dataDir));
  bytes.fill(0xff, ((page ?? 40) - 1) * pageSize, (page ?? 40) * pageSize);
  writeFileSync(databaseFile(dataDir), bytes);
  const opened = openStore(dataDir, NOW).then((damaged) => markRunning(damaged, dataDir));
  await expect(opened.catch(exitCodeOf)).resolves.toBe(78);
});

test("after a stop in order nothing is left in the write-ahead log, and nothing need be checked", async () => {
  const dataDir = folder();
  const db = await openStore(dataDir, NOW);
  await markRunning(db, dataDir);
  await closeStore(db);
  expect(readdirSync(dataDir)).not.toContain("sammenspil.db-wal");
  expect(await markRunning(await openStore(dataDir, NOW), dataDir)).toEqual({ checked: false });
});

test("a second server is refused with 75; the lock goes with the process that held it, kill -9 included", async () => {
  const dataDir = folder();
  const held = lockDataDir(dataDir);
  expect(exitCodeOf(tryLock(dataDir))).toBe(75);
  held.release();

  const holder = fork(join(import.meta.dirname, "../tests/hold-lock.ts"), [dataDir], { execArgv: ["--import", "tsx"] });
  await new Promise((resolve) => holder.once("message", resolve));
  expect(exitCodeOf(tryLock(dataDir))).toBe(75);
  // The command line works beside it.
  await createPerson(await openStore(dataDir, NOW), person);
  holder.kill("SIGKILL");
  await until(() => tryLock(dataDir) === null, 5_000);
}, 20_000);

function tryLock(dataDir: string): unknown {
  try {
    lockDataDir(dataDir).release();
    return null;
  } catch (error) {
    return error;
  }
}

test("a backup is a whole database that its owner alone may read", async () => {
  const dataDir = folder();
  const db = await openStore(dataDir, NOW);
  await createPerson(db, person);
  const file = join(dataDir, "somewhere/copy.db");
  await backUp(db, file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const copy = new Sqlite(file, { readonly: true });
  expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(copy.prepare("select email from person").pluck().all()).toEqual(["hr@demo.invalid"]);
});

test("one backup a day, kept for 30 days", async () => {
  const dataDir = folder();
  const backups = join(dataDir, "backups");
  const db = await openStore(dataDir, NOW);
  const day = 24 * 60 * 60 * 1000;
  for (let ago = 32; ago >= 0; ago--) await backUpDaily(db, backups, NOW - ago * day);
  expect(await backUpDaily(db, backups, NOW)).toBeNull();
  const kept = readdirSync(backups).sort();
  expect(kept).toHaveLength(31);
  expect([kept[0], kept.at(-1)]).toEqual(["daily-2026-10-22.db", "daily-2026-11-21.db"]);
});

test("copies from before a migration go after 30 days too, all but the newest", async () => {
  const dataDir = folder();
  const backups = join(dataDir, "backups");
  const db = await openStore(dataDir, NOW);
  const day = 24 * 60 * 60 * 1000;
  const copies = [60, 40, 31].map((ago) => beforeMigrationFile(backups, NOW - ago * day));
  for (const file of copies) await backUp(db, file);
  await backUpDaily(db, backups, NOW);
  const before = () => readdirSync(backups).filter((name) => name.startsWith("before"));
  expect(before()).toEqual([basename(copies[2] ?? "")]);
  await backUp(db, beforeMigrationFile(backups, NOW - 3 * day));
  await backUp(db, beforeMigrationFile(backups, NOW - 2 * day));
  await backUpDaily(db, backups, NOW + day);
  expect(before()).toHaveLength(2);
});

test("a change by another process is noticed within a second, one's own is not", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const dataDir = folder();
  const server = await openStore(dataDir, NOW);
  let changes = 0;
  const watch = watchForChanges(server, () => changes++, { error: vi.fn() });
  await createPerson(server, person);
  vi.advanceTimersByTime(1_000);
  expect(changes).toBe(0);
  await createPerson(await openStore(dataDir, NOW), { ...person, id: "p2", email: "other@demo.invalid" });
  vi.advanceTimersByTime(1_000);
  expect(changes).toBe(1);
  watch.stop();
  vi.useRealTimers();
});

test("a database that cannot be asked for changes is logged and asked again", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const server = await openStore(folder(), NOW);
  const error = vi.fn();
  const watch = watchForChanges(server, () => undefined, { error });
  server.$client.close();
  vi.advanceTimersByTime(1_000);
  expect(error).toHaveBeenCalled();
  watch.stop();
  vi.useRealTimers();
});

import { fork } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import type { Database } from "#db/client.ts";
import { createPerson } from "#db/queries/people.ts";
import { addBulk, spoilPage } from "../tests/damage.ts";
import { until } from "../tests/until.ts";
import { backUp, beforeMigrationFile } from "./backup.ts";
import { ExitError } from "./exit.ts";
import { lockDataDir } from "./lock.ts";
import {
  backupFolder,
  closeStore,
  databaseFile,
  markRunning,
  openStore,
  openToServe,
  watchForChanges,
} from "./store.ts";

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

/** What a server that was killed leaves behind: rows, and its word that it runs. */
async function killedStore(): Promise<string> {
  const dataDir = folder();
  const db = await openStore(dataDir, NOW);
  await markRunning(db);
  for (let index = 0; index < 200; index++) {
    await createPerson(db, { ...person, id: `p${index}`, email: `${index}@demo.invalid`, name: "x".repeat(500) });
  }
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
  return dataDir;
}

test("after a stop that was not in order the file is checked, and damage is refused and left as it is", async () => {
  const dataDir = await killedStore();
  const file = databaseFile(dataDir);
  const { db, checked } = await openToServe(dataDir, NOW);
  expect(checked).toBe(true);
  db.$client.close();

  spoilPage(file, "person");
  const bytes = readFileSync(file);
  const refusal = await openToServe(dataDir, NOW).catch((error: ExitError) => error);
  expect(refusal).toMatchObject({ code: 78, message: expect.stringContaining("restore <file>") });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("a file that ends too early is refused with 78 and not touched", async () => {
  const dataDir = await killedStore();
  const file = databaseFile(dataDir);
  truncateSync(file, Math.floor(statSync(file).size / 2));
  const bytes = readFileSync(file);
  expect(await openToServe(dataDir, NOW).catch(exitCodeOf)).toBe(78);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("the log of another database beside the file is found out before anything is written", async () => {
  const [dataDir, other] = [await killedStore(), folder()];
  const file = databaseFile(dataDir);
  const stranger = await openStore(other, NOW);
  stranger.$client.pragma("wal_checkpoint(TRUNCATE)");
  addBulk(stranger.$client, 200);
  copyFileSync(`${databaseFile(other)}-wal`, `${file}-wal`);
  const bytes = readFileSync(file);
  expect(await openToServe(dataDir, NOW).catch(exitCodeOf)).toBe(78);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("a log with all of another database in it does not take the place of this one", async () => {
  const [dataDir, other] = [await killedStore(), folder()];
  const file = databaseFile(dataDir);
  await openStore(other, NOW);
  copyFileSync(`${databaseFile(other)}-wal`, `${file}-wal`);
  const bytes = readFileSync(file);
  const refusal = await openToServe(dataDir, NOW).catch((error: ExitError) => error);
  expect(refusal).toMatchObject({ code: 78, message: expect.stringContaining("log of another database") });
  expect(await openStore(dataDir, NOW).catch(exitCodeOf)).toBe(78);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  rmSync(`${file}-wal`);
  const { db } = await openToServe(dataDir, NOW);
  expect(db.$client.prepare("select count(*) from person").pluck().get()).toBe(200);
});

test("a database from before they had a number of their own gets one, and keeps it", async () => {
  const dataDir = folder();
  const number = (db: Database) => db.$client.pragma("user_version", { simple: true });
  const first = await openStore(dataDir, NOW);
  first.$client.pragma("user_version = 0");
  await closeStore(first);
  const again = await openStore(dataDir, NOW);
  const given = number(again);
  expect(given).toBeGreaterThan(0);
  expect(number(await openStore(dataDir, NOW))).toBe(given);
  await closeStore(again);
  expect(number(await openStore(dataDir, NOW))).toBe(given);
});

test("a database whose log is lost opens with what the file holds", async () => {
  const dataDir = await killedStore();
  const db = await openStore(dataDir, NOW);
  await createPerson(db, person);
  const copy = folder();
  copyFileSync(databaseFile(dataDir), databaseFile(copy));
  const { db: without, checked } = await openToServe(copy, NOW);
  expect(checked).toBe(true);
  expect(without.$client.prepare("select count(*) from person").pluck().get()).toBe(200);
});

test("an empty database is never made where one was", async () => {
  const dataDir = await killedStore();
  await backUp(databaseFile(dataDir), beforeMigrationFile(backupFolder(dataDir), NOW));
  for (const lose of [rmSync, (file: string) => writeFileSync(file, "")]) {
    lose(databaseFile(dataDir));
    const refusal = await openToServe(dataDir, NOW).catch((error: ExitError) => error);
    expect(refusal).toMatchObject({ code: 78, message: expect.stringContaining("restore <file>") });
  }
});

test("a folder that cannot be written is refused with 78, in one sentence", () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  const refusal = tryLock(join(file, "data"));
  expect(refusal).toMatchObject({ code: 78, message: expect.stringContaining("must belong to the user") });
});

test("after a stop in order nothing is left in the write-ahead log, and nothing need be checked", async () => {
  const dataDir = folder();
  const db = await openStore(dataDir, NOW);
  await markRunning(db);
  await closeStore(db);
  expect(readdirSync(dataDir)).not.toContain("sammenspil.db-wal");
  expect((await openToServe(dataDir, NOW)).checked).toBe(false);
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

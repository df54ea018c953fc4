import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { listAudit } from "#db/queries/audit.ts";
import { spoilPage } from "../../tests/damage.ts";
import { demo, terminal } from "../../tests/terminal.ts";
import { quarterFile } from "../backup.ts";
import { lockDataDir } from "../lock.ts";
import { backupFolder, databaseFile, openStore } from "../store.ts";
import { backup } from "./backup.ts";
import { drill } from "./drill.ts";
import { user, users } from "./people.ts";
import { restore } from "./restore.ts";

// Most seed a whole demo.
vi.setConfig({ testTimeout: 20_000 });

interface Report {
  boards: number;
  comparedWithLive: number;
  failures: { subject: string; detail: string }[];
}

const audited = async (dataDir: string) =>
  (await listAudit(await openStore(dataDir, Date.now()))).map(({ action }) => action);

/** Changes a copy as something broken would. */
function damage(file: string, ...statements: string[]): void {
  const copy = new Sqlite(file);
  for (const statement of statements) copy.exec(statement);
  copy.close();
}

test("a backup is whole, and written down; without a file it lies beside the server's own", async () => {
  const { dataDir, run, outcome } = await demo();
  const file = join(dataDir, "copy.db");
  expect(await run(backup, file)).toMatchObject({ file });
  const copy = new Sqlite(file, { readonly: true });
  expect(copy.prepare("select count(*) from initiative").pluck().get()).toBe(62);
  copy.close();
  expect(await audited(dataDir)).toContain("backup");
  await run(backup);
  expect(readdirSync(backupFolder(dataDir))).toEqual([expect.stringMatching(/^quarter-/)]);
  expect(await outcome(backup, "one", "two")).toBe(2);
});

test("a copy takes the place of the database, which is kept aside with its log", async () => {
  const { dataDir, run, outcome, said } = await demo();
  const copy = join(dataDir, "copy.db");
  await run(backup, copy);
  await run(user, "add", "late@example.dk", "--name", "Sent");
  const server = lockDataDir(dataDir);
  expect(await outcome(restore, copy)).toBe(75);
  server.release();

  const { before } = (await run(restore, copy)) as { before: string };
  expect(JSON.stringify(await run(users))).not.toContain("late@example.dk");
  expect(said.at(-1)).toBe(`${copy} is the database now. The one before lies in ${before}.`);
  expect(await audited(dataDir)).toContain("restore");
  const aside = new Sqlite(before, { readonly: true });
  expect(aside.prepare("select name from person where email = 'late@example.dk'").pluck().get()).toBe("Sent");
  aside.close();
});

test("a log that a killed server left is not read into the restored database", async () => {
  const { dataDir, run } = await demo();
  const copy = join(dataDir, "copy.db");
  await run(backup, copy);
  const killed = new Sqlite(databaseFile(dataDir));
  killed.exec("create table from_before (x)");
  expect(existsSync(`${databaseFile(dataDir)}-wal`)).toBe(true);
  const { before } = (await run(restore, copy)) as { before: string };
  expect(existsSync(`${before}-wal`)).toBe(true);
  const restored = new Sqlite(databaseFile(dataDir), { readonly: true });
  expect(restored.prepare("select name from sqlite_master where name = 'from_before'").get()).toBeUndefined();
  killed.close();
});

test("restores where the database is gone, which a server refuses to make anew", async () => {
  const { dataDir, run } = await demo();
  await run(backup);
  rmSync(databaseFile(dataDir));
  const [copy = ""] = readdirSync(backupFolder(dataDir));
  expect(await run(restore, join(backupFolder(dataDir), copy))).toMatchObject({ before: null });
  expect(await run(users)).not.toEqual([]);
});

test("what is not there, damaged, of a newer version or of somebody else changes nothing", async () => {
  const { dataDir, run, outcome } = await demo();
  const copy = (name: string) => join(dataDir, name);
  for (const name of ["newer.db", "broken.db"]) await run(backup, copy(name));
  damage(copy("newer.db"), "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  spoilPage(copy("broken.db"), "board_update");
  damage(copy("foreign.db"), "create table other (x)");
  writeFileSync(copy("garbage.db"), Buffer.alloc(8192, "not a database "));
  const before = readFileSync(databaseFile(dataDir));
  const refusals = { "none.db": 1, "foreign.db": 1, "newer.db": 78, "broken.db": 78, "garbage.db": 78 };
  for (const [name, code] of Object.entries(refusals))
    expect([name, await outcome(restore, copy(name))]).toEqual([name, code]);
  expect(readFileSync(databaseFile(dataDir)).equals(before)).toBe(true);
  expect(readdirSync(dataDir).filter((name) => name.includes("restor"))).toEqual([]);
  expect(await outcome(restore)).toBe(2);
});

test("a drill reads every document of the newest copy and compares it with the live one", async () => {
  const { run, outcome, said } = await demo();
  expect(await outcome(drill)).toBe(1);
  await run(backup);
  expect(await run(drill)).toMatchObject({ ok: true, boards: 33, comparedWithLive: 33, failures: [] });
  expect(said.at(-1)).toMatch(/33 boards read, 33 compared with the live ones, 0 failures\.$/);
});

test("a drill fails for each document that does not decode, differs from its rows or from the live one", async () => {
  const { dataDir, run, outcome, said } = await demo();
  const copy = quarterFile(backupFolder(dataDir), Date.now());
  await run(backup, copy);
  damage(
    copy,
    "update board_update set bytes = x'ffffff' where board_id = 'personalemangel-0630'",
    "update initiative set title = 'rettet udenom' where board_id = 'personalemangel-0316' and id = 'd24'",
    "delete from board_update where board_id = 'landet-0147'",
    `update board_update set bytes = (select bytes from board_update where board_id = 'personalemangel-0316')
     where board_id = 'personalemangel-0573'`,
    "update board set projected_seq = 0 where id = 'personalemangel-0573'",
  );
  expect(await outcome(drill)).toBe(1);
  const { failures, comparedWithLive } = (await run(drill, copy)) as Report;
  expect(failures.map(({ subject, detail }) => [subject, detail.split(/[:.]|d24/)[0]?.trim()])).toEqual([
    ["landet-0147", "its log ends before what its rows stand for"],
    ["personalemangel-0316", "its rows say something else for"],
    ["personalemangel-0573", "is another document than the live one was at that moment"],
    ["personalemangel-0630", "does not decode"],
  ]);
  expect(comparedWithLive).toBe(32);
  expect(said.filter((line) => line.startsWith("personalemangel-0630"))).not.toEqual([]);
});

test("a drill goes on without a live database, and fails for a file that is none", async () => {
  const { dataDir, run } = await demo();
  const elsewhere = join(mkdtempSync(join(tmpdir(), "elsewhere-")), "copy.db");
  await run(backup, elsewhere);
  const nowhere = terminal();
  expect(await nowhere.run(drill, elsewhere)).toMatchObject({ ok: true, boards: 33, comparedWithLive: 0 });
  writeFileSync(databaseFile(dataDir), Buffer.alloc(8192, "not a database "));
  expect(await run(drill, elsewhere)).toMatchObject({ ok: true, comparedWithLive: 0 });
  writeFileSync(elsewhere, Buffer.alloc(8192, "not a database "));
  expect(await run(drill, elsewhere)).toMatchObject({ ok: false, failures: [{ subject: "file" }] });
});

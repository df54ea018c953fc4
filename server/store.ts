/** The database file of a data folder: opened safely, watched, and closed in order. */
import { randomInt } from "node:crypto";
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Database,
  emptyLog,
  type MigrationState,
  migrationState,
  openDatabase,
  openForReading,
} from "#db/client.ts";
import { readFact, writeFact } from "#db/queries/installation.ts";
import { backUp, beforeMigrationFile, listBackups } from "./backup.ts";
import { EXIT, ExitError } from "./exit.ts";
import { unusableFolder } from "./lock.ts";
import type { Logger } from "./log.ts";

export const databaseFile = (dataDir: string): string => join(dataDir, "sammenspil.db");
export const backupFolder = (dataDir: string): string => join(dataDir, "backups");

/**
 * Opens the folder's database, made when there is none. Before a migration changes an existing one it is backed up.
 *
 * @throws ExitError 78 when the file is damaged, is no database, is of a newer version, or is gone; what is there is left as it is
 */
export async function openStore(dataDir: string, now: number): Promise<Database> {
  const file = databaseFile(dataDir);
  return unlessDamaged(file, async () => {
    if (holdsSomething(file)) {
      await refuseForeignLog(file, dataDir);
      await prepareForMigration(file, dataDir, now);
    } else refuseWhereOneWas(file, dataDir);
    const db = openDatabase(file);
    giveIdentity(db);
    return db;
  });
}

/**
 * Whether opening the folder's database would change its tables.
 *
 * @throws ExitError 78 as `openStore` does
 */
export async function awaitsMigration(dataDir: string): Promise<boolean> {
  const file = databaseFile(dataDir);
  return unlessDamaged(file, async () => holdsSomething(file) && (await stateOf(file)).pending > 0);
}

const holdsSomething = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

/** An empty database in the place of one that is lost would hide the loss, and push the copies out one by one. */
function refuseWhereOneWas(file: string, dataDir: string): void {
  if (listBackups(backupFolder(dataDir)).length === 0 && !holdsSomething(`${file}-wal`)) return;
  throw new ExitError(EXIT.unusable, `${file} is gone, and there was one. ${wayBack(dataDir)}`);
}

const wayBack = (dataDir: string): string =>
  `Put a copy from ${backupFolder(dataDir)} in its place: npm run -s sammenspil -- restore <file>`;

const identityOf = ({ $client }: Database) => $client.pragma("user_version", { simple: true }) as number;

/** A number that no other database has, by which its log is known to be its own. Given once; copies keep it. */
function giveIdentity(db: Database): void {
  if (identityOf(db) !== 0) return;
  const giveOnce = db.$client.transaction(() => {
    // Another process may have been faster.
    if (identityOf(db) === 0) db.$client.pragma(`user_version = ${randomInt(1, 2 ** 31)}`);
  });
  giveOnce.immediate();
}

/** Where SQLite's file format has it. */
const IDENTITY_AT = 60;

/** What the file says, without the log. */
function identityInFile(file: string): number {
  const bytes = Buffer.alloc(4);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, bytes, 0, bytes.length, IDENTITY_AT);
  } finally {
    closeSync(descriptor);
  }
  return bytes.readInt32BE();
}

/** SQLite takes any log that is whole for the file's own: with it another database would stand in the place of this one, without a fault. */
async function refuseForeignLog(file: string, dataDir: string): Promise<void> {
  const inFile = identityInFile(file);
  const withLog = await lookingAt(file, async (db) => identityOf(db));
  if (inFile === 0 || inFile === withLog) return;
  const message = `${file}-wal is the log of another database. Nothing has been touched.`;
  throw new ExitError(EXIT.unusable, `${message} ${wayBack(dataDir)}`);
}

const stateOf = (file: string): Promise<MigrationState> =>
  lookingAt(file, async ({ $client }) => migrationState($client));

async function lookingAt<T>(file: string, look: (db: Database) => Promise<T>): Promise<T> {
  const db = openForReading(file);
  try {
    return await look(db);
  } finally {
    db.$client.close();
  }
}

async function unlessDamaged<T>(file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (isDamage(error)) throw damaged(file);
    throw isCode(error, /^SQLITE_(READONLY|CANTOPEN|PERM)/) ? unusableFolder(dirname(file), error) : error;
  }
}

/** Of the many codes for a damaged file, each begins like this. */
export const isDamage = (error: unknown): boolean => isCode(error, /^SQLITE_(NOTADB|CORRUPT)/);

function isCode(error: unknown, codes: RegExp): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && codes.test(code);
}

async function prepareForMigration(file: string, dataDir: string, now: number): Promise<void> {
  const { pending, newer } = await stateOf(file);
  if (newer) {
    throw new ExitError(EXIT.unusable, `${file} was written by a newer version of Sammenspil. Install that version.`);
  }
  if (pending === 0) return;
  await backUp(file, beforeMigrationFile(backupFolder(dataDir), now));
}

const damaged = (file: string) =>
  new ExitError(
    EXIT.unusable,
    `${file} is damaged or is no database. It has not been touched. ${wayBack(dirname(file))}`,
  );

/**
 * Opens the database for a server. A last one that did not stop in order leaves the file to be checked, which is done before
 * anything is written.
 *
 * @throws ExitError 78 as `openStore` does, and when the check finds damage
 */
export async function openToServe(dataDir: string, now: number): Promise<{ db: Database; checked: boolean }> {
  const checked = await unlessDamaged(databaseFile(dataDir), () => checkAfterUncleanStop(databaseFile(dataDir)));
  return { db: await openStore(dataDir, now), checked };
}

/** Until `closeStore` the next server has to look whether the file is whole. */
export const markRunning = (db: Database): Promise<void> => writeFact(db, "server", "running");

async function checkAfterUncleanStop(file: string): Promise<boolean> {
  if (!holdsSomething(file)) return false;
  const hasLog = holdsSomething(`${file}-wal`);
  return lookingAt(file, async (db) => {
    // One that is to be migrated is checked by the copy that is taken first.
    if (migrationState(db.$client).pending > 0) return false;
    // Nobody leaves a log behind who ends in order, and a log may be another database's.
    if ((await readFact(db, "server")) !== "running" && !hasLog) return false;
    if (db.$client.pragma("quick_check(1)", { simple: true }) !== "ok") throw damaged(file);
    return true;
  });
}

/** Leaves the file whole, with nothing in the write-ahead log. */
export async function closeStore(db: Database): Promise<void> {
  await writeFact(db, "server", "stopped");
  emptyLog(db);
  db.$client.close();
}

const WATCH_MS = 300;

/** Calls back soon after another process, such as the command line, has changed the database. */
export function watchForChanges(db: Database, onChange: () => void, log: Pick<Logger, "error">): { stop: () => void } {
  const version = () => db.$client.pragma("data_version", { simple: true });
  let seen = version();
  const look = () => {
    const current = version();
    if (current === seen) return;
    seen = current;
    onChange();
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch (error) {
      log.error({ err: error }, "the database does not say whether it was changed");
    }
  }, WATCH_MS).unref();
  return { stop: () => clearInterval(timer) };
}

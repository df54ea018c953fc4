/** The database file of a data folder: opened safely, watched, and closed in order. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Database, type MigrationState, migrationState, openDatabase, openForReading } from "#db/client.ts";
import { readFact, writeFact } from "#db/queries/installation.ts";
import { backUp, beforeMigrationFile } from "./backup.ts";
import { EXIT, ExitError } from "./exit.ts";
import type { Logger } from "./log.ts";

export const databaseFile = (dataDir: string): string => join(dataDir, "sammenspil.db");
export const backupFolder = (dataDir: string): string => join(dataDir, "backups");

/**
 * Opens the folder's database, made when there is none. Before a migration changes an existing one it is backed up.
 *
 * @throws ExitError 78 when the file is damaged, is no database, or is of a newer version; it is left as it is
 */
export async function openStore(dataDir: string, now: number): Promise<Database> {
  const file = databaseFile(dataDir);
  return unlessDamaged(file, async () => {
    if (holdsSomething(file)) await prepareForMigration(file, dataDir, now);
    return openDatabase(file);
  });
}

/**
 * Whether opening the folder's database would change its tables.
 *
 * @throws ExitError 78 as `openStore` does
 */
export async function awaitsMigration(dataDir: string): Promise<boolean> {
  const file = databaseFile(dataDir);
  return unlessDamaged(file, async () => holdsSomething(file) && stateOf(file).pending > 0);
}

const holdsSomething = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

function stateOf(file: string): MigrationState {
  const client = openForReading(file);
  try {
    return migrationState(client);
  } finally {
    client.close();
  }
}

async function unlessDamaged<T>(file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== "SQLITE_NOTADB" && code !== "SQLITE_CORRUPT") throw error;
    throw damaged(file);
  }
}

async function prepareForMigration(file: string, dataDir: string, now: number): Promise<void> {
  const { pending, newer } = stateOf(file);
  if (newer) {
    throw new ExitError(EXIT.unusable, `${file} was written by a newer version of Sammenspil. Install that version.`);
  }
  if (pending === 0) return;
  const client = openForReading(file);
  try {
    await backUp({ $client: client }, beforeMigrationFile(backupFolder(dataDir), now));
  } finally {
    client.close();
  }
}

const damaged = (file: string) =>
  new ExitError(
    EXIT.unusable,
    `${file} is damaged or is no database. It has not been touched. Put a copy from ${join(file, "../backups")} in its place.`,
  );

/**
 * Says that a server runs on the database. A last one that did not stop in order leaves the file to be checked.
 *
 * @throws ExitError 78 when the check finds damage
 */
export async function markRunning(db: Database, dataDir: string): Promise<{ checked: boolean }> {
  const unclean = (await readFact(db, "server")) === "running";
  if (unclean && db.$client.pragma("quick_check", { simple: true }) !== "ok") throw damaged(databaseFile(dataDir));
  await writeFact(db, "server", "running");
  return { checked: unclean };
}

/** Leaves the file whole, with nothing in the write-ahead log. */
export async function closeStore(db: Database): Promise<void> {
  await writeFact(db, "server", "stopped");
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
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

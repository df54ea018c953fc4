import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import * as schema from "./schema/index.ts";

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };

/** Beside the sources while developing, beside the bundle (build/server) when built: the build copies the folder. */
function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, "migrations"), join(here, "../migrations"), join(here, "../../db/migrations")].find(
    existsSync,
  );
  if (found === undefined) throw new Error("The folder with database migrations is missing; run npm run build.");
  return found;
}

export interface MigrationState {
  /** How many migrations the file lacks. */
  readonly pending: number;
  /** True when the file has a migration that this version does not know. */
  readonly newer: boolean;
}

/** As Drizzle's own migrator keeps it. */
const MIGRATIONS_TABLE = `create table if not exists __drizzle_migrations (
  id serial primary key, hash text not null, created_at numeric)`;

const knownMigrations = () => readMigrationFiles({ migrationsFolder: migrationsFolder() });

function lastMigration(client: Sqlite.Database): number {
  const hasTable = client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (hasTable === undefined) return 0;
  return Number(client.prepare("select max(created_at) from __drizzle_migrations").pluck().get() ?? 0);
}

/** What a database lacks, without changing it. */
export function migrationState(client: Sqlite.Database): MigrationState {
  const known = knownMigrations().map(({ folderMillis }) => folderMillis);
  const last = lastMigration(client);
  return { pending: known.filter((at) => at > last).length, newer: last > Math.max(...known) };
}

/** Opens an existing database to look at it only: nothing is written, not even when it is closed. The caller closes it. */
export const openForReading = (file: string): Database =>
  drizzle(new Sqlite(file, { readonly: true, fileMustExist: true }), { schema });

/**
 * Opens (or creates) the database, brings it to the newest schema and asserts what durability rests on.
 *
 * @param file path of the database, or ":memory:" for a test
 */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const client = new Sqlite(file);
  try {
    prepareClient(client);
  } catch (error) {
    client.close();
    throw error;
  }
  return drizzle(client, { schema });
}

/** A log that grew longer, because somebody read for long, is cut to this when it begins anew. */
const LONGEST_LOG_BYTES = 64 * 1024 * 1024;

/** How long a statement waits for another process that writes. */
const BUSY_MS = 5_000;

/** Moves the write-ahead log into the file and empties it. False, at once, while somebody reads what is in it. */
export function emptyLog(db: Database): boolean {
  return waitingForNobody(db, () => checkpoint(db, "TRUNCATE").busy === 0);
}

/** Moves of the write-ahead log into the file what can be moved beside others. The next commit begins it anew when that is all. */
export const moveLog = (db: Database): void => void checkpoint(db, "PASSIVE");

/** How much of the write-ahead log has not been moved into the file yet. */
export function logPages(db: Database): number {
  const { log, checkpointed } = checkpoint(db, "NOOP");
  return log - checkpointed;
}

function checkpoint({ $client }: Database, how: "TRUNCATE" | "PASSIVE" | "NOOP") {
  const [result] = $client.pragma(`wal_checkpoint(${how})`) as [{ busy: number; log: number; checkpointed: number }];
  return result;
}

/** While `work` lasts, a statement that would have to wait for another connection fails at once. */
export function waitingForNobody<T>({ $client: client }: Database, work: () => T): T {
  const before = client.pragma("busy_timeout", { simple: true }) as number;
  const waitAgain = () => client.pragma(`busy_timeout = ${before}`);
  client.pragma("busy_timeout = 0");
  let isLasting = false;
  try {
    const result = work();
    if (!(result instanceof Promise)) return result;
    isLasting = true;
    return result.finally(waitAgain) as T;
  } finally {
    if (!isLasting) waitAgain();
  }
}

/** A connection for work on the file as a whole, beside others. The caller closes it. */
export function openForUpkeep(file: string): Sqlite.Database {
  const client = new Sqlite(file, { fileMustExist: true });
  client.pragma("synchronous = FULL");
  client.pragma(`busy_timeout = ${BUSY_MS}`);
  client.pragma("secure_delete = ON");
  return client;
}

function prepareClient(client: Sqlite.Database): void {
  client.pragma("journal_mode = WAL");
  // better-sqlite3 is compiled so that WAL silently falls back to NORMAL, which may lose the last commits on power loss.
  client.pragma("synchronous = FULL");
  client.pragma(`busy_timeout = ${BUSY_MS}`);
  client.pragma(`journal_size_limit = ${LONGEST_LOG_BYTES}`);
  // What is deleted is overwritten in the file.
  client.pragma("secure_delete = ON");
  if (migrationState(client).pending > 0) migrateDatabase(client);
  client.pragma("foreign_keys = ON");
  if (client.pragma("synchronous", { simple: true }) !== 2) throw new Error("The database refused synchronous=FULL.");
}

/**
 * All of it or nothing, and by one process only: another that waits finds nothing left to do. Tables are rebuilt with
 * foreign keys off, which a transaction cannot switch; whether everything still leads somewhere is part of it.
 */
function migrateDatabase(client: Sqlite.Database): void {
  client.pragma("foreign_keys = OFF");
  const migrateAll = client.transaction(() => {
    client.exec(MIGRATIONS_TABLE);
    const note = client.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)");
    const last = lastMigration(client);
    for (const { sql: statements, hash, folderMillis } of knownMigrations()) {
      if (folderMillis <= last) continue;
      for (const statement of statements) client.exec(statement);
      note.run(hash, folderMillis);
    }
    const broken = client.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows break a foreign key after migration.`);
  });
  migrateAll.immediate();
}

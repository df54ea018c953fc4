import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import * as schema from "./schema/index.ts";

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };
/** What a query inside `db.transaction(tx => …)` gets. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

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
  /** Open for reading; the caller closes it. */
  readonly connection: Sqlite.Database;
}

/** What an existing database lacks, without changing it. */
export function migrationState(file: string): MigrationState {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() }).map(({ folderMillis }) => folderMillis);
  const hasTable = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  const last = hasTable
    ? Number(connection.prepare("select max(created_at) from __drizzle_migrations").pluck().get() ?? 0)
    : 0;
  return { pending: known.filter((at) => at > last).length, newer: last > Math.max(...known), connection };
}

/**
 * Opens (or creates) the database, brings it to the newest schema and asserts what durability rests on.
 *
 * @param file path of the database, or ":memory:" for a test
 */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const client = new Sqlite(file);
  client.pragma("journal_mode = WAL");
  // better-sqlite3 is compiled so that WAL silently falls back to NORMAL, which may lose the last commits on power loss.
  client.pragma("synchronous = FULL");
  client.pragma("busy_timeout = 5000");
  client.pragma("foreign_keys = OFF");
  const db = drizzle(client, { schema });
  migrate(db, { migrationsFolder: migrationsFolder() });
  const broken = client.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows break a foreign key after migration.`);
  client.pragma("foreign_keys = ON");
  if (client.pragma("synchronous", { simple: true }) !== 2) throw new Error("The database refused synchronous=FULL.");
  return db;
}

/** Copies of the database, taken while it is in use. */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Database } from "#db/client.ts";
import type { Logger } from "./log.ts";

const HOUR_MS = 60 * 60 * 1000;
const KEPT_DAYS = 30;
const DAILY = /^daily-(\d{4}-\d{2}-\d{2})\.db$/;
const BEFORE_MIGRATION = /^before-migration-(\d{4}-\d{2}-\d{2})T.*\.db$/;

/** Where a database is put aside before its tables change. */
export const beforeMigrationFile = (folder: string, now: number): string =>
  join(folder, `before-migration-${new Date(now).toISOString().replace(/[:.]/g, "-")}.db`);

/** Copies the database into `file`, which is there whole or not at all. Readable by its owner only. */
export async function backUp(db: Pick<Database, "$client">, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  await db.$client.backup(unfinished);
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}

/**
 * Takes today's backup when it is missing and removes those older than 30 days; of those from before a migration the newest
 * stays, as the way back to the version before. Returns the new file, or null.
 */
export async function backUpDaily(db: Database, folder: string, now: number): Promise<string | null> {
  const file = join(folder, `daily-${dayOf(now)}.db`);
  if (existsSync(file)) return null;
  await backUp(db, file);
  const names = readdirSync(folder).sort();
  const wayBack = names.filter((name) => BEFORE_MIGRATION.test(name)).at(-1);
  const oldest = dayOf(now - KEPT_DAYS * 24 * HOUR_MS);
  for (const name of names) {
    const day = (DAILY.exec(name) ?? BEFORE_MIGRATION.exec(name))?.[1];
    if (day !== undefined && day < oldest && name !== wayBack) rmSync(join(folder, name));
  }
  return file;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Asks every hour whether today's backup is there. A failed one is logged and tried again. */
export function keepBackingUp(
  db: Database,
  folder: string,
  { now, log }: { now: () => number; log: Logger },
): { stop: () => void } {
  const attempt = () =>
    backUpDaily(db, folder, now()).then(
      (file) => file && log.info({ file }, "backed up"),
      (error: unknown) => log.error({ err: error }, "backup failed"),
    );
  void attempt();
  const timer = setInterval(() => void attempt(), HOUR_MS).unref();
  return { stop: () => clearInterval(timer) };
}

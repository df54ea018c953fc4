/** Copies of the database, taken while it is in use: how one is made, checked and kept for how long. */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { openForReading } from "#db/client.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How long each kind of copy is kept, by the beginning of its name. */
const KEPT_MS = { quarter: DAY_MS, daily: 30 * DAY_MS, "before-migration": 30 * DAY_MS } as const;
const NAME = /^(quarter|daily|before-migration)-(\d{4}-\d{2}-\d{2})(?:T(\d{2})-(\d{2})-(\d{2})\S*)?\.db$/;
const UNFINISHED = ".unfinished";

/** Pages of 4 KiB at a time; now and then what is written is given to the disk, which would stall everybody's commits at the end. */
const STEP = { pages: 256, stepsPerSync: 4 } as const;

const stampOf = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, "-");
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Where a database is put aside before its tables change. */
export const beforeMigrationFile = (folder: string, now: number): string =>
  join(folder, `before-migration-${stampOf(now)}.db`);

/** Where the copy of a quarter of an hour lies. */
export const quarterFile = (folder: string, now: number): string => join(folder, `quarter-${stampOf(now)}.db`);

/**
 * Copies the database `from`, which others may be writing, into `file`, which is there whole and checked, or not at all. Readable
 * by its owner only.
 *
 * @throws when the copy does not pass the check of SQLite
 */
export async function backUp(from: string, file: string): Promise<void> {
  const { $client: client } = openForReading(from);
  try {
    // A transaction from the first page to the last: otherwise every commit of the server would make the copy begin again.
    client.exec("BEGIN");
    client.prepare("select 1 from sqlite_master").get();
    await copyInto(client, file);
  } finally {
    client.close();
  }
}

async function copyInto(client: Sqlite.Database, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = file + UNFINISHED;
  rmSync(unfinished, { force: true });
  // Made before anything is in it, so that nobody else reads it meanwhile either.
  const descriptor = openSync(unfinished, "wx", 0o600);
  try {
    let steps = 0;
    await client.backup(unfinished, {
      progress() {
        if (++steps % STEP.stepsPerSync === 0) fdatasyncSync(descriptor);
        return STEP.pages;
      },
    });
    makeOneFile(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** A copy that needs no other file beside it, and is not damaged. */
function makeOneFile(file: string): void {
  const copy = new Sqlite(file);
  try {
    copy.pragma("journal_mode = DELETE");
    const problem = copy.pragma("quick_check(1)", { simple: true });
    if (problem !== "ok") throw new Sqlite.SqliteError(`The copy is damaged: ${problem}`, "SQLITE_CORRUPT");
  } finally {
    copy.close();
  }
}

export interface BackupOrder {
  /** The database, which others may be writing. */
  readonly file: string;
  readonly folder: string;
  readonly now: number;
  /** So much stays free on the disk. */
  readonly minFreeMb: number;
}

/**
 * Takes the copy of this quarter of an hour, which is also the day's when it is the first, and then removes those that have been
 * kept long enough. Returns the new file.
 */
export async function takeBackup({ file, folder, now, minFreeMb }: BackupOrder): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize - statSync(file).size < minFreeMb * 1e6)
    throw new Error("The disk has too little space for a copy.");
  const taken = quarterFile(folder, now);
  await backUp(file, taken);
  const daily = join(folder, `daily-${dayOf(now)}.db`);
  if (!existsSync(daily)) linkSync(taken, daily);
  pruneBackups(folder, now);
  return taken;
}

/** Removes copies that have been kept long enough, and what a copy that was broken off left behind. */
export function pruneBackups(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isBrokenOff = name.includes(UNFINISHED) && now - statSync(path).mtimeMs > HOUR_MS;
    if (isBrokenOff || isTooOld(name, now)) rmSync(path, { force: true });
  }
}

function isTooOld(name: string, now: number): boolean {
  const parts = NAME.exec(name);
  const taken = momentOf(name);
  return parts !== null && taken !== null && now - taken > KEPT_MS[parts[1] as keyof typeof KEPT_MS];
}

/** When a copy was taken, by its name; null for another file. */
function momentOf(name: string): number | null {
  const parts = NAME.exec(name);
  if (parts === null) return null;
  const [, , day, hours = "00", minutes = "00", seconds = "00"] = parts;
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
}

/** The copies in a folder, newest first. */
export function listBackups(folder: string): { file: string; at: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const at = momentOf(name);
      return at === null ? [] : [{ file: join(folder, name), at }];
    })
    .sort((a, b) => b.at - a.at);
}

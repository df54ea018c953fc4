/** A copy in the place of the database. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import type Sqlite from "better-sqlite3";
import { migrationState, openForReading } from "#db/client.ts";
import { backUp } from "./backup.ts";
import { EXIT, ExitError } from "./exit.ts";
import { databaseFile, isDamage } from "./store.ts";

const BESIDE = ["", "-wal", "-shm"] as const;

/**
 * Puts the database of `copy` into a data folder that no server uses. The one that is there is kept aside.
 *
 * @returns where the one before lies now; null when there was none
 * @throws ExitError when the copy is not there, damaged, of a newer version, or no database of Sammenspil; nothing has changed then
 */
export async function restoreDatabase(dataDir: string, copy: string, now: number): Promise<string | null> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataDir);
  const coming = `${file}.restoring`;
  await readOrRefuse(copy, () => backUp(copy, coming));
  try {
    await readOrRefuse(copy, async () => refuseUnlessWhole(coming, copy));
  } catch (error) {
    rmSync(coming, { force: true });
    throw error;
  }
  const stamp = new Date(now).toISOString().replace(/[:.]/g, "-");
  const aside = `${file}.before-restore-${stamp}`;
  const hadOne = existsSync(file);
  // The database first: between two renames there is none, which a server refuses; a log beside a foreign one would be read into it.
  for (const end of BESIDE) if (existsSync(file + end)) renameSync(file + end, aside + end);
  renameSync(coming, file);
  return hadOne ? aside : null;
}

async function readOrRefuse(copy: string, read: () => Promise<void>): Promise<void> {
  if (!existsSync(copy)) throw new ExitError(EXIT.refused, `There is no file ${copy}.`);
  try {
    await read();
  } catch (error) {
    throw isDamage(error) ? damaged(copy) : error;
  }
}

const damaged = (copy: string) =>
  new ExitError(EXIT.unusable, `${copy} is damaged or is no database. Nothing was changed.`);

function refuseUnlessWhole(file: string, copy: string): void {
  const { $client: client } = openForReading(file);
  try {
    if (!isOurs(client))
      throw new ExitError(EXIT.refused, `${copy} is no database of Sammenspil. Nothing was changed.`);
    if (migrationState(client).newer) {
      const message = `${copy} was written by a newer version of Sammenspil. Install that version. Nothing was changed.`;
      throw new ExitError(EXIT.unusable, message);
    }
    if (client.pragma("integrity_check(1)", { simple: true }) !== "ok") throw damaged(copy);
  } finally {
    client.close();
  }
}

const isOurs = (client: Sqlite.Database): boolean =>
  client.prepare("select count(*) from sqlite_master where name in ('board_update', 'installation')").pluck().get() ===
  2;

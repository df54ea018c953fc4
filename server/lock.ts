/** One server a data folder. The lock is the operating system's, so that it dies with the process, kill -9 included. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { EXIT, ExitError } from "./exit.ts";

/**
 * Takes the lock until `release` or the end of the process. The command line works beside it.
 *
 * @param whenTaken what the one who finds it taken can do
 * @throws ExitError 75 when another process holds it, 78 when the folder cannot be written
 */
export function lockDataDir(
  dataDir: string,
  whenTaken = "Stop it first, or choose another DATA_DIR.",
): { release: () => void } {
  const lock = openLock(dataDir);
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code !== "SQLITE_BUSY") throw unusableFolder(dataDir, error);
    throw new ExitError(EXIT.busy, `Another server is running on ${dataDir}. ${whenTaken}`);
  }
  return { release: () => lock.close() };
}

function openLock(dataDir: string): Sqlite.Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    // A database of its own: an exclusive transaction on it keeps nobody from reading or writing the real one.
    return new Sqlite(join(dataDir, "server.lock"), { timeout: 0 });
  } catch (error) {
    throw unusableFolder(dataDir, error);
  }
}

/** Such as one that belongs to somebody else, or lies on a disk that may only be read. */
export const unusableFolder = (dataDir: string, error: unknown) =>
  new ExitError(
    EXIT.unusable,
    `${dataDir} cannot be written (${(error as Error).message}). DATA_DIR must belong to the user that runs Sammenspil.`,
  );

/**
 * Keeps the write-ahead log short. SQLite would move it into the file by itself, within whichever commit comes along, and everybody
 * would wait for that; so a thread does it, and what is left for the serving thread is what was written meanwhile.
 */
import { type Database, emptyLog, logPages, moveLog } from "#db/client.ts";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

const LOOK_MS = 1_000;
/** As many as SQLite itself waits for: 4 MB. */
const LONG_PAGES = 1_000;
/** If the thread cannot, SQLite does it after all. */
const NET_PAGES = 8_000;
/** SQLite writes the log from its beginning again, and lets the file stay as long as it once was. */
const EMPTY_EVERY_MS = 5 * 60_000;

export interface LogKeepingOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "error">;
  readonly now: () => number;
  /** Moves what stands in the log into the file, beside those who write. */
  readonly moveInThread: () => Promise<void>;
}

export function keepLogShort({ db, log, now, moveInThread }: LogKeepingOptions): { stop: () => void } {
  db.$client.pragma(`wal_autocheckpoint = ${NET_PAGES}`);
  let emptyAt = now() + EMPTY_EVERY_MS;
  const look = async () => {
    const isDue = now() >= emptyAt;
    if (!isDue && logPages(db) < LONG_PAGES) return;
    await moveInThread();
    if (!isDue) moveLog(db);
    else if (emptyLog(db)) emptyAt = now() + EMPTY_EVERY_MS;
  };
  return keepDoing(look, { everyMs: LOOK_MS, log, failed: "the log could not be emptied" });
}

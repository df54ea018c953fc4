/** After something was erased: makes sure that the database file holds nothing of it, neither in its index nor in its free space. */
import { setImmediate as letOthersRun } from "node:timers/promises";
import { type Database, emptyLog, waitingForNobody } from "#db/client.ts";
import { readFact, removeFact, writeFact } from "#db/queries/installation.ts";
import { mergeSearchIndex } from "#db/queries/search.ts";
import { toWallClock } from "#domain/danish-time.ts";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

const LOOK_MS = 5_000;
const AFTER_FAILURE_MS = 15 * 60 * 1000;
/** While the whole file is written anew nothing else can be written; it waits for these hours. */
const NIGHT = { from: "02:00", to: "04:00" } as const;

export interface ScrubbingOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "info" | "error">;
  readonly now: () => number;
  /** Writes the database file anew, where that holds up nobody who reads. */
  readonly writeAnew: () => Promise<void>;
}

export interface Scrubbing {
  /** Resolves, whatever happens, when others may write again; null while they may. */
  writingAnew(): Promise<void> | null;
  stop(): void;
}

/** Looks now and then whether something is to be done. What fails is tried again after a while. */
export function keepScrubbed({ writeAnew, ...options }: ScrubbingOptions): Scrubbing {
  const { log, now } = options;
  let notBefore = 0;
  let writing: Promise<void> | null = null;
  const writeAlone = async () => {
    const work = writeAnew();
    writing = work.catch(() => undefined);
    await work.finally(() => {
      writing = null;
    });
  };
  const look = async () => {
    if (now() < notBefore) return;
    notBefore = now() + AFTER_FAILURE_MS;
    await scrub({ ...options, writeAnew: writeAlone });
    notBefore = 0;
  };
  const failed = "what was erased could not be overwritten everywhere yet";
  const { stop } = keepDoing(look, { everyMs: LOOK_MS, log, failed });
  return { writingAnew: () => writing, stop };
}

/** Does what can be done now; the rest stays noted in the database. */
export async function scrub({ db, log, now, writeAnew }: ScrubbingOptions): Promise<void> {
  const left = await readFact(db, "scrub");
  if (left === "index") {
    for (let isFirst = true; await mergeSearchIndex(db, isFirst); isFirst = false) await letOthersRun();
    if (emptyLog(db)) await writeFact(db, "scrub", "vacuum");
  }
  if (left === "vacuum" && isNight(now())) {
    // What else would be written now fails at once, and is tried again; waiting here would hold up those who read.
    await waitingForNobody(db, writeAnew);
    await writeFact(db, "scrub", "log");
  }
  if (left === "log" && emptyLog(db)) {
    await removeFact(db, "scrub");
    log.info("what was erased is overwritten everywhere in the database file");
  }
}

function isNight(at: number): boolean {
  const { time } = toWallClock(at);
  return time >= NIGHT.from && time < NIGHT.to;
}

/** After something was erased: makes sure that the database file holds nothing of it, neither in its index nor in its free space. */
import { setImmediate as letOthersRun } from "node:timers/promises";
import { type Database, emptyLog } from "#db/client.ts";
import { readFact, removeFact, writeFact } from "#db/queries/installation.ts";
import { mergeSearchIndex } from "#db/queries/search.ts";
import { toWallClock } from "#domain/danish-time.ts";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

const LOOK_MS = 5_000;
const AFTER_FAILURE_MS = 15 * 60 * 1000;
/** Writing the whole file anew stalls everybody for as long as that takes; it waits for these hours. */
const NIGHT = { from: "02:00", to: "04:00" } as const;

export interface ScrubbingOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "info" | "error">;
  readonly now: () => number;
}

/** Looks now and then whether something is to be done. What fails is tried again after a while. */
export function keepScrubbed({ db, log, now }: ScrubbingOptions): { stop: () => void } {
  let notBefore = 0;
  const look = async () => {
    if (now() < notBefore) return;
    notBefore = now() + AFTER_FAILURE_MS;
    await scrub({ db, log, now });
    notBefore = 0;
  };
  return keepDoing(look, { everyMs: LOOK_MS, log, failed: "what was erased could not be overwritten everywhere yet" });
}

/** Does what can be done now; the rest stays noted in the database. */
export async function scrub({ db, log, now }: ScrubbingOptions): Promise<void> {
  const left = await readFact(db, "scrub");
  if (left === "index") {
    for (let isFirst = true; await mergeSearchIndex(db, isFirst); isFirst = false) await letOthersRun();
    if (emptyLog(db)) await writeFact(db, "scrub", "vacuum");
  }
  if (left === "vacuum" && isNight(now())) {
    db.$client.exec("VACUUM");
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

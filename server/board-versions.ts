import type { Database } from "#db/client.ts";
import { keepAutomaticVersions, thinAutomaticVersions } from "#db/queries/board-versions.ts";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

const LOOK_MS = 60_000;

export interface VersionKeepingOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "error">;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Keeps versions of the boards that people work on, and thins out the old ones. */
export function keepBoardVersions({ db, log, now, newId }: VersionKeepingOptions): { stop: () => void } {
  const keep = async () => {
    const kept = await keepAutomaticVersions(db, { now: now(), newId });
    if (kept.length > 0) await thinAutomaticVersions(db, now());
  };
  return keepDoing(keep, { everyMs: LOOK_MS, log, failed: "versions of boards could not be kept" });
}

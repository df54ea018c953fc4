/** Takes away what is kept no longer than has been said: ended sessions, old links, boards deleted long ago, names of workshops. */
import { randomUUID } from "node:crypto";
import type { Database } from "#db/client.ts";
import { eraseDeletedBoards } from "#db/queries/deleted-boards.ts";
import { anonymiseWorkshop, dueForAnonymising } from "#db/queries/live/anonymising.ts";
import { sweepSessions } from "#db/queries/sessions.ts";
import { toWallClock } from "#domain/danish-time.ts";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

const HOUR_MS = 60 * 60 * 1000;

export interface HousekeepingOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "info" | "error">;
  readonly now: () => number;
}

/** Sweeps at the start and then every hour. */
export function keepHouse({ db, log, now }: HousekeepingOptions): { stop: () => void } {
  const sweep = async () => {
    // Their sessions are gone with the names; the rooms ask for every open socket again and again.
    for (const workshopId of await dueForAnonymising(db, toWallClock(now()).day)) {
      await anonymiseWorkshop(db, { workshopId, personId: null, now: now(), newId: randomUUID });
      log.info({ workshopId }, "took the names out of a workshop");
    }
    await sweepSessions(db, now());
    for (const boardId of await eraseDeletedBoards(db, now())) log.info({ boardId }, "erased a board deleted long ago");
  };
  const house = keepDoing(sweep, { everyMs: HOUR_MS, log, failed: "could not sweep" });
  house.round();
  return house;
}

import type { Database } from "#db/client.ts";
import { indexStaleText } from "#db/queries/search.ts";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

/** At most so many initiatives each time: some milliseconds. Who searches sooner has the rest indexed first. */
const STEP = { initiatives: 100, everyMs: 2_000 } as const;

/** Indexes what people write for the search, a little at a time. */
export function keepSearchIndexed(db: Database, log: Pick<Logger, "error">): { stop: () => void } {
  const { everyMs, initiatives } = STEP;
  return keepDoing(() => indexStaleText(db, initiatives), { everyMs, log, failed: "text could not be indexed" });
}

import type { Database } from "#db/client.ts";
import { indexStaleText } from "#db/queries/search.ts";
import type { Logger } from "./log.ts";

/** At most so many initiatives each time: some milliseconds. Who searches sooner has the rest indexed first. */
const STEP = { initiatives: 100, everyMs: 2_000 } as const;

/** Indexes what people write for the search, a little at a time. */
export function keepSearchIndexed(db: Database, log: Pick<Logger, "error">): { stop: () => void } {
  const timer = setInterval(() => {
    indexStaleText(db, STEP.initiatives).catch((error: unknown) =>
      log.error({ err: error }, "text could not be indexed"),
    );
  }, STEP.everyMs).unref();
  return { stop: () => clearInterval(timer) };
}

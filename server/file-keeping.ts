import type { Database } from "#db/client.ts";
import { DatabaseThread } from "./database-thread.ts";
import type { Logger } from "./log.ts";
import { keepLogShort } from "./log-keeping.ts";
import { keepScrubbed, type Scrubbing } from "./scrubbing.ts";

export interface FileKeepingOptions {
  readonly db: Database;
  /** Where the database lies. */
  readonly file: string;
  readonly log: Pick<Logger, "info" | "error">;
  readonly now: () => number;
}

export interface FileKeeping extends Pick<Scrubbing, "writingAnew"> {
  /** Resolves when what was under way is over. */
  stop(): Promise<void>;
}

/** Keeps the database file in order in a thread: its log short, and nothing in it that was erased. */
export function keepFile({ file, ...options }: FileKeepingOptions): FileKeeping {
  const thread = new DatabaseThread(file);
  const scrubbing = keepScrubbed({ ...options, writeAnew: () => thread.do("write-anew") });
  const shortLog = keepLogShort({ ...options, moveInThread: () => thread.do("move-log") });
  return {
    writingAnew: scrubbing.writingAnew,
    async stop() {
      for (const keeping of [scrubbing, shortLog]) keeping.stop();
      await thread.stop();
    },
  };
}

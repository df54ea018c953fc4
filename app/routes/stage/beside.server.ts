import type { Services } from "#app/http/load-context.server.ts";
import { findRun } from "#db/queries/live/run.ts";

/** What only those who run the workshop see beside what everybody sees. */
export interface Beside {
  readonly now: number;
  readonly leadPersonId: string | null;
  readonly leadSeenAt: number | null;
  /** How many moves can be taken back. */
  readonly undoable: number;
}

export async function readBeside({ db, now }: Services, workshopId: string): Promise<Beside> {
  const run = findRun(db, workshopId);
  return {
    now: now(),
    leadPersonId: run?.leadPersonId ?? null,
    leadSeenAt: run?.leadSeenAt ?? null,
    undoable: run?.undo.length ?? 0,
  };
}

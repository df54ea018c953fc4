import type { Services } from "#app/http/load-context.server.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import { type HiddenNote, hiddenNotes } from "#db/queries/live/notes.ts";
import { findRun } from "#db/queries/live/run.ts";
import { collectsNotes, sourceOf } from "#domain/live/agenda.ts";

/** What only those who run the workshop see beside what everybody sees. */
export interface Beside {
  readonly now: number;
  readonly leadPersonId: string | null;
  readonly leadSeenAt: number | null;
  /** How many moves can be taken back. */
  readonly undoable: number;
  /** What has been written for the item on the stage and is not shown. */
  readonly hidden: readonly HiddenNote[];
}

export async function readBeside({ db, now }: Services, workshopId: string): Promise<Beside> {
  const run = findRun(db, workshopId);
  return {
    now: now(),
    leadPersonId: run?.leadPersonId ?? null,
    leadSeenAt: run?.leadSeenAt ?? null,
    undoable: run?.undo.length ?? 0,
    hidden: await hiddenFor(db, workshopId, run?.itemId ?? null),
  };
}

async function hiddenFor(db: Services["db"], workshopId: string, itemId: string | null): Promise<HiddenNote[]> {
  const source = itemId === null ? null : sourceOf(await listAgenda(db, workshopId), itemId);
  return source === null || !collectsNotes(source) ? [] : hiddenNotes(db, source.id);
}

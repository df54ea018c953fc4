/** Showing notes to everybody: a deliberate act, in an order that tells nothing of who wrote first. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { agendaItem, note } from "#db/schema/live.ts";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A place among the notes, by chance: a later reveal mixes with an earlier one. */
const placeBy = (random: () => number): string =>
  Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join("");

export interface Revealing {
  readonly itemId: string;
  /** Null is every lane. */
  readonly laneId: string | null;
  readonly at: number;
  readonly random: () => number;
}

/**
 * Shows what has been written in an item, or in one of its lanes, but for what a facilitator has hidden. Notes that came late are shown
 * by doing it again.
 *
 * @returns how many were shown now
 */
export function revealNotes(tx: Transaction, { itemId, laneId, at, random }: Revealing): number {
  const inLane = laneId === null ? undefined : eq(note.laneId, laneId);
  const waiting = and(isNull(note.revealedAt), isNull(note.hiddenAt), isNull(note.binnedAt));
  const ids = tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.itemId, itemId), inLane, waiting))
    .all();
  for (const { id: noteId } of ids) revealOne(tx, { noteId, at, random });
  forgetTables(tx, itemId);
  return ids.length;
}

export function revealOne(
  tx: Transaction,
  { noteId, at, random }: { noteId: string; at: number; random: () => number },
): void {
  tx.update(note)
    .set({ revealedAt: at, sortOrder: placeBy(random) })
    .where(eq(note.id, noteId))
    .run();
}

/** Where names are not shown, a table of two would tell; it served to count, unless the tables go on with their own. */
function forgetTables(tx: Transaction, itemId: string): void {
  const item = tx.select().from(agendaItem).where(eq(agendaItem.id, itemId)).get();
  if (item === undefined || item.anonymity === "named") return;
  const works = and(eq(agendaItem.workshopId, item.workshopId), eq(agendaItem.byTable, true));
  if (tx.select().from(agendaItem).where(works).get() !== undefined) return;
  tx.update(note).set({ tableId: null }).where(eq(note.itemId, itemId)).run();
}

/** Keeps a note from being shown, or lets it be shown after all. The log says that a note was hidden, not which one or whose. */
export async function hideNote(
  db: Database,
  hiding: { workshopId: string; noteId: string; isHidden: boolean; personId: string; now: number },
): Promise<{ changed: boolean }> {
  const { workshopId, noteId, isHidden, personId, now } = hiding;
  return db.transaction((tx) => {
    const waiting = and(eq(note.id, noteId), eq(note.workshopId, workshopId), isNull(note.revealedAt));
    const { changes } = tx
      .update(note)
      .set({ hiddenAt: isHidden ? now : null })
      .where(waiting)
      .run();
    if (changes === 0) return { changed: false };
    const action = isHidden ? ("note-hidden" as const) : ("note-unhidden" as const);
    insertAudit(tx, { at: now, personId, action, subject: workshopId });
    return { changed: true };
  });
}

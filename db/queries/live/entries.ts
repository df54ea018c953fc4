/** P-plads and decisions: always at hand, and in the report. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction } from "#db/prepared.ts";
import { workshopEntry } from "#db/schema/live.ts";
import { type EntryKind, readEntryText } from "#domain/live/entry.ts";
import type { LiveView } from "#domain/live/view.ts";
import { type Acting, isUnderWay, takesPart } from "./acting.ts";

export interface NewEntry {
  /** Made where it is written, so that what is sent twice is one. */
  readonly id: string;
  readonly workshopId: string;
  readonly kind: EntryKind;
  readonly text: string;
  readonly now: number;
}
type AddResult = { readonly added: true } | { readonly refused: "forbidden" | "closed" | "empty" | "too-long" };

/** Everybody who takes part may park something; what is decided, the facilitator writes down. */
export async function addEntry(
  db: Database,
  acting: Acting,
  { text, now: at, ...entry }: NewEntry,
): Promise<AddResult> {
  return inTransaction(db, () => {
    const mayAdd = entry.kind === "parked" ? takesPart(acting) : acting.isFacilitator;
    if (!mayAdd) return { refused: "forbidden" };
    if (!isUnderWay(db, entry.workshopId)) return { refused: "closed" };
    const read = readEntryText(text);
    if ("problem" in read) return { refused: read.problem };
    db.insert(workshopEntry)
      .values({ ...entry, text: read.text, at })
      .onConflictDoNothing()
      .run();
    return { added: true };
  });
}

interface ChangedEntry {
  readonly workshopId: string;
  readonly entryId: string;
  /** To the other list, away, or back again. */
  readonly change: { readonly kind: EntryKind } | { readonly removedAt: number | null };
}

/** @returns false when there is no such entry in the workshop */
export async function changeEntry(db: Database, { workshopId, entryId, change }: ChangedEntry): Promise<boolean> {
  const ofIt = and(eq(workshopEntry.id, entryId), eq(workshopEntry.workshopId, workshopId));
  return db.update(workshopEntry).set(change).where(ofIt).run().changes > 0;
}

/** Oldest first, without what was taken away. */
export function entriesSection(db: Database, workshopId: string): LiveView["entries"] {
  const rows = db
    .select({ id: workshopEntry.id, kind: workshopEntry.kind, text: workshopEntry.text, at: workshopEntry.at })
    .from(workshopEntry)
    .where(and(eq(workshopEntry.workshopId, workshopId), isNull(workshopEntry.removedAt)))
    .orderBy(asc(workshopEntry.at), asc(workshopEntry.id))
    .all();
  return Object.fromEntries(rows.map(({ id, ...entry }) => [id, entry]));
}

/** The facilitator asks everybody to look at one thing. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { workshopRun } from "#db/schema/live.ts";
import { asLead, type By } from "./lead.ts";
import { clustersIn, notesIn } from "./note-sections.ts";
import type { Moved } from "./stage.ts";

/**
 * Points at a note that is shown or at a group, or at nothing any more. The next item begins with nothing.
 *
 * @returns refused as `no-such-item` where nothing of that id is shown
 */
export async function pointOut(db: Database, by: By, id: string | null): Promise<Moved> {
  return asLead(db, by, (tx, run): Moved => {
    if (run.closedAt !== null) return { refused: "closed" };
    if (id !== null && !isShown(tx, by.workshopId, id)) return { refused: "no-such-item" };
    tx.update(workshopRun).set({ pointedId: id }).where(eq(workshopRun.workshopId, by.workshopId)).run();
    return { done: true };
  });
}

const isShown = (db: Parameters<typeof notesIn>[0], workshopId: string, id: string): boolean =>
  id in clustersIn(db, workshopId) || id in notesIn(db, workshopId);

/** The phone of a guest: by what it keeps it finds its place again after its session is over. Accounts sign in by their own means. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { participant, workshopRun } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { PLACE_KEPT_MS } from "#domain/live/participant.ts";

export interface Device {
  readonly workshopId: string;
  readonly hash: string;
}

/** From now on this phone has the guest's place; another one that had it finds it no more. */
export async function keepDevice(
  db: Database,
  { workshopId, personId, hash }: Device & { readonly personId: string },
): Promise<void> {
  db.update(participant)
    .set({ deviceHash: hash })
    .where(and(eq(participant.workshopId, workshopId), eq(participant.personId, personId)))
    .run();
}

/** Whose place it is; null when it is nobody's any more, or the workshop was closed too long ago. */
export async function personOfDevice(
  db: Database,
  { workshopId, hash, now }: Device & { readonly now: number },
): Promise<string | null> {
  const found = db
    .select({ personId: participant.personId, closedAt: workshopRun.closedAt })
    .from(participant)
    .innerJoin(person, eq(person.id, participant.personId))
    .innerJoin(workshopRun, eq(workshopRun.workshopId, participant.workshopId))
    .where(and(eq(participant.workshopId, workshopId), eq(participant.deviceHash, hash), eq(person.kind, "guest")))
    .get();
  if (found === undefined) return null;
  return found.closedAt === null || now - found.closedAt <= PLACE_KEPT_MS ? found.personId : null;
}

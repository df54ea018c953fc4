/** Who takes part in a live workshop, and what they say of themselves. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { participant, workshopRun } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { workshopTable } from "#db/schema/workshop.ts";
import type { Participant } from "#domain/live/participant.ts";

export interface OwnParticipant extends Participant {
  /** Without an account. */
  readonly isGuest: boolean;
}

/** What everybody is told of a participant. */
export const SHOWN_OF_PARTICIPANT = {
  id: participant.id,
  name: person.name,
  organisationId: participant.organisationId,
  role: participant.role,
  tableId: participant.tableId,
  isHost: participant.isHost,
  readyItemId: participant.readyItemId,
};
const COLUMNS = {
  ...SHOWN_OF_PARTICIPANT,
  workshopId: participant.workshopId,
  personId: participant.personId,
  kind: person.kind,
};

const rows = (db: Pick<Database, "select">) =>
  db.select(COLUMNS).from(participant).innerJoin(person, eq(person.id, participant.personId));

const toParticipant = ({ kind, ...row }: ReturnType<ReturnType<typeof rows>["all"]>[number]): OwnParticipant => ({
  ...row,
  isGuest: kind === "guest",
});

/** The person's place in the workshop; null when they have not joined it. */
export function participantOf(
  db: Pick<Database, "select">,
  workshopId: string,
  personId: string,
): OwnParticipant | null {
  const own = and(eq(participant.workshopId, workshopId), eq(participant.personId, personId));
  const row = rows(db).where(own).get();
  return row === undefined ? null : toParticipant(row);
}

/** The live workshop that the person has joined and that is still open, the newest of them; null when there is none. */
export function openWorkshopOf(db: Database, personId: string): string | null {
  const found = db
    .select({ id: workshopRun.workshopId })
    .from(workshopRun)
    .innerJoin(participant, and(eq(participant.workshopId, workshopRun.workshopId), eq(participant.personId, personId)))
    .where(isNull(workshopRun.closedAt))
    .orderBy(desc(participant.joinedAt))
    .get();
  return found?.id ?? null;
}

/** In the order in which they joined. */
export async function listParticipants(db: Database, workshopId: string): Promise<OwnParticipant[]> {
  return rows(db)
    .where(eq(participant.workshopId, workshopId))
    .orderBy(asc(participant.joinedAt), asc(participant.id))
    .all()
    .map(toParticipant);
}

/** They are ready with the item, or with null not yet after all. */
export async function setReady(
  db: Database,
  { participantId, itemId }: { participantId: string; itemId: string | null },
): Promise<void> {
  db.update(participant).set({ readyItemId: itemId }).where(eq(participant.id, participantId)).run();
}

/**
 * A host is one of the table that they were named for, and no more when they sit at another.
 *
 * @returns whether there is such a table in their workshop; null is none
 */
export async function moveTable(
  db: Database,
  { participantId, tableId }: { participantId: string; tableId: string | null },
): Promise<{ moved: boolean }> {
  return db.transaction((tx) => {
    const found = tx.select().from(participant).where(eq(participant.id, participantId)).get();
    if (found === undefined) return { moved: false };
    const inWorkshop = and(eq(workshopTable.id, tableId ?? ""), eq(workshopTable.workshopId, found.workshopId));
    if (tableId !== null && tx.select().from(workshopTable).where(inWorkshop).get() === undefined) {
      return { moved: false };
    }
    const isHost = found.isHost && found.tableId === tableId;
    tx.update(participant).set({ tableId, isHost }).where(eq(participant.id, participantId)).run();
    return { moved: true };
  });
}

/** The one who helps those at the table who have no phone, or no more. One of another workshop is left alone. */
export async function setHost(
  db: Database,
  { workshopId, participantId, isHost }: { workshopId: string; participantId: string; isHost: boolean },
): Promise<void> {
  db.update(participant)
    .set({ isHost })
    .where(and(eq(participant.id, participantId), eq(participant.workshopId, workshopId)))
    .run();
}

/** What the others see of a guest. An account's name is changed where the account is. */
export async function renameGuest(
  db: Database,
  { personId, name, now }: { personId: string; name: string; now: number },
): Promise<void> {
  db.update(person)
    .set({ name, updatedAt: new Date(now) })
    .where(and(eq(person.id, personId), eq(person.kind, "guest")))
    .run();
}

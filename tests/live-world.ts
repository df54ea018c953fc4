/** A live workshop for tests: kommuner, an agenda that stands at one of its items, and participants. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem, cluster, note, participant, workshopRun } from "#db/schema/live.ts";
import { workshopTable } from "#db/schema/workshop.ts";
import type { ParticipantRole } from "#domain/live/participant.ts";
import { addPerson, aWorkshopOf, NOW } from "./factories.ts";

export interface ItemFixture extends Partial<typeof agendaItem.$inferInsert> {
  readonly id: string;
  readonly kind: (typeof agendaItem.$inferInsert)["kind"];
}

/** Holbæk (0316) and Varde (0573) in the workshop `w`, run by `facilitator`, with tables `t1` and `t2` and this agenda. */
export function aLiveWorkshop(agenda: readonly ItemFixture[], itemId: string | null = null): Database {
  const db = aWorkshopOf("holbaek", "varde");
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  for (const number of [1, 2]) {
    db.insert(workshopTable)
      .values({ id: `t${number}`, workshopId: "w", number, createdAt: NOW })
      .run();
  }
  for (const [position, item] of agenda.entries()) {
    db.insert(agendaItem)
      .values({ workshopId: "w", position, title: item.id, minutes: 10, ...item })
      .run();
  }
  db.insert(workshopRun)
    .values({ workshopId: "w", joinCode: "AAAACCCC", openedAt: NOW, startedAt: NOW, leadPersonId: "facilitator" })
    .run();
  if (itemId !== null) standAt(db, itemId);
  return db;
}

/** The agenda has come to the item. */
export function standAt(db: Database, itemId: string): void {
  db.update(workshopRun)
    .set({ itemId, timerEndsAt: NOW + 600_000 })
    .run();
  db.update(agendaItem).set({ startedAt: NOW }).where(eq(agendaItem.id, itemId)).run();
}

export interface ParticipantFixture {
  readonly id: string;
  readonly organisationId?: string | null;
  readonly role?: ParticipantRole;
  readonly tableId?: string;
  readonly isHost?: boolean;
}

/** Somebody who joined without an account; the person's id is `guest-` and the participant's. */
export function addParticipant(db: Database, fixture: ParticipantFixture): string {
  const { id, organisationId = "0316", role = "employee", ...place } = fixture;
  const where = organisationId === null ? {} : { organisationId };
  const personId = addPerson(db, { id: `guest-${id}`, roles: [{ role: "guest", workshopId: "w", ...where }] });
  db.insert(participant)
    .values({ id, workshopId: "w", personId, organisationId, role, joinedAt: NOW, ...place })
    .run();
  return id;
}

/** A note that has been revealed. */
export function addShownNote(
  db: Database,
  values: { id: string; itemId: string; text?: string; clusterId?: string },
): void {
  const { id, text = id } = values;
  db.insert(note)
    .values({ workshopId: "w", ...values, text, sortOrder: id, revealedAt: NOW })
    .run();
}

export function addCluster(db: Database, { id, itemId }: { id: string; itemId: string }): void {
  db.insert(cluster).values({ id, workshopId: "w", itemId, title: id, sortOrder: id }).run();
}

/** As whom somebody acts in a live workshop. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { participant } from "#db/schema/live.ts";
import { belongsTo, can, type Person, type WorkshopSubject } from "#domain/permissions.ts";
import { findRun } from "./run.ts";

export interface Acting {
  readonly personId: string;
  /** Their place among the participants; null for who only looks on or runs it. */
  readonly participantId: string | null;
  /** The organisations that they speak for: where they said that they come from, and where they work. */
  readonly organisationIds: readonly string[];
  readonly isFacilitator: boolean;
}

export function actingIn(db: Database, person: Person, workshop: WorkshopSubject): Acting {
  const place = db
    .select({ id: participant.id, organisationId: participant.organisationId })
    .from(participant)
    .where(and(eq(participant.workshopId, workshop.id), eq(participant.personId, person.id)))
    .get();
  const own = workshop.organisationIds.filter((id) => id === place?.organisationId || belongsTo(person, id));
  return {
    personId: person.id,
    participantId: place?.id ?? null,
    organisationIds: own,
    isFacilitator: can(person, "workshop.run", workshop),
  };
}

/** Somebody who writes in the workshop: has joined, or runs it. */
export const takesPart = ({ participantId, isFacilitator }: Acting): boolean => participantId !== null || isFacilitator;

/** Nobody promises anything for a kommune that they do not come from. */
export const speaksFor = (acting: Acting, organisationId: string): boolean =>
  acting.isFacilitator || acting.organisationIds.includes(organisationId);

/** It has been opened for participants and not closed. */
export function isUnderWay(db: Pick<Database, "select">, workshopId: string): boolean {
  const run = findRun(db, workshopId);
  return run !== null && run.closedAt === null;
}

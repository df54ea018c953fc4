/** Live workshops of any kommuner for tests, one after the other, and guests who joined them by the code. */
import type { Database } from "#db/client.ts";
import { type Acting, actingIn } from "#db/queries/live/acting.ts";
import { guestRow } from "#db/queries/live/guests.ts";
import { loadPerson } from "#db/queries/people.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { agendaItem, participant, workshopRun } from "#db/schema/live.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { addPerson, addWorkshopOf, aWorkshopOf, type Kommune, NOW } from "./factories.ts";

export const CODE = "KX7P42MR";

/** `w` with these kommuner is under way; `facilitator` runs it. */
export function aLiveWorkshopOf(...kommuner: readonly Kommune[]): Database {
  const db = aWorkshopOf(...kommuner);
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  openRun(db, { workshopId: "w", joinCode: CODE });
  return db;
}

/** Another workshop of the same kommuner, under way too. */
export function addLiveWorkshop(
  db: Database,
  { id, kommuner, joinCode }: { id: string; kommuner: readonly Kommune[]; joinCode: string },
): void {
  addWorkshopOf(db, { id, kommuner, prefix: `${id}-` });
  openRun(db, { workshopId: id, joinCode });
}

function openRun(db: Database, { workshopId, joinCode }: { workshopId: string; joinCode: string }): void {
  const itemId = `${workshopId}-item`;
  db.insert(agendaItem)
    .values({ id: itemId, workshopId, position: 0, title: "Aftaler", minutes: 20, kind: "commitments" })
    .run();
  db.insert(workshopRun)
    .values({ workshopId, joinCode, openedAt: NOW, startedAt: NOW + 1, itemId })
    .run();
}

export interface GuestFixture {
  readonly id: string;
  readonly name?: string;
  readonly workshopId?: string;
  /** Null for somebody from elsewhere. */
  readonly organisationId: string | null;
}

/** Somebody who joined by the code. Their place has the id `place-<id>`. */
export function addGuest(db: Database, { id, name = id, workshopId = "w", organisationId }: GuestFixture): void {
  db.insert(person)
    .values(guestRow({ personId: id, name, now: NOW }))
    .run();
  db.insert(roleAssignment)
    .values({ id: `role-${id}`, personId: id, role: "guest", workshopId, organisationId, createdAt: NOW })
    .run();
  db.insert(participant)
    .values({ id: `place-${id}`, workshopId, personId: id, organisationId, role: "employee", joinedAt: NOW })
    .run();
}

/** As whom the person acts in the workshop. */
export async function acting(db: Database, personId: string, workshopId = "w"): Promise<Acting> {
  const [found, subject] = [await loadPerson(db, personId), await workshopSubject(db, workshopId)];
  if (found === null || subject === null) throw new Error(`There is no ${personId} or no ${workshopId}.`);
  return actingIn(db, found, subject);
}

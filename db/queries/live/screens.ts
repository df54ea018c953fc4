/** A projector that was opened by a code on a browser where nobody is signed in: a guest of the workshop, of no kommune, who takes no part. */
import type { Database } from "#db/client.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { guestRow } from "./guests.ts";

export interface ScreenGuest {
  readonly personId: string;
  readonly workshopId: string;
  /** What it is called where sessions are listed. */
  readonly name: string;
  readonly now: number;
}

export async function addScreenGuest(db: Database, { personId, workshopId, name, now }: ScreenGuest): Promise<void> {
  db.transaction((tx) => {
    tx.insert(person).values(guestRow({ personId, name, now })).run();
    tx.insert(roleAssignment)
      .values({ id: personId, personId, role: "guest", workshopId, createdAt: now, createdBy: null })
      .run();
  });
}

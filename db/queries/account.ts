/** What people change about themselves. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { person } from "#db/schema/person.ts";

export async function renamePerson(db: Database, personId: string, change: { name: string; now: number }) {
  db.update(person)
    .set({ name: change.name, updatedAt: new Date(change.now) })
    .where(eq(person.id, personId))
    .run();
}

export async function setPersonLanguage(db: Database, personId: string, language: "da" | "en") {
  db.update(person).set({ language }).where(eq(person.id, personId)).run();
}

/** The first time only: when the person read what others see of them. */
export async function markIntroSeen(db: Database, personId: string, now: number) {
  db.update(person)
    .set({ introSeenAt: new Date(now) })
    .where(and(eq(person.id, personId), isNull(person.introSeenAt)))
    .run();
}

/** People without an account, of whom a live workshop knows a name at most. */
import type { person } from "#db/schema/person.ts";

export interface GuestName {
  readonly personId: string;
  readonly name: string;
  readonly now: number;
}

/** The row of one. A row has an address that nobody else has; this one leads nowhere. */
export function guestRow({ personId, name, now }: GuestName) {
  const at = new Date(now);
  const email = `${personId}@guest.invalid`;
  return {
    id: personId,
    name,
    email,
    kind: "guest",
    createdAt: at,
    updatedAt: at,
  } satisfies typeof person.$inferInsert;
}

/** Those who hold a workshop. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { invitation, roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { compareDanish } from "#domain/danish-order.ts";

export interface Facilitator {
  readonly id: string;
  readonly name: string;
}

/** Those who hold the workshop, by name. */
export async function listFacilitators(db: Database, workshopId: string): Promise<Facilitator[]> {
  return db
    .selectDistinct({ id: person.id, name: person.name })
    .from(roleAssignment)
    .innerJoin(person, eq(person.id, roleAssignment.personId))
    .where(holding(workshopId))
    .all()
    .sort((a, b) => compareDanish(a.name, b.name));
}

/**
 * Ends somebody's role as facilitator of one workshop, and the open invitations to it that they made. Refused for the last
 * one, without whom nobody could let anybody in.
 */
export async function endFacilitator(
  db: Database,
  end: { workshopId: string; personId: string; endedBy: string; now: number },
): Promise<{ ended: true } | { refused: "unknown" | "last-facilitator" }> {
  const { workshopId, personId, endedBy, now } = end;
  return db.transaction((tx) => {
    const held = tx.select().from(roleAssignment).where(holding(workshopId)).all();
    const ending = held.find((each) => each.personId === personId);
    if (ending === undefined) return { refused: "unknown" as const };
    if (held.length === 1) return { refused: "last-facilitator" as const };
    tx.update(roleAssignment).set({ endedAt: now }).where(eq(roleAssignment.id, ending.id)).run();
    const made = and(eq(invitation.invitedBy, personId), eq(invitation.workshopId, workshopId));
    tx.update(invitation)
      .set({ revokedAt: now })
      .where(and(made, isNull(invitation.usedAt), isNull(invitation.revokedAt)))
      .run();
    const event = { at: now, personId: endedBy, action: "role-ended", subject: personId } as const;
    insertAudit(tx, { ...event, detail: { role: "facilitator", workshop: workshopId } });
    return { ended: true as const };
  });
}

const holding = (workshopId: string) =>
  and(
    eq(roleAssignment.role, "facilitator"),
    eq(roleAssignment.workshopId, workshopId),
    isNull(roleAssignment.endedAt),
  );

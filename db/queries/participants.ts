/** Which organisations take part in a workshop. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { board } from "#db/schema/board.ts";
import { invitation, organisation } from "#db/schema/organisation.ts";
import { workshopOrganisation } from "#db/schema/workshop.ts";

export interface NewParticipant {
  readonly workshopId: string;
  readonly organisationId: string;
  /** For the board that a kommune gets. */
  readonly boardId: string;
  /** Null for the seed. */
  readonly addedBy: string | null;
  readonly now: number;
}

/**
 * Lets an organisation take part; it may be in already. A kommune has one board in a workshop, which the others in it can
 * read until it says otherwise: it comes with the kommune, unless one is there.
 */
export async function addParticipant(db: Database, input: NewParticipant): Promise<{ added: boolean }> {
  const { workshopId, organisationId, boardId: id, addedBy: personId, now } = input;
  return db.transaction((tx) => {
    const taken = tx
      .insert(workshopOrganisation)
      .values({ workshopId, organisationId, addedAt: now })
      .onConflictDoNothing()
      .run();
    if (taken.changes === 0) return { added: false };
    if (needsBoard(tx, input)) tx.insert(board).values({ id, workshopId, organisationId, createdAt: now }).run();
    const event = { at: now, personId, action: "workshop-organisation-added", subject: workshopId } as const;
    insertAudit(tx, { ...event, detail: { organisation: organisationId } });
    return { added: true };
  });
}

function needsBoard(tx: Pick<Database, "select">, { workshopId, organisationId }: NewParticipant): boolean {
  const { kind } = tx.select().from(organisation).where(eq(organisation.id, organisationId)).get() ?? {};
  const own = and(eq(board.workshopId, workshopId), eq(board.organisationId, organisationId), isNull(board.deletedAt));
  return kind === "municipality" && tx.select({ id: board.id }).from(board).where(own).get() === undefined;
}

/** Lets an organisation take part without a board, for seeds that bring boards of their own. */
export async function addWorkshopOrganisation(
  db: Database,
  input: { workshopId: string; organisationId: string; now: number },
): Promise<void> {
  const { now: addedAt, ...values } = input;
  db.insert(workshopOrganisation)
    .values({ ...values, addedAt })
    .onConflictDoNothing()
    .run();
}

/**
 * Takes an organisation out of a workshop, with the invitations to it that are open. A kommune keeps its board, which
 * nobody else reads any more (see `permissions.ts`); coming in again it finds it as it left it.
 */
export async function removeParticipant(
  db: Database,
  input: { workshopId: string; organisationId: string; removedBy: string; now: number },
): Promise<{ removed: boolean }> {
  const { workshopId, organisationId, removedBy: personId, now } = input;
  return db.transaction((tx) => {
    const own = and(
      eq(workshopOrganisation.workshopId, workshopId),
      eq(workshopOrganisation.organisationId, organisationId),
    );
    if (tx.delete(workshopOrganisation).where(own).run().changes === 0) return { removed: false };
    const invited = and(eq(invitation.workshopId, workshopId), eq(invitation.organisationId, organisationId));
    tx.update(invitation)
      .set({ revokedAt: now })
      .where(and(invited, isNull(invitation.usedAt), isNull(invitation.revokedAt)))
      .run();
    const event = { at: now, personId, action: "workshop-organisation-removed", subject: workshopId } as const;
    insertAudit(tx, { ...event, detail: { organisation: organisationId } });
    return { removed: true };
  });
}

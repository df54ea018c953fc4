/** Invitations: links of which only the token's hash is kept. */
import { and, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "#db/client.ts";
import { normaliseEmail } from "#db/queries/people.ts";
import { invitation, organisation, roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { workshop } from "#db/schema/workshop.ts";
import { INVITATION_LIFETIME_MS, type InvitationFacts, mayBeGiven } from "#domain/invitation.ts";
import type { Role } from "#domain/organisation.ts";

export interface Invitation extends InvitationFacts {
  readonly id: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly name: string; readonly fullName: string } | null;
  readonly workshop: { readonly id: string; readonly title: string } | null;
  readonly note: string | null;
  readonly invitedBy: string;
  readonly createdAt: number;
  readonly inviterId: string;
  /** Who took it, by name. */
  readonly usedBy: string | null;
}

const inviter = alias(person, "inviter");
const taker = alias(person, "taker");

/** Whether somebody administers the invitation's organisation now. */
const isAdministered = (somebody: SQL = sql`true`) =>
  sql<boolean>`exists (select 1 from ${roleAssignment} where ${somebody} and ${roleAssignment.role} = 'kommune-admin'
    and ${roleAssignment.organisationId} = ${invitation.organisationId} and ${roleAssignment.endedAt} is null)`.mapWith(
    Boolean,
  );

const rowsWhere = (db: Pick<Database, "select">, condition: SQL | undefined) =>
  db
    .select({
      id: invitation.id,
      role: invitation.role,
      note: invitation.note,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      usedAt: invitation.usedAt,
      revokedAt: invitation.revokedAt,
      organisationId: invitation.organisationId,
      organisationName: organisation.name,
      organisationFullName: organisation.fullName,
      workshopId: invitation.workshopId,
      workshopTitle: workshop.title,
      inviterId: invitation.invitedBy,
      inviterName: inviter.name,
      takerName: taker.name,
      inviterAdministers: isAdministered(eq(roleAssignment.personId, invitation.invitedBy)),
      hasAdministrator: isAdministered(),
    })
    .from(invitation)
    .leftJoin(organisation, eq(organisation.id, invitation.organisationId))
    .leftJoin(workshop, eq(workshop.id, invitation.workshopId))
    .leftJoin(inviter, eq(inviter.id, invitation.invitedBy))
    .leftJoin(taker, eq(taker.id, invitation.usedBy))
    .where(condition)
    .orderBy(desc(invitation.createdAt), invitation.id)
    .all();

function toInvitation(row: ReturnType<typeof rowsWhere>[number]): Invitation {
  const { organisationId, organisationName, organisationFullName, workshopId, workshopTitle, ...rest } = row;
  const { inviterName, takerName, inviterAdministers, hasAdministrator, ...facts } = rest;
  return {
    ...facts,
    isGiven: mayBeGiven(facts.role, { inviterAdministers, hasAdministrator }),
    organisation:
      organisationId === null
        ? null
        : { id: organisationId, name: organisationName ?? "", fullName: organisationFullName ?? "" },
    workshop: workshopId === null ? null : { id: workshopId, title: workshopTitle ?? "" },
    invitedBy: inviterName ?? "",
    usedBy: takerName,
  };
}

/** To one organisation, newest first. */
export const listOrganisationInvitations = async (db: Database, organisationId: string): Promise<Invitation[]> =>
  rowsWhere(db, eq(invitation.organisationId, organisationId)).map(toInvitation);

/** To one workshop, newest first. */
export const listWorkshopInvitations = async (db: Database, workshopId: string): Promise<Invitation[]> =>
  rowsWhere(db, eq(invitation.workshopId, workshopId)).map(toInvitation);

export async function findInvitation(db: Database, tokenHash: string): Promise<Invitation | null> {
  const [row] = rowsWhere(db, eq(invitation.tokenHash, tokenHash));
  return row === undefined ? null : toInvitation(row);
}

export interface NewInvitation {
  readonly id: string;
  readonly tokenHash: string;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly workshopId: string | null;
  readonly note: string | null;
  /** A person's id. */
  readonly invitedBy: string;
  readonly now: number;
}

export async function createInvitation(db: Database, { now, ...values }: NewInvitation): Promise<void> {
  db.insert(invitation)
    .values({ ...values, createdAt: now, expiresAt: now + INVITATION_LIFETIME_MS })
    .run();
}

/** Withdraws an open invitation of this organisation or this workshop; another's is left alone. */
export async function revokeInvitation(
  db: Database,
  revoke: { id: string; now: number } & ({ organisationId: string } | { workshopId: string }),
): Promise<{ revoked: boolean }> {
  const within =
    "organisationId" in revoke
      ? eq(invitation.organisationId, revoke.organisationId)
      : eq(invitation.workshopId, revoke.workshopId);
  const result = db
    .update(invitation)
    .set({ revokedAt: revoke.now })
    .where(and(eq(invitation.id, revoke.id), within, isNull(invitation.usedAt), isNull(invitation.revokedAt)))
    .run();
  return { revoked: result.changes === 1 };
}

export interface Acceptance {
  readonly tokenHash: string;
  readonly personId: string;
  /** Given when the account is made with the invitation. */
  readonly newPerson?: { readonly name: string; readonly email: string };
  /** For the role that is given. */
  readonly assignmentId: string;
  readonly now: number;
}
export type AcceptanceResult =
  | { readonly accepted: true }
  /** `own`: the one who made it may not take it. */
  | { readonly accepted: false; readonly refused: "gone" | "email-taken" | "own" };

/** Uses the invitation up, makes the account where there is none, and gives the role: all of it or nothing. */
export async function acceptInvitation(db: Database, acceptance: Acceptance): Promise<AcceptanceResult> {
  const { tokenHash, personId, newPerson, assignmentId, now } = acceptance;
  return db.transaction((tx): AcceptanceResult => {
    const email = normaliseEmail(newPerson?.email ?? "");
    if (newPerson && tx.select().from(person).where(eq(person.email, email)).get() !== undefined) {
      return { accepted: false, refused: "email-taken" };
    }
    const [found] = rowsWhere(tx, eq(invitation.tokenHash, tokenHash));
    if (found === undefined || !toInvitation(found).isGiven) return { accepted: false, refused: "gone" };
    if (found.inviterId === personId) return { accepted: false, refused: "own" };
    const isOpen = and(isNull(invitation.usedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));
    // Of two at once, the one whose update finds the row open wins.
    const used = tx
      .update(invitation)
      .set({ usedAt: now, usedBy: personId })
      .where(and(eq(invitation.tokenHash, tokenHash), isOpen))
      .returning()
      .get();
    if (used === undefined) return { accepted: false, refused: "gone" };
    if (newPerson) {
      const at = new Date(now);
      tx.insert(person).values({ id: personId, name: newPerson.name, email, createdAt: at, updatedAt: at }).run();
    }
    const { role, organisationId, workshopId, invitedBy } = used;
    // A facilitator's role is for the workshop; every other one for the organisation, whatever occasioned it.
    const where =
      role === "facilitator" && workshopId !== null
        ? { organisationId: null, workshopId }
        : { organisationId, workshopId: null };
    tx.insert(roleAssignment)
      .values({ id: assignmentId, personId, role, ...where, createdAt: now, createdBy: invitedBy })
      .onConflictDoNothing()
      .run();
    return { accepted: true };
  });
}

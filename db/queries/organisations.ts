/** Organisations and the people who belong to them. */
import { and, asc, countDistinct, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { invitation, organisation, roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { OrganisationKind, Role } from "#domain/organisation.ts";

export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly fullName: string;
}

const COLUMNS = {
  id: organisation.id,
  kind: organisation.kind,
  name: organisation.name,
  fullName: organisation.fullName,
};

/** In no order that a reader would expect: sorting by Danish rules is the page's. */
export async function listOrganisations(db: Database): Promise<Organisation[]> {
  return db.select(COLUMNS).from(organisation).all();
}

export async function findOrganisation(db: Database, id: string): Promise<Organisation | null> {
  return db.select(COLUMNS).from(organisation).where(eq(organisation.id, id)).get() ?? null;
}

export interface NewOrganisation extends Organisation {
  readonly now: number;
}

/** Refused when the id, which for a kommune is its code, is taken. */
export async function createOrganisation(
  db: Database,
  { now, ...values }: NewOrganisation,
): Promise<{ created: boolean }> {
  const result = db
    .insert(organisation)
    .values({ ...values, createdAt: now })
    .onConflictDoNothing()
    .run();
  return { created: result.changes === 1 };
}

/** One role that a person holds in an organisation. */
export interface Member {
  readonly assignmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: number;
}

/** Roles in force in one organisation, by name. */
export async function listMembers(db: Database, organisationId: string): Promise<Member[]> {
  return db
    .select({
      assignmentId: roleAssignment.id,
      personId: person.id,
      name: person.name,
      email: person.email,
      role: roleAssignment.role,
      since: roleAssignment.createdAt,
    })
    .from(roleAssignment)
    .innerJoin(person, eq(person.id, roleAssignment.personId))
    .where(and(eq(roleAssignment.organisationId, organisationId), isNull(roleAssignment.endedAt)))
    .orderBy(asc(roleAssignment.role))
    .all()
    .sort((a, b) => compareDanish(a.name, b.name));
}

/** People with a role in force, per organisation id; organisations without any are absent. */
export async function memberCounts(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = db
    .select({ id: roleAssignment.organisationId, people: countDistinct(roleAssignment.personId) })
    .from(roleAssignment)
    .where(isNull(roleAssignment.endedAt))
    .groupBy(roleAssignment.organisationId)
    .all();
  return new Map(rows.flatMap(({ id, people }) => (id === null ? [] : [[id, people] as const])));
}

/** Organisations that have somebody who administers them. */
export async function administeredOrganisationIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = db
    .selectDistinct({ id: roleAssignment.organisationId })
    .from(roleAssignment)
    .where(and(eq(roleAssignment.role, "kommune-admin"), isNull(roleAssignment.endedAt)))
    .all();
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

/**
 * Ends a role and the open invitations that the person made with it; what the person wrote stays. Refused for the last administrator, who would leave nobody to invite.
 *
 * @returns the person whose access changed, or why it did not
 */
export async function endRole(
  db: Database,
  end: { organisationId: string; assignmentId: string; now: number },
): Promise<{ personId: string } | { refused: "unknown" | "last-administrator" }> {
  return db.transaction((tx) => {
    const held = tx
      .select()
      .from(roleAssignment)
      .where(and(eq(roleAssignment.organisationId, end.organisationId), isNull(roleAssignment.endedAt)))
      .all();
    const ending = held.find(({ id }) => id === end.assignmentId);
    if (ending === undefined) return { refused: "unknown" as const };
    const administrators = held.filter(({ role }) => role === "kommune-admin");
    if (ending.role === "kommune-admin" && administrators.length === 1) {
      return { refused: "last-administrator" as const };
    }
    tx.update(roleAssignment).set({ endedAt: end.now }).where(eq(roleAssignment.id, ending.id)).run();
    tx.update(invitation)
      .set({ revokedAt: end.now })
      .where(
        and(invitedFrom(ending.personId, end.organisationId), isNull(invitation.usedAt), isNull(invitation.revokedAt)),
      )
      .run();
    return { personId: ending.personId };
  });
}

const invitedFrom = (personId: string, organisationId: string) =>
  and(eq(invitation.invitedBy, personId), eq(invitation.organisationId, organisationId));

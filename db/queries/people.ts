/** People and the roles they hold. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { boardAccess } from "#db/schema/board.ts";
import { invitation, roleAssignment } from "#db/schema/organisation.ts";
import { person, verification } from "#db/schema/person.ts";
import type { Role, RoleAssignment } from "#domain/organisation.ts";
import type { Person } from "#domain/permissions.ts";
import { insertAudit } from "./audit.ts";
import { putFact } from "./installation.ts";

export interface PersonProfile extends Person {
  /** Page language the person chose; null follows the browser. */
  readonly language: "da" | "en" | null;
  /** True when the person has read what others see of them. */
  readonly introSeen: boolean;
  /** Joined a workshop by its code and has no account. */
  readonly isGuest: boolean;
}

/** The person with every role and override in force now; null when unknown. */
export async function loadPerson(db: Database, personId: string): Promise<PersonProfile | null> {
  const found = db.select().from(person).where(eq(person.id, personId)).get();
  if (found === undefined) return null;
  const overrides = db.select().from(boardAccess).where(eq(boardAccess.personId, personId)).all();
  return {
    id: found.id,
    name: found.name,
    email: found.email,
    roles: rolesInForce(db, personId),
    boardAccess: new Map(overrides.map(({ boardId, access }) => [boardId, access])),
    language: found.language,
    introSeen: found.introSeenAt !== null,
    isGuest: found.kind === "guest",
  };
}

function rolesInForce(db: Database, personId: string): RoleAssignment[] {
  return db
    .select({
      role: roleAssignment.role,
      organisationId: roleAssignment.organisationId,
      workshopId: roleAssignment.workshopId,
    })
    .from(roleAssignment)
    .where(and(eq(roleAssignment.personId, personId), isNull(roleAssignment.endedAt)))
    .orderBy(asc(roleAssignment.createdAt), asc(roleAssignment.role))
    .all();
}

/** Addresses are compared without regard to case: they are stored in lower case. */
export const normaliseEmail = (email: string): string => email.normalize("NFC").trim().toLowerCase();

export async function findPersonIdByEmail(db: Database, email: string): Promise<string | null> {
  const found = db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.email, normaliseEmail(email)))
    .get();
  return found?.id ?? null;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly now: number;
}

/** Adds a person without any role. Refused when the address is taken. */
export async function createPerson(db: Database, input: NewPerson): Promise<{ created: boolean }> {
  const at = new Date(input.now);
  const result = db
    .insert(person)
    .values({ id: input.id, name: input.name, email: normaliseEmail(input.email), createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .run();
  return { created: result.changes === 1 };
}

export interface NewRole extends RoleAssignment {
  readonly id: string;
  readonly personId: string;
  /** Null for the operator at the command line. */
  readonly createdBy: string | null;
  readonly now: number;
}

/** Gives a role; giving one that is held already changes nothing. */
export async function assignRole(db: Database, input: NewRole): Promise<{ assigned: boolean }> {
  const { now, ...values } = input;
  const result = db
    .insert(roleAssignment)
    .values({ ...values, createdAt: now })
    .onConflictDoNothing()
    .run();
  return { assigned: result.changes === 1 };
}

export interface EndedRole {
  readonly personId: string;
  readonly role: Role;
  /** Where it ends; everywhere when neither is given. */
  readonly organisationId?: string | undefined;
  readonly workshopId?: string | undefined;
  readonly now: number;
}

/**
 * Ends a person's role on the operator's word, and the open invitations that the person made. Refused for the last system
 * administrator, without whom no organisation could be added.
 */
export async function endRoles(
  db: Database,
  { personId, role, organisationId, workshopId, now }: EndedRole,
): Promise<{ ended: number } | { refused: "last-system-admin" }> {
  const inForce = and(eq(roleAssignment.role, role), isNull(roleAssignment.endedAt));
  return db.transaction((tx) => {
    const holders = tx.select().from(roleAssignment).where(inForce).all();
    const isLast = holders.length > 0 && holders.every((held) => held.personId === personId);
    if (role === "system-admin" && isLast) return { refused: "last-system-admin" as const };
    const within = and(
      organisationId === undefined ? undefined : eq(roleAssignment.organisationId, organisationId),
      workshopId === undefined ? undefined : eq(roleAssignment.workshopId, workshopId),
    );
    const { changes: ended } = tx
      .update(roleAssignment)
      .set({ endedAt: now })
      .where(and(inForce, eq(roleAssignment.personId, personId), within))
      .run();
    const open = and(eq(invitation.invitedBy, personId), isNull(invitation.usedAt), isNull(invitation.revokedAt));
    if (ended > 0) tx.update(invitation).set({ revokedAt: now }).where(open).run();
    return { ended };
  });
}

/**
 * Erases a person: name, address, password, sessions, roles and what was addressed to them. What they did keeps their id, which
 * stands for nobody from now on. Refused for the last system administrator.
 */
export async function erasePerson(
  db: Database,
  { personId, now }: { personId: string; now: number },
): Promise<{ erased: boolean } | { refused: "last-system-admin" }> {
  return db.transaction((tx) => {
    const found = tx.select({ email: person.email }).from(person).where(eq(person.id, personId)).get();
    if (found === undefined) return { erased: false };
    const administer = and(eq(roleAssignment.role, "system-admin"), isNull(roleAssignment.endedAt));
    const holders = tx.select().from(roleAssignment).where(administer).all();
    if (holders.length > 0 && holders.every((held) => held.personId === personId)) {
      return { refused: "last-system-admin" as const };
    }
    // A link that was sent names the address; sessions, roles and the rest go with the person.
    tx.delete(verification).where(sql`instr(${verification.value}, ${found.email}) > 0`).run();
    tx.delete(person).where(eq(person.id, personId)).run();
    insertAudit(tx, { at: now, personId: null, action: "person-erased", subject: personId });
    putFact(db, "scrub", "index");
    return { erased: true };
  });
}

export async function countPeople(db: Database): Promise<number> {
  return db.$count(person);
}

/** Everybody who has an account, with the roles in force, in the order they were added. */
export async function listPeople(
  db: Database,
): Promise<{ id: string; name: string; email: string; roles: RoleAssignment[] }[]> {
  const people = db
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(eq(person.kind, "member"))
    .orderBy(asc(person.createdAt), asc(person.email))
    .all();
  return people.map((each) => ({ ...each, roles: rolesInForce(db, each.id) }));
}

/** Workshops and the organisations that take part in them. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { workshop, workshopOrganisation } from "#db/schema/workshop.ts";
import { can, type Person, type WorkshopSubject } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";

const COLUMNS = {
  id: workshop.id,
  title: workshop.title,
  organiser: workshop.organiser,
  phase: workshop.phase,
  startsAt: workshop.startsAt,
  endsAt: workshop.endsAt,
};

/** The workshop for `can()`; null when it is unknown. */
export async function workshopSubject(db: Database, workshopId: string): Promise<WorkshopSubject | null> {
  const found = db.select({ id: workshop.id }).from(workshop).where(eq(workshop.id, workshopId)).get();
  return found === undefined ? null : subjectOf(db, found.id);
}

const subjectOf = (db: Database, id: string): WorkshopSubject => ({
  type: "workshop",
  id,
  organisationIds: db
    .select({ id: workshopOrganisation.organisationId })
    .from(workshopOrganisation)
    .where(eq(workshopOrganisation.workshopId, id))
    .all()
    .map((row) => row.id),
});

export async function findWorkshop(db: Database, workshopId: string): Promise<Workshop | null> {
  return db.select(COLUMNS).from(workshop).where(eq(workshop.id, workshopId)).get() ?? null;
}

/** The workshops that the person may open, oldest first. */
export async function readableWorkshops(db: Database, person: Person): Promise<Workshop[]> {
  const all = db.select(COLUMNS).from(workshop).orderBy(asc(workshop.createdAt), asc(workshop.id)).all();
  return all.filter(({ id }) => can(person, "workshop.read", subjectOf(db, id)));
}

export interface NewWorkshop {
  readonly id: string;
  readonly title: string;
  readonly organiser: string;
  readonly createdBy: string | null;
  readonly now: number;
}

export async function createWorkshop(db: Database, { now, ...values }: NewWorkshop): Promise<void> {
  db.insert(workshop)
    .values({ ...values, createdAt: now })
    .run();
}

export async function editWorkshop(
  db: Database,
  workshopId: string,
  change: Partial<Pick<Workshop, "title" | "organiser" | "phase" | "startsAt" | "endsAt">>,
): Promise<void> {
  db.update(workshop).set(change).where(eq(workshop.id, workshopId)).run();
}

/** Lets an organisation take part; it may be in already. */
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
    .where(
      and(
        eq(roleAssignment.role, "facilitator"),
        eq(roleAssignment.workshopId, workshopId),
        isNull(roleAssignment.endedAt),
      ),
    )
    .orderBy(asc(person.name))
    .all();
}

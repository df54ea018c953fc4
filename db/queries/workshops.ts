/** Workshops and the organisations that take part in them. */
import { asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
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
  const all = db
    .select(COLUMNS)
    .from(workshop)
    .where(isNull(workshop.rehearsalOf))
    .orderBy(asc(workshop.createdAt), asc(workshop.id))
    .all();
  return all.filter(({ id }) => can(person, "workshop.read", subjectOf(db, id)));
}

export interface NewWorkshop extends Pick<Workshop, "id" | "title" | "organiser"> {
  readonly startsAt?: number | null;
  readonly endsAt?: number | null;
}

/** Adds a workshop that nobody holds yet. */
export async function createWorkshop(
  db: Database,
  { now, ...values }: NewWorkshop & { readonly createdBy: string | null; readonly now: number },
): Promise<void> {
  db.insert(workshop)
    .values({ ...values, createdAt: now })
    .run();
}

/** Adds a workshop with somebody who holds it: both or neither, because one without a facilitator opens to nobody. */
export async function openWorkshop(
  db: Database,
  input: { workshop: NewWorkshop; personId: string; assignmentId: string; now: number },
): Promise<void> {
  const { personId, assignmentId, now } = input;
  const { id } = input.workshop;
  const by = { createdAt: now, createdBy: personId };
  db.transaction((tx) => {
    tx.insert(workshop)
      .values({ ...input.workshop, ...by })
      .run();
    tx.insert(roleAssignment)
      .values({ id: assignmentId, personId, role: "facilitator", workshopId: id, ...by })
      .run();
    insertAudit(tx, { at: now, personId, action: "workshop-added", subject: id });
  });
}

export async function editWorkshop(
  db: Database,
  workshopId: string,
  change: Partial<Pick<Workshop, "title" | "organiser" | "phase" | "startsAt" | "endsAt">>,
): Promise<void> {
  db.update(workshop).set(change).where(eq(workshop.id, workshopId)).run();
}

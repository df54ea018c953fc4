/** Workshops and the organisations that take part in them. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { board } from "#db/schema/board.ts";
import { organisation, roleAssignment } from "#db/schema/organisation.ts";
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

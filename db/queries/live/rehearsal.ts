/** A rehearsal runs on a copy of the workshop, which nobody sees in a list, and which is gone afterwards with all that came of it. */
import { and, eq, inArray, isNotNull, like, or } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "#db/client.ts";
import { auditEvent } from "#db/schema/audit.ts";
import {
  agendaItem,
  cluster,
  commitment,
  commitmentUpdate,
  initiativeOrigin,
  note,
  participant,
  question,
  questionVote,
  vote,
  workshopEntry,
  workshopRun,
} from "#db/schema/live.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { workshop, workshopOrganisation, workshopTable } from "#db/schema/workshop.ts";
import { agendaIn } from "./agenda.ts";

export interface Rehearsal {
  readonly workshopId: string;
  /** Of the copy. */
  readonly copyId: string;
  readonly personId: string;
  readonly now: number;
  readonly newId: () => string;
}

/** The workshop with its kommuner, tables and agenda, as if nothing had happened yet. */
export async function copyForRehearsal(
  db: Database,
  { workshopId, copyId, personId, now, newId }: Rehearsal,
): Promise<void> {
  db.transaction((tx) => {
    const original = tx.select().from(workshop).where(eq(workshop.id, workshopId)).get();
    if (original === undefined) return;
    tx.insert(workshop)
      .values({ ...original, id: copyId, rehearsalOf: workshopId, createdAt: now, createdBy: personId })
      .run();
    const organisations = tx.select().from(workshopOrganisation).where(eq(workshopOrganisation.workshopId, workshopId));
    for (const each of organisations.all())
      tx.insert(workshopOrganisation)
        .values({ ...each, workshopId: copyId })
        .run();
    const tables = tx.select().from(workshopTable).where(eq(workshopTable.workshopId, workshopId));
    for (const each of tables.all())
      tx.insert(workshopTable)
        .values({ ...each, id: newId(), workshopId: copyId })
        .run();
    for (const { id: _original, ...item } of agendaIn(tx, workshopId)) {
      const times = { extraMinutes: 0, spotlightMinutes: 0, startedAt: null, endedAt: null };
      const fresh = { ...times, isSkipped: false, revealedAt: null };
      tx.insert(agendaItem)
        .values({ ...item, ...fresh, lanes: [...item.lanes], revealedLanes: [], id: newId(), workshopId: copyId })
        .run();
    }
  });
}

/** Rehearsals that were not wiped, because the server ended meanwhile. */
export async function listRehearsals(db: Database): Promise<string[]> {
  return db
    .select({ id: workshop.id })
    .from(workshop)
    .where(isNotNull(workshop.rehearsalOf))
    .all()
    .map(({ id }) => id);
}

/** From the outermost inwards: a row goes before what it refers to. */
const OF_WORKSHOP = [
  initiativeOrigin,
  question,
  workshopEntry,
  commitmentUpdate,
  commitment,
  note,
  cluster,
  workshopRun,
  participant,
  agendaItem,
  roleAssignment,
  workshopTable,
  workshopOrganisation,
] as const satisfies (SQLiteTable & { readonly workshopId: unknown })[];

/** Leaves nothing of the copy: no row, no guest, no event. Of anything that is not a rehearsal it takes nothing. */
export async function wipeRehearsal(db: Database, copyId: string): Promise<void> {
  db.transaction((tx) => {
    const copy = and(eq(workshop.id, copyId), isNotNull(workshop.rehearsalOf));
    if (tx.select({ id: workshop.id }).from(workshop).where(copy).get() === undefined) return;
    const items = agendaIn(tx, copyId).map(({ id }) => id);
    const questions = tx.select({ id: question.id }).from(question).where(eq(question.workshopId, copyId)).all();
    const guests = tx
      .select({ id: person.id })
      .from(roleAssignment)
      .innerJoin(person, and(eq(person.id, roleAssignment.personId), eq(person.kind, "guest")))
      .where(eq(roleAssignment.workshopId, copyId))
      .all()
      .map(({ id }) => id);
    tx.delete(vote).where(inArray(vote.itemId, items)).run();
    tx.delete(questionVote)
      .where(
        inArray(
          questionVote.questionId,
          questions.map(({ id }) => id),
        ),
      )
      .run();
    for (const table of OF_WORKSHOP) tx.delete(table).where(eq(table.workshopId, copyId)).run();
    tx.delete(person).where(inArray(person.id, guests)).run();
    const theirs = or(inArray(auditEvent.personId, guests), inArray(auditEvent.subject, guests));
    tx.delete(auditEvent)
      .where(or(theirs, eq(auditEvent.subject, copyId), like(auditEvent.detail, `%${copyId}%`)))
      .run();
    tx.delete(workshop).where(copy).run();
  });
}

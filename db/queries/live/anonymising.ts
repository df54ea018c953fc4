/**
 * "Anonymisér værksted": takes the names out of a live workshop and leaves its texts and counts. What the file still holds in its
 * free space is overwritten afterwards (`server/scrubbing.ts`).
 */
import { and, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "#db/client.ts";
import { inTransaction } from "#db/prepared.ts";
import { auditEvent } from "#db/schema/audit.ts";
import {
  agendaItem,
  cluster,
  commitment,
  commitmentUpdate,
  initiativeOrigin,
  note,
  participant,
  participantTransfer,
  question,
  workshopEntry,
  workshopRun,
} from "#db/schema/live.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person, session } from "#db/schema/person.ts";
import { insertAudit } from "../audit.ts";
import { putFact } from "../installation.ts";
import { guestRow } from "./guests.ts";

export interface Anonymising {
  readonly workshopId: string;
  /** Null where it happens by itself. */
  readonly personId: string | null;
  readonly now: number;
  readonly newId: () => string;
}

/**
 * Ends the workshop for its guests, too. Refused while it has not been opened or is anonymous already.
 *
 * @returns the sessions that have ended
 */
export async function anonymiseWorkshop(
  db: Database,
  anonymising: Anonymising,
): Promise<{ readonly endedSessions: readonly string[] } | { readonly refused: true }> {
  return inTransaction(db, () => {
    const { workshopId, personId, now } = anonymising;
    const ofIt = and(eq(workshopRun.workshopId, workshopId), isNull(workshopRun.anonymisedAt));
    const { changes } = db
      .update(workshopRun)
      .set({
        ...{ anonymisedAt: now, namesInReport: false, frozenScreen: null, undo: [] },
        closedAt: sql`coalesce(${workshopRun.closedAt}, ${now})`,
      })
      .where(ofIt)
      .run();
    if (changes === 0) return { refused: true };
    for (const name of namesIn(db, workshopId)) forgetName(db, workshopId, name);
    unlinkAuthors(db, workshopId);
    const endedSessions = forgetPeople(db, anonymising);
    insertAudit(db, { at: now, personId, action: "workshop-anonymised", subject: workshopId });
    putFact(db, "scrub", "index");
    return { endedSessions };
  });
}

const placesIn = (db: Database, workshopId: string) =>
  db
    .select({ id: participant.id, personId: participant.personId, name: person.name, kind: person.kind })
    .from(participant)
    .innerJoin(person, eq(person.id, participant.personId))
    .where(eq(participant.workshopId, workshopId))
    .all();

/** Whole names, as they may stand in what people wrote; a single word may mean something else. */
const namesIn = (db: Database, workshopId: string): string[] => [
  ...new Set(
    placesIn(db, workshopId)
      .map(({ name }) => name.trim())
      .filter((name) => /\S\s+\S/.test(name)),
  ),
];

/** What stands in the place of a name in a text. */
const GONE = "…";

type Place = readonly [table: SQLiteTable & { readonly workshopId: SQLiteColumn }, column: SQLiteColumn, key: string];

/** Everything that people wrote in a workshop. */
const WRITTEN: readonly Place[] = [
  [note, note.text, "text"],
  [cluster, cluster.title, "title"],
  [question, question.text, "text"],
  [question, question.answer, "answer"],
  [question, question.reason, "reason"],
  [commitment, commitment.what, "what"],
  [commitment, commitment.firstStep, "firstStep"],
  [commitment, commitment.partners, "partners"],
  [commitmentUpdate, commitmentUpdate.remark, "remark"],
  [workshopEntry, workshopEntry.text, "text"],
  [initiativeOrigin, initiativeOrigin.texts, "texts"],
  [agendaItem, agendaItem.ballotResult, "ballotResult"],
];

function forgetName(db: Database, workshopId: string, name: string): void {
  for (const [table, column, key] of WRITTEN)
    db.update(table)
      .set({ [key]: sql`replace(${column}, ${name}, ${GONE})` })
      .where(and(eq(table.workshopId, workshopId), sql`instr(${column}, ${name}) > 0`))
      .run();
}

function unlinkAuthors(db: Database, workshopId: string): void {
  db.update(note).set({ participantId: null, secretHash: null }).where(eq(note.workshopId, workshopId)).run();
  db.update(question).set({ participantId: null }).where(eq(question.workshopId, workshopId)).run();
  const places = db.select({ id: participant.id }).from(participant).where(eq(participant.workshopId, workshopId));
  db.delete(participantTransfer).where(inArray(participantTransfer.participantId, places)).run();
  db.update(participant).set({ deviceHash: null }).where(eq(participant.workshopId, workshopId)).run();
}

/** Guests of this workshop alone lose their names; the place of an account, or of a guest of another workshop, is nobody's. */
function forgetPeople(db: Database, { workshopId, now, newId }: Anonymising): string[] {
  const guests = guestsOfAlone(db, workshopId);
  for (const { id, personId } of placesIn(db, workshopId)) {
    if (!guests.includes(personId)) giveToNobody(db, { placeId: id, nobodyId: newId(), now });
  }
  const here = and(
    eq(auditEvent.subject, workshopId),
    inArray(auditEvent.action, ["workshop-joined", "workshop-place-moved"]),
  );
  db.update(auditEvent)
    .set({ personId: null, detail: null })
    .where(or(here, inArray(auditEvent.personId, guests)))
    .run();
  db.delete(roleAssignment)
    .where(and(eq(roleAssignment.role, "guest"), eq(roleAssignment.workshopId, workshopId)))
    .run();
  db.update(person)
    .set({ name: "", image: null, updatedAt: new Date(now) })
    .where(inArray(person.id, guests))
    .run();
  return db
    .delete(session)
    .where(inArray(session.personId, guests))
    .returning({ id: session.id })
    .all()
    .map(({ id }) => id);
}

function guestsOfAlone(db: Database, workshopId: string): string[] {
  const isGuest = and(eq(person.id, roleAssignment.personId), eq(person.kind, "guest"));
  const held = (where: ReturnType<typeof eq>) =>
    db
      .selectDistinct({ id: person.id })
      .from(person)
      .innerJoin(roleAssignment, isGuest)
      .where(and(eq(roleAssignment.role, "guest"), where))
      .all()
      .map(({ id }) => id);
  const elsewhere = new Set(held(ne(roleAssignment.workshopId, workshopId)));
  return held(eq(roleAssignment.workshopId, workshopId)).filter((id) => !elsewhere.has(id));
}

/** The counts need a place; behind it stands a person without a name, whom nobody is. */
function giveToNobody(
  db: Database,
  { placeId, nobodyId, now }: { placeId: string; nobodyId: string; now: number },
): void {
  db.insert(person)
    .values(guestRow({ personId: nobodyId, name: "", now }))
    .run();
  db.update(participant).set({ personId: nobodyId }).where(eq(participant.id, placeId)).run();
}

/** Workshops whose last day with names has gone by. */
export async function dueForAnonymising(db: Database, today: string): Promise<string[]> {
  return db
    .select({ id: workshopRun.workshopId })
    .from(workshopRun)
    .where(and(lt(workshopRun.retentionDate, today), isNull(workshopRun.anonymisedAt)))
    .all()
    .map(({ id }) => id);
}

/** How long names are kept, and whether the report tells them. */
export interface Retention {
  /** YYYY-MM-DD; null keeps them until somebody takes them away. */
  readonly retentionDate: string | null;
  readonly namesInReport: boolean;
}

export async function setRetention(db: Database, workshopId: string, retention: Retention): Promise<void> {
  const open = and(eq(workshopRun.workshopId, workshopId), isNull(workshopRun.anonymisedAt));
  db.update(workshopRun).set(retention).where(open).run();
}

/** What the board's page tells beside the document itself: rows to paint first, who changed what, and since when. */
import { and, desc, eq, gt, isNull, ne, or } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { boardVisit, fieldChange } from "#db/schema/board.ts";
import { initiative } from "#db/schema/initiative.ts";
import { person } from "#db/schema/person.ts";
import type { LoggedField } from "#domain/board-doc/schema.ts";
import { byOrder, type InitiativeSnapshot } from "#domain/initiative.ts";
import type { InitiativeKey } from "./initiative-rows.ts";

/** The board's initiatives as the projection last wrote them, in their order, the bin included. */
export async function projectedInitiatives(db: Database, boardId: string): Promise<InitiativeSnapshot[]> {
  return db
    .select({ snapshot: initiative.snapshot })
    .from(initiative)
    .where(eq(initiative.boardId, boardId))
    .all()
    .map(({ snapshot }) => JSON.parse(snapshot) as InitiativeSnapshot)
    .sort(byOrder);
}

/** The descriptions of a few initiatives, in the order asked for; empty where there is none. */
export async function descriptionTexts(db: Database, keys: readonly InitiativeKey[]): Promise<string[]> {
  return keys.map(({ boardId, initiativeId }) => {
    const found = db
      .select({ text: initiative.descriptionText })
      .from(initiative)
      .where(and(eq(initiative.boardId, boardId), eq(initiative.id, initiativeId)))
      .get();
    return found?.text ?? "";
  });
}

/** Who changed a field last; `name` is null when the server did, or somebody who is no longer here. */
export interface FieldChange {
  readonly field: LoggedField;
  readonly personId: string | null;
  readonly name: string | null;
  readonly at: number;
}

/** The last change of each field of an initiative, newest first. */
export async function fieldChanges(db: Database, boardId: string, initiativeId: string): Promise<FieldChange[]> {
  return db
    .select({ field: fieldChange.field, personId: fieldChange.personId, name: person.name, at: fieldChange.at })
    .from(fieldChange)
    .leftJoin(person, eq(person.id, fieldChange.personId))
    .where(and(eq(fieldChange.boardId, boardId), eq(fieldChange.initiativeId, initiativeId)))
    .orderBy(desc(fieldChange.at))
    .all();
}

/** Initiatives that somebody else has changed since `since`. */
export async function changedByOthers(
  db: Database,
  input: { boardId: string; personId: string; since: number },
): Promise<string[]> {
  return db
    .selectDistinct({ id: fieldChange.initiativeId })
    .from(fieldChange)
    .where(
      and(
        eq(fieldChange.boardId, input.boardId),
        gt(fieldChange.at, input.since),
        or(isNull(fieldChange.personId), ne(fieldChange.personId, input.personId)),
      ),
    )
    .all()
    .map(({ id }) => id);
}

/** After this long without a sign of the person a new visit begins. */
const VISIT_PAUSE_MS = 30 * 60_000;
/** How stale the last sign may be: every look at a board would otherwise wait for the disk. */
const SIGN_STEP_MS = 15_000;

/**
 * Notes that the person is at the board.
 *
 * @returns the last sign of the visit before this one, or null at the first visit
 */
export async function noteVisit(
  db: Database,
  visit: { boardId: string; personId: string; now: number },
): Promise<number | null> {
  const { boardId, personId, now } = visit;
  return db.transaction((tx) => {
    const mine = and(eq(boardVisit.boardId, boardId), eq(boardVisit.personId, personId));
    const known = tx.select().from(boardVisit).where(mine).get();
    if (known === undefined) {
      tx.insert(boardVisit).values({ boardId, personId, previousAt: null, currentAt: now }).run();
      return null;
    }
    if (now - known.currentAt < SIGN_STEP_MS) return known.previousAt;
    const previousAt = now - known.currentAt > VISIT_PAUSE_MS ? known.currentAt : known.previousAt;
    tx.update(boardVisit).set({ previousAt, currentAt: now }).where(mine).run();
    return previousAt;
  });
}

/** When the person was last at any board before now's visit; null for somebody who never was. */
export async function lastVisitAt(db: Database, { personId, now }: { personId: string; now: number }) {
  const visits = db.select().from(boardVisit).where(eq(boardVisit.personId, personId)).all();
  const ends = visits.map(({ currentAt, previousAt }) => (now - currentAt > VISIT_PAUSE_MS ? currentAt : previousAt));
  return ends.reduce((latest, end) => (end !== null && end > (latest ?? 0) ? end : latest), null);
}

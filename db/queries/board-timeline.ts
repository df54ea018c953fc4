/** Who worked on which initiative, and when: one line per person and stretch of work. */
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { boardEvent } from "#db/schema/history.ts";
import { initiative } from "#db/schema/initiative.ts";
import { person } from "#db/schema/person.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { Change, InitiativeKey } from "./initiative-rows.ts";

/** Work by one person on one initiative that pauses no longer than this is one line. */
const STRETCH_MS = 10 * 60_000;

const { placeholder } = sql;

const statements = prepared((db) => ({
  lastOf: db
    .select({ id: boardEvent.id, at: boardEvent.at, fields: boardEvent.fields })
    .from(boardEvent)
    .where(
      and(
        eq(boardEvent.boardId, placeholder("boardId")),
        eq(boardEvent.initiativeId, placeholder("initiativeId")),
        sql`${boardEvent.personId} is ${placeholder("personId")}`,
      ),
    )
    .orderBy(desc(boardEvent.at))
    .limit(1)
    .prepare(),
  begin: db
    .insert(boardEvent)
    .values({
      boardId: placeholder("boardId"),
      initiativeId: placeholder("initiativeId"),
      personId: placeholder("personId"),
      startedAt: placeholder("startedAt"),
      at: placeholder("at"),
      fields: placeholder("fields"),
    })
    .prepare(),
  goOn: db
    .update(boardEvent)
    .set({ at: sql`${placeholder("at")}`, fields: sql`${placeholder("fields")}` })
    .where(eq(boardEvent.id, placeholder("id")))
    .prepare(),
}));

/** Notes what the projection writes; called in its transaction. */
export function noteWork(db: Database, key: InitiativeKey, changes: ReadonlyMap<string, Change>): void {
  const { lastOf, begin, goOn } = statements(db);
  for (const [personId, fields] of fieldsByPerson(changes)) {
    const at = Math.max(...fields.values());
    const known = lastOf.get({ ...key, personId });
    if (known === undefined || at - known.at > STRETCH_MS) {
      begin.run({ ...key, personId, startedAt: Math.min(...fields.values()), at, fields: [...fields.keys()] });
    } else {
      const together = [...new Set([...known.fields, ...fields.keys()])];
      goOn.run({ id: known.id, at: Math.max(at, known.at), fields: JSON.stringify(together) });
    }
  }
}

function fieldsByPerson(changes: ReadonlyMap<string, Change>): Map<string | null, Map<string, number>> {
  const people = new Map<string | null, Map<string, number>>();
  for (const [field, { personId, at }] of changes) {
    people.set(personId, (people.get(personId) ?? new Map()).set(field, at));
  }
  return people;
}

export interface TimelineEntry {
  readonly id: number;
  readonly initiativeId: string;
  /** Null for an initiative that is off the board and out of the bin. */
  readonly title: string | null;
  readonly isBinned: boolean;
  readonly personId: string | null;
  /** Null when the server wrote, or for somebody who is no longer here. */
  readonly name: string | null;
  readonly startedAt: number;
  readonly at: number;
  readonly fields: readonly string[];
}

export interface TimelineView {
  readonly personId?: string | null;
  readonly initiativeId?: string | null;
  /** Only what was before this moment. */
  readonly before?: number | null;
  readonly limit: number;
}

/** The board's work, newest first. */
export async function readTimeline(db: Database, boardId: string, view: TimelineView): Promise<TimelineEntry[]> {
  const { personId, initiativeId, before, limit } = view;
  return db
    .select({
      id: boardEvent.id,
      initiativeId: boardEvent.initiativeId,
      title: initiative.title,
      binnedAt: initiative.binnedAt,
      personId: boardEvent.personId,
      name: person.name,
      startedAt: boardEvent.startedAt,
      at: boardEvent.at,
      fields: boardEvent.fields,
    })
    .from(boardEvent)
    .leftJoin(initiative, and(eq(initiative.boardId, boardEvent.boardId), eq(initiative.id, boardEvent.initiativeId)))
    .leftJoin(person, eq(person.id, boardEvent.personId))
    .where(
      and(
        eq(boardEvent.boardId, boardId),
        personId ? eq(boardEvent.personId, personId) : undefined,
        initiativeId ? eq(boardEvent.initiativeId, initiativeId) : undefined,
        before ? lt(boardEvent.at, before) : undefined,
      ),
    )
    .orderBy(desc(boardEvent.at), desc(boardEvent.id))
    .limit(limit)
    .all()
    .map(({ binnedAt, ...entry }) => ({ ...entry, isBinned: binnedAt !== null }));
}

/** People who have worked on the board, for the filter. */
export async function peopleOfTimeline(db: Database, boardId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: person.id, name: person.name })
    .from(boardEvent)
    .innerJoin(person, eq(person.id, boardEvent.personId))
    .where(eq(boardEvent.boardId, boardId))
    .all()
    .sort((a, b) => compareDanish(a.name, b.name));
}

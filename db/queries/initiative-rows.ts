/** Writes one initiative's rows; the projection calls these in its own transaction. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { fieldChange } from "#db/schema/board.ts";
import { initiative, initiativeActor, initiativeTag } from "#db/schema/initiative.ts";
import { type InitiativeSnapshot, TAG_FIELDS, type TagField } from "#domain/initiative.ts";
import { isTag } from "#domain/vocabulary.ts";

/** Who changed a field last. `created` is kept as a field of its own. */
export interface Change {
  readonly personId: string | null;
  readonly at: number;
}
export const CREATED = "created";

/** An initiative on any board. */
export interface InitiativeKey {
  readonly boardId: string;
  readonly initiativeId: string;
}

const { placeholder } = sql;
const key = { boardId: placeholder("boardId"), initiativeId: placeholder("initiativeId") };
const ofKey = (table: { boardId: unknown; initiativeId: unknown }) =>
  sql`${table.boardId} = ${key.boardId} and ${table.initiativeId} = ${key.initiativeId}`;
const sameInitiative = sql`${initiative.boardId} = ${key.boardId} and ${initiative.id} = ${key.initiativeId}`;

const ROW_COLUMNS = [
  "title",
  "descriptionText",
  "snapshot",
  "status",
  "sortOrder",
  "startYear",
  "paused",
  "binnedAt",
  "createdAt",
  "updatedAt",
  "updatedBy",
] as const;

const statements = prepared((db) => ({
  removeInitiative: db.delete(initiative).where(sameInitiative).prepare(),
  removeNotes: db.delete(fieldChange).where(ofKey(fieldChange)).prepare(),
  times: db
    .select({ createdAt: initiative.createdAt, updatedAt: initiative.updatedAt, updatedBy: initiative.updatedBy })
    .from(initiative)
    .where(sameInitiative)
    .prepare(),
  note: db
    .insert(fieldChange)
    .values({ ...key, field: placeholder("field"), personId: placeholder("personId"), at: placeholder("at") })
    .onConflictDoUpdate({
      target: [fieldChange.boardId, fieldChange.initiativeId, fieldChange.field],
      set: { personId: sql`excluded.person_id`, at: sql`excluded.at` },
    })
    .prepare(),
  notes: db
    .select({ field: fieldChange.field, personId: fieldChange.personId, at: fieldChange.at })
    .from(fieldChange)
    .where(ofKey(fieldChange))
    .prepare(),
  write: db
    .insert(initiative)
    .values({
      boardId: key.boardId,
      id: key.initiativeId,
      ...(Object.fromEntries(ROW_COLUMNS.map((name) => [name, placeholder(name)])) as Placeholders),
    })
    .onConflictDoUpdate({
      target: [initiative.boardId, initiative.id],
      set: {
        ...Object.fromEntries(ROW_COLUMNS.map((name) => [name, sql.raw(`excluded.${initiative[name].name}`)])),
        isTextStale: sql`is_text_stale or title <> excluded.title or description_text <> excluded.description_text`,
      },
    })
    .prepare(),
  clearTags: db.delete(initiativeTag).where(ofKey(initiativeTag)).prepare(),
  addTag: db
    .insert(initiativeTag)
    .values({ ...key, field: placeholder("field"), tagId: placeholder("tagId") })
    .prepare(),
  clearActors: db.delete(initiativeActor).where(ofKey(initiativeActor)).prepare(),
  addActor: db
    .insert(initiativeActor)
    .values({ ...key, actorId: placeholder("actorId"), role: placeholder("role") })
    .prepare(),
}));
type Placeholders = Record<(typeof ROW_COLUMNS)[number], ReturnType<typeof placeholder>>;

/** Tags, actors and the text for search go by foreign key. */
export function removeInitiativeRows(db: Database, initiativeKey: InitiativeKey): void {
  statements(db).removeInitiative.run({ ...initiativeKey });
  statements(db).removeNotes.run({ ...initiativeKey });
}

export interface InitiativeState {
  readonly snapshot: InitiativeSnapshot;
  /** Last change of each field since the rows were written. */
  readonly changes: ReadonlyMap<string, Change>;
}

/**
 * Brings an initiative's rows to a state. Tags and actors are touched only when they have changed, and the text for search is
 * left to `indexStaleText`.
 */
export function writeInitiativeRows(db: Database, boardId: string, { snapshot, changes }: InitiativeState): void {
  const { note, times, write } = statements(db);
  const initiativeKey = { boardId, initiativeId: snapshot.id };
  for (const [field, { personId, at }] of changes) note.run({ ...initiativeKey, field, personId, at });
  const before = times.get({ ...initiativeKey }) ?? null;
  write.run({ ...initiativeKey, ...columnsOf(snapshot), ...timesOf(db, initiativeKey, { before, changes }) });
  if (before === null) {
    addTags(db, initiativeKey, snapshot);
    addActors(db, initiativeKey, snapshot);
    return;
  }
  const isAnother = changes.has(CREATED);
  if (isAnother || TAG_FIELDS.some((field) => changes.has(field))) {
    statements(db).clearTags.run({ ...initiativeKey });
    addTags(db, initiativeKey, snapshot);
  }
  if (isAnother || changes.has("actors")) {
    statements(db).clearActors.run({ ...initiativeKey });
    addActors(db, initiativeKey, snapshot);
  }
}

/** What the row says of the initiative itself. */
export const columnsOf = (snapshot: InitiativeSnapshot) => ({
  title: snapshot.title,
  descriptionText: snapshot.descriptionText,
  snapshot: JSON.stringify(snapshot),
  status: snapshot.status,
  sortOrder: snapshot.order,
  startYear: snapshot.startYear,
  paused: snapshot.paused,
  binnedAt: snapshot.binnedAt,
});

type Times = Pick<typeof initiative.$inferSelect, "createdAt" | "updatedAt" | "updatedBy">;

/** When it came and when it last changed: as before but for the changes; of a row that is written anew the notes on its fields tell. */
function timesOf(
  db: Database,
  initiativeKey: InitiativeKey,
  { before, changes }: { before: Times | null; changes: ReadonlyMap<string, Change> },
): Times {
  const isRewritten = before === null && !changes.has(CREATED);
  const notes = isRewritten ? statements(db).notes.all({ ...initiativeKey }) : [...changes].map(asNote);
  const last = notes.reduce<Change>((latest, note) => (note.at >= latest.at ? note : latest), {
    personId: before?.updatedBy ?? null,
    at: before?.updatedAt ?? 0,
  });
  const created = notes.find(({ field }) => field === CREATED)?.at ?? before?.createdAt ?? last.at;
  return { createdAt: created, updatedAt: last.at, updatedBy: last.personId };
}

const asNote = ([field, change]: readonly [string, Change]) => ({ field, ...change });

/** Ids that no vocabulary knows stay in the document and have no row. */
export const knownTags = ({ tags }: InitiativeSnapshot): { field: TagField; tagId: string }[] =>
  TAG_FIELDS.flatMap((field) => tags[field].filter((id) => isTag(field, id)).map((tagId) => ({ field, tagId })));

function addTags(db: Database, initiativeKey: InitiativeKey, snapshot: InitiativeSnapshot): void {
  for (const tag of knownTags(snapshot)) statements(db).addTag.run({ ...initiativeKey, ...tag });
}

function addActors(db: Database, initiativeKey: InitiativeKey, { actors }: InitiativeSnapshot): void {
  for (const tag of actors) statements(db).addActor.run({ ...initiativeKey, ...tag });
}

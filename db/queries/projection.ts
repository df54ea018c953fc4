/**
 * Rows that stand for the board documents: initiatives, tags, actors, text for search, and who changed what last.
 * One direction only; everything but "who and when" can be rebuilt from the documents at any time.
 */
import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { board, fieldChange } from "#db/schema/board.ts";
import { initiative, initiativeActor, initiativeTag } from "#db/schema/initiative.ts";
import { type BoardDoc, openDocument } from "#domain/board-doc/document.ts";
import { initiativeIds, readInitiative } from "#domain/board-doc/snapshot.ts";
import { CHAIN_LINKS, type InitiativeSnapshot, TAG_FIELDS, type TagField } from "#domain/initiative.ts";
import { isTerm } from "#domain/vocabulary.ts";
import { loadBoardLog, storedDocument } from "./board-log.ts";
import { indexInitiativeText } from "./search.ts";

/** Who changed a field last. `created` is kept as a field of its own. */
export interface Change {
  readonly personId: string | null;
  readonly at: number;
}
/** Last change per field, per initiative. An initiative that is gone from the document has its rows taken away. */
export type DocumentChanges = ReadonlyMap<string, ReadonlyMap<string, Change>>;

export const CREATED = "created";

export interface Projection {
  readonly boardId: string;
  readonly doc: BoardDoc;
  /** The last log row that the document holds. */
  readonly seq: number;
  readonly changes: DocumentChanges;
}

export interface Projected {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Brings the rows of the named initiatives up to the document, in one transaction. */
export async function projectChanges(db: Database, { boardId, doc, seq, changes }: Projection): Promise<Projected> {
  const changed: string[] = [];
  const removed: string[] = [];
  db.transaction((tx) => {
    for (const [initiativeId, fields] of changes) {
      const snapshot = readInitiative(doc, initiativeId);
      if (snapshot === null) removeInitiative(tx, boardId, initiativeId);
      else writeInitiative(tx, boardId, { snapshot, fields });
      (snapshot === null ? removed : changed).push(initiativeId);
    }
    tx.update(board).set({ projectedSeq: seq }).where(eq(board.id, boardId)).run();
  });
  return { changed, removed };
}

const one = (boardId: string, initiativeId: string) =>
  and(eq(initiative.boardId, boardId), eq(initiative.id, initiativeId));

function removeInitiative(tx: Transaction, boardId: string, initiativeId: string): void {
  // Tags, actors and the text for search go by foreign key.
  tx.delete(initiative).where(one(boardId, initiativeId)).run();
  tx.delete(fieldChange)
    .where(and(eq(fieldChange.boardId, boardId), eq(fieldChange.initiativeId, initiativeId)))
    .run();
}

function writeInitiative(
  tx: Transaction,
  boardId: string,
  { snapshot, fields }: { snapshot: InitiativeSnapshot; fields: ReadonlyMap<string, Change> },
): void {
  noteChanges(tx, { boardId, initiativeId: snapshot.id }, fields);
  const row = { ...rowOf(snapshot), ...timesOf(tx, boardId, snapshot.id) };
  tx.insert(initiative)
    .values({ boardId, id: snapshot.id, ...row })
    .onConflictDoUpdate({ target: [initiative.boardId, initiative.id], set: row })
    .run();
  writeTags(tx, boardId, snapshot);
  writeActors(tx, boardId, snapshot);
  const { title, descriptionText } = snapshot;
  indexInitiativeText(tx, { boardId, initiativeId: snapshot.id, title, descriptionText });
}

const rowOf = (snapshot: InitiativeSnapshot) => ({
  title: snapshot.title,
  descriptionText: snapshot.descriptionText,
  snapshot: JSON.stringify(snapshot),
  status: snapshot.status,
  sortOrder: snapshot.order,
  startYear: snapshot.startYear,
  paused: snapshot.paused,
  binnedAt: snapshot.binnedAt,
});

function noteChanges(
  tx: Transaction,
  key: { boardId: string; initiativeId: string },
  fields: ReadonlyMap<string, Change>,
): void {
  for (const [field, { personId, at }] of fields) {
    tx.insert(fieldChange)
      .values({ ...key, field, personId, at })
      .onConflictDoUpdate({
        target: [fieldChange.boardId, fieldChange.initiativeId, fieldChange.field],
        set: { personId, at },
      })
      .run();
  }
}

/** When it came and when it last changed, from the notes on its fields. */
function timesOf(tx: Transaction, boardId: string, initiativeId: string) {
  const notes = tx
    .select({ field: fieldChange.field, personId: fieldChange.personId, at: fieldChange.at })
    .from(fieldChange)
    .where(and(eq(fieldChange.boardId, boardId), eq(fieldChange.initiativeId, initiativeId)))
    .all();
  const last = notes.reduce<Change>((latest, note) => (note.at >= latest.at ? note : latest), {
    personId: null,
    at: 0,
  });
  const created = notes.find(({ field }) => field === CREATED)?.at ?? last.at;
  return { createdAt: created, updatedAt: last.at, updatedBy: last.personId };
}

/** Ids that no vocabulary knows stay in the document and have no row. */
const isKnownTag = (field: TagField, id: string): boolean =>
  field === "chainLinks" ? (CHAIN_LINKS as readonly string[]).includes(id) : isTerm(field, id);

const knownTags = ({ tags }: InitiativeSnapshot): { field: TagField; tagId: string }[] =>
  TAG_FIELDS.flatMap((field) => tags[field].filter((id) => isKnownTag(field, id)).map((tagId) => ({ field, tagId })));

function writeTags(tx: Transaction, boardId: string, snapshot: InitiativeSnapshot): void {
  tx.delete(initiativeTag)
    .where(and(eq(initiativeTag.boardId, boardId), eq(initiativeTag.initiativeId, snapshot.id)))
    .run();
  const rows = knownTags(snapshot).map((tag) => ({ boardId, initiativeId: snapshot.id, ...tag }));
  if (rows.length > 0) tx.insert(initiativeTag).values(rows).run();
}

function writeActors(tx: Transaction, boardId: string, { id, actors }: InitiativeSnapshot): void {
  tx.delete(initiativeActor)
    .where(and(eq(initiativeActor.boardId, boardId), eq(initiativeActor.initiativeId, id)))
    .run();
  const rows = actors.map(({ actorId, role }) => ({ boardId, initiativeId: id, actorId, role }));
  if (rows.length > 0) tx.insert(initiativeActor).values(rows).run();
}

async function openBoard(db: Database, boardId: string): Promise<{ doc: BoardDoc; seq: number } | null> {
  const log = await loadBoardLog(db, boardId);
  return log === null ? null : { doc: openDocument(storedDocument(log)), seq: log.lastSeq };
}

const rowIds = (db: Database, boardId: string): string[] =>
  db
    .select({ id: initiative.id })
    .from(initiative)
    .where(eq(initiative.boardId, boardId))
    .all()
    .map(({ id }) => id);

/** Writes all rows of a board anew from its document; null when the board is unknown or deleted. */
export async function rebuildProjection(db: Database, boardId: string): Promise<Projected | null> {
  const opened = await openBoard(db, boardId);
  if (opened === null) return null;
  const ids = new Set([...rowIds(db, boardId), ...initiativeIds(opened.doc)]);
  const changes = new Map([...ids].map((id) => [id, new Map<string, Change>()]));
  const projected = await projectChanges(db, { boardId, ...opened, changes });
  opened.doc.destroy();
  return projected;
}

/**
 * Initiatives whose row is not what the document says, for `doctor`.
 *
 * @throws when the document does not decode
 */
export async function differingInitiatives(db: Database, boardId: string): Promise<string[]> {
  const opened = await openBoard(db, boardId);
  if (opened === null) return [];
  const ids = [...new Set([...rowIds(db, boardId), ...initiativeIds(opened.doc)])];
  const differing = ids.filter((id) => !isSame(db, { boardId, initiativeId: id }, readInitiative(opened.doc, id)));
  opened.doc.destroy();
  return differing;
}

function isSame(
  db: Database,
  { boardId, initiativeId }: { boardId: string; initiativeId: string },
  read: InitiativeSnapshot | null,
): boolean {
  const row = db.select().from(initiative).where(one(boardId, initiativeId)).get();
  if (row === undefined || read === null) return row === undefined && read === null;
  const tags = db
    .select({ field: initiativeTag.field, tagId: initiativeTag.tagId })
    .from(initiativeTag)
    .where(and(eq(initiativeTag.boardId, boardId), eq(initiativeTag.initiativeId, initiativeId)))
    .all();
  const expected = rowOf(read);
  const sameRow = (Object.keys(expected) as (keyof typeof expected)[]).every(
    (column) => row[column] === expected[column],
  );
  return (
    sameRow &&
    tags.length === knownTags(read).length &&
    tags.every(({ field, tagId }) => read.tags[field].includes(tagId))
  );
}

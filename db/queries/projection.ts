/**
 * Rows that stand for the board documents: initiatives, tags, actors, text for search, and who changed what and when.
 * One direction only; everything but "who and when" can be rebuilt from the documents at any time.
 */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction, prepared } from "#db/prepared.ts";
import { board } from "#db/schema/board.ts";
import { initiative, initiativeActor, initiativeTag } from "#db/schema/initiative.ts";
import { type BoardDoc, openDocument } from "#domain/board-doc/document.ts";
import { initiativeIds, readInitiative } from "#domain/board-doc/snapshot.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { loadBoardLog, storedDocument } from "./board-log.ts";
import { noteWork } from "./board-timeline.ts";
import { type Change, columnsOf, knownTags, removeInitiativeRows, writeInitiativeRows } from "./initiative-rows.ts";

/** Last change per field, per initiative. An initiative that is gone from the document has its rows taken away. */
export type DocumentChanges = ReadonlyMap<string, ReadonlyMap<string, Change>>;

export interface Projection {
  readonly boardId: string;
  readonly doc: BoardDoc;
  /** The last log row that the rows stand for afterwards; null when more is to be written before they stand for it. */
  readonly seq: number | null;
  readonly changes: DocumentChanges;
}

export interface ProjectedBoard {
  readonly boardId: string;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Brings the rows of the named initiatives up to their documents, in one transaction for all boards. */
export async function projectChanges(db: Database, projections: readonly Projection[]): Promise<ProjectedBoard[]> {
  return inTransaction(db, () => projections.map((projection) => project(db, projection)));
}

const projectedUpTo = prepared((db) =>
  db
    .update(board)
    .set({ projectedSeq: sql`${sql.placeholder("seq")}` })
    .where(eq(board.id, sql.placeholder("boardId")))
    .prepare(),
);

function project(db: Database, { boardId, doc, seq, changes }: Projection): ProjectedBoard {
  const changed: string[] = [];
  const removed: string[] = [];
  for (const [initiativeId, fields] of changes) {
    const snapshot = readInitiative(doc, initiativeId);
    if (snapshot === null) removeInitiativeRows(db, { boardId, initiativeId });
    else writeInitiativeRows(db, boardId, { snapshot, changes: fields });
    noteWork(db, { boardId, initiativeId }, fields);
    (snapshot === null ? removed : changed).push(initiativeId);
  }
  if (seq !== null) projectedUpTo(db).run({ boardId, seq });
  return { boardId, changed, removed };
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
export async function rebuildProjection(db: Database, boardId: string): Promise<ProjectedBoard | null> {
  const opened = await openBoard(db, boardId);
  if (opened === null) return null;
  const ids = new Set([...rowIds(db, boardId), ...initiativeIds(opened.doc)]);
  const changes = new Map([...ids].map((id) => [id, new Map<string, Change>()]));
  const projected = db.transaction(() => {
    // Tags, actors and text go with it; who changed what, and when, does not lie in the document and stays.
    db.delete(initiative).where(eq(initiative.boardId, boardId)).run();
    return project(db, { boardId, ...opened, changes });
  });
  opened.doc.destroy();
  return projected;
}

/**
 * Initiatives whose rows are not what the document says, for `doctor`.
 *
 * @throws when the document does not decode
 */
export async function differingInitiatives(db: Database, boardId: string): Promise<string[]> {
  const opened = await openBoard(db, boardId);
  if (opened === null) return [];
  const ids = [...new Set([...rowIds(db, boardId), ...initiativeIds(opened.doc)])];
  const differing = ids.filter((id) => {
    const read = readInitiative(opened.doc, id);
    return JSON.stringify(rowsOf(db, boardId, id)) !== JSON.stringify(read === null ? null : expectedRows(read));
  });
  opened.doc.destroy();
  return differing;
}

const sorted = <T>(rows: readonly T[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

function expectedRows(read: InitiativeSnapshot) {
  const actors = read.actors.map(({ actorId, role }) => ({ actorId, role }));
  return { columns: columnsOf(read), tags: sorted(knownTags(read)), actors: sorted(actors) };
}

function rowsOf(db: Database, boardId: string, initiativeId: string): ReturnType<typeof expectedRows> | null {
  const { title, descriptionText, snapshot, status, sortOrder, startYear, paused, binnedAt } = initiative;
  const columns = db
    .select({ title, descriptionText, snapshot, status, sortOrder, startYear, paused, binnedAt })
    .from(initiative)
    .where(and(eq(initiative.boardId, boardId), eq(initiative.id, initiativeId)))
    .get();
  if (columns === undefined) return null;
  const tags = db
    .select({ field: initiativeTag.field, tagId: initiativeTag.tagId })
    .from(initiativeTag)
    .where(and(eq(initiativeTag.boardId, boardId), eq(initiativeTag.initiativeId, initiativeId)))
    .all();
  const actors = db
    .select({ actorId: initiativeActor.actorId, role: initiativeActor.role })
    .from(initiativeActor)
    .where(and(eq(initiativeActor.boardId, boardId), eq(initiativeActor.initiativeId, initiativeId)))
    .all();
  return { columns, tags: sorted(tags), actors: sorted(actors) };
}

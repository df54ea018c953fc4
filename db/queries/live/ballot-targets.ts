/** What may be voted for in a ballot: clusters and the notes in none, or the ideas that were written. */
import { and, asc, eq, gte, isNotNull, isNull, lte, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { board } from "#db/schema/board.ts";
import { initiative } from "#db/schema/initiative.ts";
import { agendaItem, cluster, note } from "#db/schema/live.ts";
import { type AgendaItem, sourceOf } from "#domain/live/agenda.ts";
import type { LiveView, ShownBallot } from "#domain/live/view.ts";
import { agendaIn } from "./agenda.ts";

type Reader = Pick<Database, "select">;
export type ShownTarget = ShownBallot["targets"][number];

/** Votes of the longest list that a phone can show. */
const MOST_TARGETS = 200;

/** In the order shown. */
export function targetsOf(db: Reader, agenda: readonly AgendaItem[], itemId: string): ShownTarget[] {
  const source = sourceOf(agenda, itemId);
  if (source === null) return [];
  const targets =
    source.kind === "ideas"
      ? ideasOf(db, source).map(({ id, title }) => ({ id, text: title, notes: 0 }))
      : notesOf(db, source.id);
  return targets.slice(0, MOST_TARGETS);
}

/** Asked for every vote: a cluster or a loose note is looked up by itself. */
export function isTarget(
  db: Reader,
  { workshopId, itemId }: { workshopId: string; itemId: string },
  targetId: string,
): boolean {
  const agenda = agendaIn(db, workshopId);
  const source = sourceOf(agenda, itemId);
  if (source === null) return false;
  if (source.kind === "ideas") return targetsOf(db, agenda, itemId).some(({ id }) => id === targetId);
  const isThere = (found: { id: string } | undefined) => found !== undefined;
  return (
    isThere(
      db
        .select({ id: cluster.id })
        .from(cluster)
        .where(and(eq(cluster.id, targetId), isCluster(source.id)))
        .get(),
    ) ||
    isThere(
      db
        .select({ id: note.id })
        .from(note)
        .where(and(eq(note.id, targetId), isLoose(source.id)))
        .get(),
    )
  );
}

const isCluster = (itemId: string) => and(eq(cluster.itemId, itemId), isNull(cluster.binnedAt));
const isLoose = (itemId: string) =>
  and(
    eq(note.itemId, itemId),
    isNull(note.clusterId),
    isNotNull(note.revealedAt),
    isNull(note.hiddenAt),
    isNull(note.binnedAt),
  );

function notesOf(db: Reader, itemId: string): ShownTarget[] {
  const clusters = db
    .select({ id: cluster.id, text: cluster.title, notes: sql<number>`count(${note.id})` })
    .from(cluster)
    .leftJoin(note, and(eq(note.clusterId, cluster.id), isNotNull(note.revealedAt), isNull(note.binnedAt)))
    .where(isCluster(itemId))
    .groupBy(cluster.id)
    .orderBy(asc(cluster.sortOrder), asc(cluster.id))
    .all();
  const loose = db
    .select({ id: note.id, text: note.text })
    .from(note)
    .where(isLoose(itemId))
    .orderBy(asc(note.sortOrder), asc(note.id))
    .limit(MOST_TARGETS)
    .all();
  return [...clusters, ...loose.map((each) => ({ ...each, notes: 1 }))];
}

const isShared = and(isNull(board.deletedAt), ne(board.visibility, "own"), isNull(initiative.binnedAt));
const ideaId = (boardId: string, initiativeId: string): string => `${boardId}/${initiativeId}`;

/** Whether it is the id of an initiative that the workshop may see. */
export function isSharedIdea(db: Reader, workshopId: string, id: string): boolean {
  const [boardId = "", initiativeId = ""] = id.split("/", 2);
  const found = db
    .select({ id: initiative.id })
    .from(initiative)
    .innerJoin(board, eq(board.id, initiative.boardId))
    .where(and(eq(board.id, boardId), eq(initiative.id, initiativeId), eq(board.workshopId, workshopId), isShared))
    .get();
  return found !== undefined;
}

interface Idea {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
  readonly at: number;
}

/** What the hall sees grow while the agenda is at ideas; empty at any other item. */
export function ideasSection(db: Reader, agenda: readonly AgendaItem[], itemId: string | null): LiveView["ideas"] {
  const item = agenda.find((each) => each.id === itemId);
  if (item?.kind !== "ideas") return {};
  return Object.fromEntries(ideasOf(db, item).map(({ id, ...idea }) => [id, idea]));
}

/** Initiatives that came onto the workshop's shared boards while the item ran. */
function ideasOf(db: Reader, { id, startedAt, endedAt }: AgendaItem): Idea[] {
  if (startedAt === null) return [];
  const until = endedAt === null ? undefined : lte(initiative.createdAt, endedAt);
  return db
    .select({
      boardId: initiative.boardId,
      initiativeId: initiative.id,
      title: initiative.title,
      organisationId: board.organisationId,
      at: initiative.createdAt,
    })
    .from(initiative)
    .innerJoin(board, eq(board.id, initiative.boardId))
    .innerJoin(agendaItem, eq(agendaItem.workshopId, board.workshopId))
    .where(and(eq(agendaItem.id, id), isShared, gte(initiative.createdAt, startedAt), until))
    .orderBy(asc(initiative.createdAt), asc(initiative.id))
    .all()
    .map(({ boardId, initiativeId, ...idea }) => ({ ...idea, id: ideaId(boardId, initiativeId) }));
}

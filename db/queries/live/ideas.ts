/** From a live workshop to the boards: what was written while the agenda was at ideas, and which note or group became what. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { board } from "#db/schema/board.ts";
import { initiative } from "#db/schema/initiative.ts";
import { cluster, initiativeOrigin, note } from "#db/schema/live.ts";
import { ballotResults } from "./ballots.ts";
import type { WorkshopRun } from "./run.ts";

export interface WrittenIdea {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
}

/** The board on which a kommune writes in the workshop; null when it has none. */
export async function boardOfKommune(
  db: Database,
  { workshopId, organisationId }: { workshopId: string; organisationId: string | null },
): Promise<string | null> {
  if (organisationId === null) return null;
  const own = and(eq(board.workshopId, workshopId), eq(board.organisationId, organisationId), isNull(board.deletedAt));
  return db.select({ id: board.id }).from(board).where(own).get()?.id ?? null;
}

/** What has come onto a board since the item began, oldest first. */
export async function ideasSince(db: Database, boardId: string, since: number): Promise<WrittenIdea[]> {
  return db
    .select({ boardId: initiative.boardId, initiativeId: initiative.id, title: initiative.title })
    .from(initiative)
    .where(and(eq(initiative.boardId, boardId), isNull(initiative.binnedAt), gte(initiative.createdAt, since)))
    .orderBy(asc(initiative.createdAt), asc(initiative.id))
    .all();
}

export interface NewInitiative extends WrittenIdea {
  /** The note or the group that it came from, with the texts as they stood; null when it came from none. */
  readonly origin: { readonly id: string; readonly texts: readonly string[] } | null;
}

/** What came onto these boards while the workshop ran, and is there still: board by board, oldest first. */
export async function newInitiatives(
  db: Database,
  { startedAt, closedAt }: Pick<WorkshopRun, "startedAt" | "closedAt">,
  boardIds: readonly string[],
): Promise<NewInitiative[]> {
  if (startedAt === null) return [];
  const during = and(
    gte(initiative.createdAt, startedAt),
    closedAt === null ? undefined : lte(initiative.createdAt, closedAt),
  );
  const isOrigin = and(
    eq(initiativeOrigin.boardId, initiative.boardId),
    eq(initiativeOrigin.initiativeId, initiative.id),
  );
  const rows = db
    .select({
      ...{ boardId: initiative.boardId, initiativeId: initiative.id, title: initiative.title },
      ...{ originId: initiativeOrigin.originId, texts: initiativeOrigin.texts },
    })
    .from(initiative)
    .leftJoin(initiativeOrigin, isOrigin)
    .where(and(inArray(initiative.boardId, [...boardIds]), isNull(initiative.binnedAt), during))
    .orderBy(asc(initiative.createdAt), asc(initiative.id))
    .all()
    .map(({ originId, texts, ...idea }) => ({
      ...idea,
      origin: originId === null ? null : { id: originId, texts: texts ?? [] },
    }));
  return boardIds.flatMap((id) => rows.filter(({ boardId }) => boardId === id));
}

/** What a note or a group said when it became an initiative. */
export interface Origin {
  readonly title: string;
  readonly texts: readonly string[];
  /** In the ballots that were revealed. */
  readonly votes: number;
}

/** Null when it is none that was shown in this workshop. */
export async function findOrigin(db: Database, workshopId: string, originId: string): Promise<Origin | null> {
  const isShown = and(
    eq(note.workshopId, workshopId),
    isNotNull(note.revealedAt),
    isNull(note.hiddenAt),
    isNull(note.binnedAt),
  );
  const group = db
    .select({ title: cluster.title })
    .from(cluster)
    .where(and(eq(cluster.id, originId), eq(cluster.workshopId, workshopId), isNull(cluster.binnedAt)))
    .get();
  const which = group === undefined ? eq(note.id, originId) : eq(note.clusterId, originId);
  const texts = db
    .select({ text: note.text })
    .from(note)
    .where(and(which, isShown))
    .orderBy(asc(note.sortOrder))
    .all()
    .map(({ text }) => text);
  const [first] = texts;
  if (group === undefined && first === undefined) return null;
  return { title: group?.title ?? first ?? "", texts, votes: votesFor(db, workshopId, originId) };
}

const votesFor = (db: Database, workshopId: string, originId: string): number =>
  [...ballotResults(db, workshopId).values()]
    .flatMap(({ targets }) => targets)
    .filter(({ id }) => id === originId)
    .reduce((sum, { votes }) => sum + votes, 0);

export interface Become extends Omit<WrittenIdea, "title"> {
  readonly originId: string;
  readonly workshopId: string;
  readonly origin: Origin;
  readonly at: number;
}

/** Keeps what it came from. Once only: the second time tells what it became the first time. */
export async function keepOrigin(
  db: Database,
  { originId, workshopId, boardId, initiativeId, origin, at }: Become,
): Promise<{ kept: true } | { kept: false; first: Omit<WrittenIdea, "title"> }> {
  return db.transaction((tx) => {
    const first = tx.select().from(initiativeOrigin).where(eq(initiativeOrigin.originId, originId)).get();
    if (first !== undefined) {
      return { kept: false, first: { boardId: first.boardId, initiativeId: first.initiativeId } } as const;
    }
    const { texts, votes } = origin;
    tx.insert(initiativeOrigin)
      .values({ originId, workshopId, boardId, initiativeId, texts: [...texts], votes, at })
      .run();
    return { kept: true } as const;
  });
}

/** The initiative did not come about after all. */
export async function forgetOrigin(db: Database, originId: string): Promise<void> {
  db.delete(initiativeOrigin).where(eq(initiativeOrigin.originId, originId)).run();
}

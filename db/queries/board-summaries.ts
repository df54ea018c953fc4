/** Boards in short: how far their initiatives are, what is new, and what the check found between them. */
import { and, count, countDistinct, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import {
  aSide,
  aStands,
  bSide,
  bStands,
  type FindingBoard,
  hasAnswer,
  listFindings,
  onBoards,
} from "#db/queries/findings.ts";
import { board } from "#db/schema/board.ts";
import { finding } from "#db/schema/finding.ts";
import { initiative, initiativeActor, initiativeTag } from "#db/schema/initiative.ts";
import { organisation } from "#db/schema/organisation.ts";
import { FINDING_KINDS, type FindingKind, isOpen } from "#domain/finding.ts";
import { type Lane, laneOf } from "#domain/initiative.ts";

export interface BoardSummary {
  readonly initiatives: number;
  readonly actors: number;
  readonly lanes: Readonly<Record<Lane, number>>;
  /** Changed last; null on an empty board. */
  readonly latest: { readonly id: string; readonly title: string; readonly at: number } | null;
}

const EMPTY: BoardSummary = {
  initiatives: 0,
  actors: 0,
  lanes: { idea: 0, trial: 0, running: 0, finished: 0 },
  latest: null,
};

/** A summary per board id, also of boards without initiatives. */
export async function summariseBoards(
  db: Database,
  boardIds: readonly string[],
): Promise<ReadonlyMap<string, BoardSummary>> {
  const summaries = new Map(boardIds.map((id) => [id, { ...EMPTY, lanes: { ...EMPTY.lanes } }]));
  const shown = and(isNull(initiative.binnedAt), isOneOf(initiative.boardId, boardIds));
  const byStatus = db
    .select({ boardId: initiative.boardId, status: initiative.status, count: count() })
    .from(initiative)
    .where(shown)
    .groupBy(initiative.boardId, initiative.status)
    .all();
  for (const row of byStatus) {
    const summary = summaries.get(row.boardId);
    if (summary === undefined) continue;
    summary.initiatives += row.count;
    summary.lanes[laneOf(row.status)] += row.count;
  }
  const actors = db
    .select({ boardId: initiative.boardId, actors: countDistinct(initiativeActor.actorId) })
    .from(initiativeActor)
    .innerJoin(
      initiative,
      and(eq(initiative.boardId, initiativeActor.boardId), eq(initiative.id, initiativeActor.initiativeId)),
    )
    .where(shown)
    .groupBy(initiative.boardId)
    .all();
  for (const row of actors) Object.assign(summaries.get(row.boardId) ?? {}, { actors: row.actors });
  for (const { boardId, ...latest } of latestOf(db, shown)) Object.assign(summaries.get(boardId) ?? {}, { latest });
  return summaries;
}

/** SQLite takes the other columns of a row from where `max` found its value. */
const latestOf = (db: Database, shown: SQL | undefined) =>
  db
    .select({
      boardId: initiative.boardId,
      id: initiative.id,
      title: initiative.title,
      at: sql<number>`max(${initiative.updatedAt})`,
    })
    .from(initiative)
    .where(shown)
    .groupBy(initiative.boardId)
    .all();

export interface NewInitiative {
  readonly boardId: string;
  readonly id: string;
  readonly title: string;
  readonly organisationName: string;
  readonly at: number;
}

/** What was described last on these boards, newest first. */
export async function newestInitiatives(
  db: Database,
  boardIds: readonly string[],
  limit: number,
): Promise<NewInitiative[]> {
  return db
    .select({
      boardId: initiative.boardId,
      id: initiative.id,
      title: initiative.title,
      organisationName: organisation.name,
      at: initiative.createdAt,
    })
    .from(initiative)
    .innerJoin(board, eq(board.id, initiative.boardId))
    .innerJoin(organisation, eq(organisation.id, board.organisationId))
    .where(and(isNull(initiative.binnedAt), isOneOf(initiative.boardId, boardIds)))
    .orderBy(desc(initiative.createdAt), initiative.boardId, initiative.id)
    .limit(limit)
    .all();
}

/** Themes that at least one initiative on these boards has. */
export async function usedThemeIds(db: Database, boardIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = db
    .selectDistinct({ id: initiativeTag.tagId })
    .from(initiativeTag)
    .innerJoin(
      initiative,
      and(eq(initiative.boardId, initiativeTag.boardId), eq(initiative.id, initiativeTag.initiativeId)),
    )
    .where(
      and(eq(initiativeTag.field, "themes"), isNull(initiative.binnedAt), isOneOf(initiativeTag.boardId, boardIds)),
    )
    .all();
  return new Set(rows.map(({ id }) => id));
}

export interface FindingTally {
  /** Findings that the check still finds, and how many of them are decided. */
  readonly total: number;
  readonly decided: number;
  /** Adds up to `total`. */
  readonly byKind: Readonly<Record<FindingKind, number>>;
  /** On each board: those with another kommune that nobody has dismissed. */
  readonly byBoard: ReadonlyMap<string, { readonly overlap: number; readonly synergy: number }>;
}

/**
 * Findings between these boards. Those that nobody has answered are counted in SQL; only the few that
 * somebody has are read and decided one by one.
 */
export async function tallyFindings(db: Database, boards: readonly FindingBoard[]): Promise<FindingTally> {
  const byKind = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<FindingKind, number>;
  const byBoard = new Map<string, { overlap: number; synergy: number }>();
  const organisationOf = new Map(boards.map(({ id, organisation: { id: owner } }) => [id, owner]));
  const addToBoards = ({ a, b, kind, count: found }: Pair) => {
    if (organisationOf.get(a) === organisationOf.get(b)) return;
    for (const boardId of [a, b]) {
      const tally = byBoard.get(boardId) ?? { overlap: 0, synergy: 0 };
      tally[kind === "overlap" ? "overlap" : "synergy"] += found;
      byBoard.set(boardId, tally);
    }
  };
  let [total, decided] = [0, 0];
  for (const pair of countUnanswered(db, boards)) {
    total += pair.count;
    byKind[pair.kind] += pair.count;
    addToBoards(pair);
  }
  for (const { a, b, kind, decision } of await listFindings(db, boards, { answered: true })) {
    if (decision.state === "outdated" && !isOpen(decision)) continue;
    total += 1;
    byKind[kind] += 1;
    if (!isOpen(decision)) decided += 1;
    if (decision.state !== "dismissed") addToBoards({ a: a.boardId, b: b.boardId, kind, count: 1 });
  }
  return { total, decided, byKind, byBoard };
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly kind: FindingKind;
  readonly count: number;
}

const countUnanswered = (db: Database, boards: readonly FindingBoard[]): Pair[] =>
  db
    .select({ a: finding.aBoardId, b: finding.bBoardId, kind: finding.kind, count: count() })
    .from(finding)
    .innerJoin(aSide, aStands)
    .innerJoin(bSide, bStands)
    .where(and(onBoards(boards), isNull(finding.goneAt), sql`not ${hasAnswer}`))
    .groupBy(finding.aBoardId, finding.bBoardId, finding.kind)
    .all();

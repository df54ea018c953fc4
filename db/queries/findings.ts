/**
 * What the check found, for people who may read both sides. `boards` are always the reader's own (`readableBoards`):
 * a finding exists for them only when both its initiatives stand on one of these boards and neither lies in the bin.
 */
import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import type { Board } from "#db/queries/boards.ts";
import { finding, findingAnswer } from "#db/schema/finding.ts";
import { initiative } from "#db/schema/initiative.ts";
import { person } from "#db/schema/person.ts";
import {
  type Answer,
  type Cause,
  decide,
  type FindingDecision,
  type FindingKind,
  type Reason,
  type Strength,
} from "#domain/finding.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";

/** The boards that findings are read from, with the names that lists show. */
export type FindingBoard = Pick<Board, "id" | "organisation" | "workshop">;

/** One of the two initiatives. */
export interface FindingSide {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly organisation: FindingBoard["organisation"];
  readonly workshop: FindingBoard["workshop"];
  /** Hash of the text and tags that an answer given now would be about. */
  readonly hash: string;
}

/** A kommune's answer with who gave it. `personName` is null for a person who is no longer here. */
export interface FindingAnswer {
  readonly organisationId: string;
  readonly answer: Answer;
  readonly reason: string;
  readonly cause: Cause | null;
  readonly personName: string | null;
  readonly at: number;
  readonly aHash: string;
  readonly bHash: string;
}

export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly score: number;
  readonly a: FindingSide;
  readonly b: FindingSide;
  readonly decision: FindingDecision<FindingAnswer>;
  readonly foundAt: number;
  /** When a kommune last answered, to these texts or to earlier ones; null before anybody has. */
  readonly answeredAt: number | null;
}

export interface FindingWithReasons extends Finding {
  readonly reasons: readonly Reason[];
  /** Every answer ever given, oldest first. */
  readonly answers: readonly FindingAnswer[];
}

/** The two initiatives of a finding, joined by `aStands` and `bStands`: not in the bin. */
export const aSide = alias(initiative, "a_side");
export const bSide = alias(initiative, "b_side");
export const aStands = and(
  eq(aSide.boardId, finding.aBoardId),
  eq(aSide.id, finding.aInitiativeId),
  isNull(aSide.binnedAt),
);
export const bStands = and(
  eq(bSide.boardId, finding.bBoardId),
  eq(bSide.id, finding.bInitiativeId),
  isNull(bSide.binnedAt),
);

export const hasAnswer = sql`${finding.id} in (select ${findingAnswer.findingId} from ${findingAnswer})`;

const COLUMNS = {
  id: finding.id,
  kind: finding.kind,
  strength: finding.strength,
  score: finding.score,
  aHash: finding.aHash,
  bHash: finding.bHash,
  goneAt: finding.goneAt,
  foundAt: finding.createdAt,
  aBoardId: finding.aBoardId,
  aInitiativeId: finding.aInitiativeId,
  aTitle: aSide.title,
  aStatus: aSide.status,
  bBoardId: finding.bBoardId,
  bInitiativeId: finding.bInitiativeId,
  bTitle: bSide.title,
  bStatus: bSide.status,
};

const rowsWhere = (db: Database, condition: SQL | undefined) =>
  db
    .select(COLUMNS)
    .from(finding)
    .innerJoin(aSide, aStands)
    .innerJoin(bSide, bStands)
    .where(condition)
    .orderBy(desc(finding.score), finding.id)
    .all();
type FindingRow = ReturnType<typeof rowsWhere>[number];

/** Both sides on these boards. */
export function onBoards(boards: readonly Pick<Board, "id">[]): SQL {
  const ids = boards.map(({ id }) => id);
  return sql`(${isOneOf(finding.aBoardId, ids)} and ${isOneOf(finding.bBoardId, ids)})`;
}

/** The same for rows that are chosen otherwise: the plus signs keep SQLite from seeking them board by board. */
export function alsoOnBoards(boards: readonly Pick<Board, "id">[]): SQL {
  const ids = boards.map(({ id }) => id);
  return sql`(${isOneOf(sql`+${finding.aBoardId}`, ids)} and ${isOneOf(sql`+${finding.bBoardId}`, ids)})`;
}

export interface FindingFilter {
  /** Those with a side on one of these boards. */
  readonly touching?: readonly string[];
  /** Those of one initiative. */
  readonly of?: { readonly boardId: string; readonly initiativeId: string };
  /** Those that a kommune has answered at least once. */
  readonly answered?: true;
}

/** By row and by each side's own index: an `or` over the two sides would read every finding of every board. */
const amongRows = (a: SQL | undefined, b: SQL | undefined): SQL =>
  sql`${finding}.rowid in (select rowid from ${finding} where ${a} union select rowid from ${finding} where ${b})`;

function chosenBy({ touching, of, answered }: FindingFilter): SQL | undefined {
  return and(
    touching && amongRows(isOneOf(finding.aBoardId, touching), isOneOf(finding.bBoardId, touching)),
    of &&
      amongRows(
        and(eq(finding.aBoardId, of.boardId), eq(finding.aInitiativeId, of.initiativeId)),
        and(eq(finding.bBoardId, of.boardId), eq(finding.bInitiativeId, of.initiativeId)),
      ),
    answered && hasAnswer,
  );
}

/** Findings between initiatives on these boards, strongest first. */
export async function listFindings(
  db: Database,
  boards: readonly FindingBoard[],
  filter: FindingFilter = {},
): Promise<Finding[]> {
  const chosen = chosenBy(filter);
  const rows = rowsWhere(db, chosen === undefined ? onBoards(boards) : and(chosen, alsoOnBoards(boards)));
  const answers = answersOf(db, rows);
  const boardOf = new Map(boards.map((board) => [board.id, board]));
  return rows.map((row) => toFinding(row, answers.get(row.id) ?? [], boardOf));
}

/** One finding with its reasons and answers; null when it is unknown or a side of it may not be read. */
export async function findFinding(
  db: Database,
  boards: readonly FindingBoard[],
  findingId: string,
): Promise<FindingWithReasons | null> {
  const row = rowsWhere(db, and(eq(finding.id, findingId), onBoards(boards)))[0];
  if (row === undefined) return null;
  const answers = answersOf(db, [row]).get(row.id) ?? [];
  const reasons = (await findingReasons(db, [row.id])).get(row.id) ?? [];
  return { ...toFinding(row, answers, new Map(boards.map((board) => [board.id, board]))), reasons, answers };
}

/** Why each was found; separate from the list because only what is on the screen needs it. */
export async function findingReasons(
  db: Database,
  findingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const rows = db
    .select({ id: finding.id, reasons: finding.reasons })
    .from(finding)
    .where(inArray(finding.id, [...findingIds]))
    .all();
  return new Map(rows.map(({ id, reasons }) => [id, reasons]));
}

/** Those whose kind somebody has given, of the texts as they are now. */
export async function findingsWithGivenKind(db: Database): Promise<ReadonlySet<string>> {
  const rows = db.select({ id: finding.id }).from(finding).where(isNotNull(finding.givenKind)).all();
  return new Set(rows.map(({ id }) => id));
}

/** Answers per finding, oldest first. */
function answersOf(db: Database, rows: readonly FindingRow[]): ReadonlyMap<string, FindingAnswer[]> {
  const ids = rows.map(({ id }) => id);
  const given = db
    .select({
      findingId: findingAnswer.findingId,
      organisationId: findingAnswer.organisationId,
      answer: findingAnswer.answer,
      reason: findingAnswer.reason,
      cause: findingAnswer.cause,
      personName: person.name,
      at: findingAnswer.at,
      aHash: findingAnswer.aHash,
      bHash: findingAnswer.bHash,
    })
    .from(findingAnswer)
    .leftJoin(person, eq(person.id, findingAnswer.personId))
    .where(isOneOf(findingAnswer.findingId, ids))
    .orderBy(findingAnswer.at, sql`${findingAnswer}.rowid`)
    .all();
  const byFinding = new Map<string, FindingAnswer[]>();
  for (const { findingId, ...answer } of given) {
    const before = byFinding.get(findingId);
    if (before === undefined) byFinding.set(findingId, [answer]);
    else before.push(answer);
  }
  return byFinding;
}

function toFinding(
  row: FindingRow,
  answers: readonly FindingAnswer[],
  boardOf: ReadonlyMap<string, FindingBoard>,
): Finding {
  const boardA = boardOf.get(row.aBoardId);
  const boardB = boardOf.get(row.bBoardId);
  if (boardA === undefined || boardB === undefined) throw new Error(`Finding ${row.id} is not on the reader's boards.`);
  const facts = { ...row, aOrganisationId: boardA.organisation.id, bOrganisationId: boardB.organisation.id };
  return {
    id: row.id,
    kind: row.kind,
    strength: row.strength,
    score: row.score,
    a: sideOf(boardA, { id: row.aInitiativeId, title: row.aTitle, status: row.aStatus, hash: row.aHash }),
    b: sideOf(boardB, { id: row.bInitiativeId, title: row.bTitle, status: row.bStatus, hash: row.bHash }),
    decision: decide(facts, answers),
    foundAt: row.foundAt,
    answeredAt: answers.at(-1)?.at ?? null,
  };
}

const sideOf = (
  board: FindingBoard,
  { id, title, status, hash }: { id: string; title: string; status: InitiativeStatus; hash: string },
): FindingSide => ({
  boardId: board.id,
  initiativeId: id,
  title,
  status,
  organisation: board.organisation,
  workshop: board.workshop,
  hash,
});

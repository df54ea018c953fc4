/** What people say to findings: the kommuner's answers, what others suggest to them, and which kind it is. */
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import { inTransaction, prepared } from "#db/prepared.ts";
import { board } from "#db/schema/board.ts";
import { finding, findingAnswer, findingAssessment, findingKindChange } from "#db/schema/finding.ts";
import { person } from "#db/schema/person.ts";
import { type Answer, type AnswerRefusal, type Cause, type FindingKind, needsReason } from "#domain/finding.ts";

/** What is said of a finding as the person has it before them. */
export interface Remark {
  readonly id: string;
  readonly findingId: string;
  readonly personId: string;
  readonly cause?: Cause | null;
  readonly reason: string;
  /** The texts that the person had before them. */
  readonly aHash: string;
  readonly bHash: string;
  readonly now: number;
}

export interface NewAnswer extends Remark {
  /** The kommune that answers; whether the person may answer for it is asked before. */
  readonly organisationId: string;
  readonly answer: Answer;
}

export type AnswerResult =
  | { readonly recorded: true /** Where the two initiatives stand. */; readonly boardIds: readonly string[] }
  | { readonly recorded: false; readonly refused: AnswerRefusal };

const refuse = (refused: AnswerRefusal): AnswerResult => ({ recorded: false, refused });

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type FoundRow = typeof finding.$inferSelect;

/** Adds the answer unless the finding is no longer what the person saw. Earlier answers stay for the record. */
export async function recordAnswer(
  db: Database,
  { organisationId, answer, ...remark }: NewAnswer,
): Promise<AnswerResult> {
  if (isUnexplained(answer, remark)) return refuse("reason-missing");
  return ofPresentFinding(db, remark, (tx, found) => {
    if (!isParty(tx, found, organisationId)) return "not-a-party";
    tx.insert(findingAnswer)
      .values({ ...rowOf(remark), organisationId, answer })
      .run();
    return null;
  });
}

/** Adds what somebody suggests who does not answer for a kommune. */
export async function recordAssessment(
  db: Database,
  { answer, ...remark }: Remark & { readonly answer: Answer },
): Promise<AnswerResult> {
  if (isUnexplained(answer, remark)) return refuse("reason-missing");
  return ofPresentFinding(db, remark, (tx) => {
    tx.insert(findingAssessment)
      .values({ ...rowOf(remark), answer })
      .run();
    return null;
  });
}

/** The pair is of this kind from now on, while its texts are what they are; the kind that it had stays in the log. */
export async function changeKind(
  db: Database,
  { kind, ...remark }: Remark & { readonly kind: FindingKind },
): Promise<AnswerResult> {
  return ofPresentFinding(db, remark, (tx, found) => {
    if (found.kind === kind) return "kind-missing";
    tx.insert(findingKindChange)
      .values({ ...rowOf(remark), fromKind: found.kind, kind })
      .run();
    tx.update(finding).set({ kind, givenKind: kind, updatedAt: remark.now }).where(eq(finding.id, found.id)).run();
    return null;
  });
}

const isUnexplained = (answer: Answer, { cause, reason }: Remark): boolean =>
  needsReason(answer) && !cause && reason.trim() === "";

const rowOf = ({ now: at, cause = null, ...remark }: Remark) => ({
  ...remark,
  cause,
  reason: remark.reason.trim(),
  at,
});

async function ofPresentFinding(
  db: Database,
  { findingId, aHash, bHash }: Remark,
  record: (tx: Transaction, found: FoundRow) => AnswerRefusal | null,
): Promise<AnswerResult> {
  return db.transaction((tx): AnswerResult => {
    const found = tx.select().from(finding).where(eq(finding.id, findingId)).get();
    if (found === undefined) return refuse("unknown");
    const refused = presentRefusal(found, { aHash, bHash }) ?? record(tx, found);
    return refused === null ? { recorded: true, boardIds: [found.aBoardId, found.bBoardId] } : refuse(refused);
  });
}

function presentRefusal(found: FoundRow, seen: Pick<Remark, "aHash" | "bHash">): AnswerRefusal | null {
  if (found.goneAt !== null) return "gone";
  return found.aHash === seen.aHash && found.bHash === seen.bHash ? null : "texts-changed";
}

const isParty = (tx: Transaction, found: FoundRow, organisationId: string): boolean =>
  [found.aBoardId, found.bBoardId].some(
    (id) =>
      tx
        .select({ id: board.id })
        .from(board)
        .where(and(eq(board.id, id), eq(board.organisationId, organisationId)))
        .get() !== undefined,
  );

/** What somebody who looks across the kommuner suggests. `personName` is null for a person who is no longer here. */
export interface Assessment {
  readonly answer: Answer;
  readonly cause: Cause | null;
  readonly reason: string;
  readonly personName: string | null;
  readonly at: number;
}

/** The newest assessment of each finding, where it is of the texts as they are now. */
export async function standingAssessments(
  db: Database,
  findingIds: readonly string[],
): Promise<ReadonlyMap<string, Assessment>> {
  const rows = db
    .select({
      findingId: findingAssessment.findingId,
      answer: findingAssessment.answer,
      cause: findingAssessment.cause,
      reason: findingAssessment.reason,
      personName: person.name,
      at: findingAssessment.at,
    })
    .from(findingAssessment)
    .innerJoin(finding, isOfPresentTexts)
    .leftJoin(person, eq(person.id, findingAssessment.personId))
    .where(isOneOf(findingAssessment.findingId, findingIds))
    .orderBy(findingAssessment.at)
    .all();
  return new Map(rows.map(({ findingId, ...assessment }) => [findingId, assessment]));
}

const isOfPresentTexts: SQL | undefined = and(
  eq(finding.id, findingAssessment.findingId),
  eq(finding.aHash, findingAssessment.aHash),
  eq(finding.bHash, findingAssessment.bHash),
);

export interface KindChange {
  readonly fromKind: FindingKind;
  readonly kind: FindingKind;
  readonly cause: Cause | null;
  readonly reason: string;
  readonly personName: string | null;
  readonly at: number;
}

/** Every kind that a finding was given, newest first. */
export async function kindChanges(db: Database, findingId: string): Promise<KindChange[]> {
  return db
    .select({
      fromKind: findingKindChange.fromKind,
      kind: findingKindChange.kind,
      cause: findingKindChange.cause,
      reason: findingKindChange.reason,
      personName: person.name,
      at: findingKindChange.at,
    })
    .from(findingKindChange)
    .leftJoin(person, eq(person.id, findingKindChange.personId))
    .where(eq(findingKindChange.findingId, findingId))
    .orderBy(desc(findingKindChange.at))
    .all();
}

/** An initiative that says the same in other words: what an answer was about, and is about now. */
export interface Reworded {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly from: string;
  readonly to: string;
}

/** What was said of the pairs of these initiatives holds for their new words. */
export async function keepAnswers(db: Database, reworded: readonly Reworded[]): Promise<void> {
  if (reworded.length === 0) return;
  inTransaction(db, () => {
    for (const each of reworded) {
      for (const statement of carryOver(db)) statement.run({ ...each });
    }
  });
}

const SIDES = [
  ["aBoardId", "aInitiativeId", "aHash"],
  ["bBoardId", "bInitiativeId", "bHash"],
] as const;

const carryOver = prepared((db) =>
  SIDES.flatMap(([boardId, initiativeId, hash]) => {
    const isSide = and(
      eq(finding[boardId], sql.placeholder("boardId")),
      eq(finding[initiativeId], sql.placeholder("initiativeId")),
    );
    const pairs = db.select({ id: finding.id }).from(finding).where(isSide);
    const to = sql`${sql.placeholder("to")}`;
    const from = sql.placeholder("from");
    const remarks = [findingAnswer, findingAssessment, findingKindChange].map((table) =>
      db
        .update(table)
        .set({ [hash]: to })
        .where(and(eq(table[hash], from), inArray(table.findingId, pairs)))
        .prepare(),
    );
    const found = db
      .update(finding)
      .set({ [hash]: to })
      .where(and(isSide, eq(finding[hash], from)))
      .prepare();
    return [...remarks, found];
  }),
);

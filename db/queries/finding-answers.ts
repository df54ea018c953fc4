/** The kommuner's answers to findings, and what waits for one. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { type Finding, type FindingAnswer, type FindingBoard, listFindings } from "#db/queries/findings.ts";
import { board } from "#db/schema/board.ts";
import { finding, findingAnswer } from "#db/schema/finding.ts";
import { type Answer, type AnswerRefusal, isOpen, needsReason } from "#domain/finding.ts";

export interface NewAnswer {
  readonly id: string;
  readonly findingId: string;
  /** The kommune that answers; whether the person may answer for it is asked before. */
  readonly organisationId: string;
  readonly personId: string;
  readonly answer: Answer;
  readonly reason: string;
  /** The texts that the person had before them. */
  readonly aHash: string;
  readonly bHash: string;
  readonly now: number;
}

export type AnswerResult = { readonly recorded: true } | { readonly recorded: false; readonly refused: AnswerRefusal };

const refuse = (refused: AnswerRefusal): AnswerResult => ({ recorded: false, refused });

/** Adds the answer unless the finding is no longer what the person saw. Earlier answers stay for the record. */
export async function recordAnswer(db: Database, input: NewAnswer): Promise<AnswerResult> {
  if (needsReason(input.answer) && input.reason.trim() === "") return refuse("reason-missing");
  return db.transaction((tx): AnswerResult => {
    const found = tx.select().from(finding).where(eq(finding.id, input.findingId)).get();
    if (found === undefined) return refuse("unknown");
    const isParty = [found.aBoardId, found.bBoardId].some(
      (id) =>
        tx
          .select({ id: board.id })
          .from(board)
          .where(and(eq(board.id, id), eq(board.organisationId, input.organisationId)))
          .get() !== undefined,
    );
    if (!isParty) return refuse("not-a-party");
    if (found.goneAt !== null) return refuse("gone");
    if (found.aHash !== input.aHash || found.bHash !== input.bHash) return refuse("texts-changed");
    const { now: at, ...values } = input;
    tx.insert(findingAnswer)
      .values({ ...values, reason: input.reason.trim(), at })
      .run();
    return { recorded: true };
  });
}

/** Open findings that wait for one of these organisations, strongest first. */
export async function findingsAwaiting(
  db: Database,
  boards: readonly FindingBoard[],
  organisationIds: readonly string[],
): Promise<Finding[]> {
  const findings = await listFindings(db, boards);
  return findings.filter(
    ({ decision }) => isOpen(decision) && decision.awaits.some((id) => organisationIds.includes(id)),
  );
}

/** Another kommune's answer to a finding that one of ours has a side in. */
export interface AnswerByOther {
  readonly finding: Finding;
  readonly answer: FindingAnswer;
}

/** What other kommuner answered about our initiatives after `since` (milliseconds since 1970), newest first. */
export async function answeredSince(
  db: Database,
  boards: readonly FindingBoard[],
  { organisationIds, since }: { organisationIds: readonly string[]; since: number },
): Promise<AnswerByOther[]> {
  const findings = await listFindings(db, boards, { answered: true });
  return findings
    .filter(({ a, b }) => [a, b].some(({ organisation }) => organisationIds.includes(organisation.id)))
    .flatMap((each) =>
      each.decision.standing
        .filter(({ organisationId, at }) => at > since && !organisationIds.includes(organisationId))
        .map((answer) => ({ finding: each, answer })),
    )
    .sort((one, other) => other.answer.at - one.answer.at);
}

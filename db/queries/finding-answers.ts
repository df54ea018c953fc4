/** The kommuner's answers to findings. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { board } from "#db/schema/board.ts";
import { finding, findingAnswer } from "#db/schema/finding.ts";
import { type Answer, type AnswerRefusal, needsReason } from "#domain/finding.ts";

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

export type AnswerResult =
  | { readonly recorded: true /** Where the two initiatives stand. */; readonly boardIds: readonly string[] }
  | { readonly recorded: false; readonly refused: AnswerRefusal };

const refuse = (refused: AnswerRefusal): AnswerResult => ({ recorded: false, refused });

/** Adds the answer unless the finding is no longer what the person saw. Earlier answers stay for the record. */
export async function recordAnswer(db: Database, input: NewAnswer): Promise<AnswerResult> {
  if (needsReason(input.answer) && input.reason.trim() === "") return refuse("reason-missing");
  return db.transaction((tx): AnswerResult => {
    const found = tx.select().from(finding).where(eq(finding.id, input.findingId)).get();
    if (found === undefined) return refuse("unknown");
    const boardIds = [found.aBoardId, found.bBoardId];
    const isParty = boardIds.some(
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
    return { recorded: true, boardIds };
  });
}

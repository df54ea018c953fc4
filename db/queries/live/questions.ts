/** Questions from the room: asked and voted for by those who take part, settled by the facilitator. */
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction } from "#db/prepared.ts";
import { question, questionVote } from "#db/schema/live.ts";
import {
  mayBecome,
  type OwnQuestions,
  QUESTION_LIMITS,
  type QuestionState,
  standsIn,
  votersOf,
} from "#domain/live/question.ts";
import type { LiveView, ShownQuestion } from "#domain/live/view.ts";
import { type Acting, isUnderWay, takesPart } from "./acting.ts";
import { findRun } from "./run.ts";

type StoredQuestion = typeof question.$inferSelect;

export interface NewQuestion {
  /** Made where it is written, so that what is sent twice is one. */
  readonly id: string;
  readonly workshopId: string;
  readonly text: string;
  readonly now: number;
}
type AskResult = { readonly asked: true } | { readonly refused: "forbidden" | "closed" | "empty" | "too-long" };

/** Who asks wants to know it: the first vote is theirs. */
export async function askQuestion(
  db: Database,
  acting: Acting,
  { id, workshopId, text, now }: NewQuestion,
): Promise<AskResult> {
  return inTransaction(db, () => {
    if (!takesPart(acting)) return { refused: "forbidden" };
    if (!isUnderWay(db, workshopId)) return { refused: "closed" };
    const written = text.trim();
    if (written === "") return { refused: "empty" };
    if (written.length > QUESTION_LIMITS.text) return { refused: "too-long" };
    const { participantId } = acting;
    const itemId = findRun(db, workshopId)?.itemId ?? null;
    const { changes } = db
      .insert(question)
      .values({ id, workshopId, itemId, text: written, participantId, askedAt: now })
      .onConflictDoNothing()
      .run();
    if (changes > 0 && participantId !== null) db.insert(questionVote).values({ questionId: id, participantId }).run();
    return { asked: true };
  });
}

interface OfQuestion {
  readonly workshopId: string;
  readonly questionId: string;
}
type Done = { readonly done: true } | { readonly refused: "forbidden" | "closed" | "unknown" | "illegal" };

/** Votes for a question, once, or takes the vote back: also one that was given to a question that went into it. */
export async function voteForQuestion(
  db: Database,
  acting: Acting,
  { workshopId, questionId, wants }: OfQuestion & { readonly wants: boolean },
): Promise<Done> {
  return inTransaction(db, () => {
    const { participantId } = acting;
    if (participantId === null) return { refused: "forbidden" };
    if (!isUnderWay(db, workshopId)) return { refused: "closed" };
    const all = questionsOf(db, workshopId);
    const byId = new Map(all.map((each) => [each.id, each]));
    if (!byId.has(questionId)) return { refused: "unknown" };
    const standing = standsIn(byId, questionId);
    if (wants) db.insert(questionVote).values({ questionId: standing, participantId }).onConflictDoNothing().run();
    else {
      for (const { id } of all.filter((each) => standsIn(byId, each.id) === standing))
        db.delete(questionVote)
          .where(and(eq(questionVote.questionId, id), eq(questionVote.participantId, participantId)))
          .run();
    }
    return { done: true };
  });
}

interface Settling extends OfQuestion {
  readonly state: Exclude<QuestionState, "merged" | "received">;
  /** In writing; may be empty where it was answered aloud. */
  readonly answer?: string;
  /** Why it is not answered. */
  readonly reason?: string;
}
type SettleResult = Done | { readonly refused: "reason-missing" | "too-long" };

/** The facilitator moves a question on; one that was being answered makes room for the next. */
export async function moveQuestion(db: Database, settling: Settling): Promise<SettleResult> {
  const { workshopId, questionId, state, answer, reason } = settling;
  return inTransaction(db, () => {
    const found = questionOf(db, settling);
    if (found === null) return { refused: "unknown" };
    // Of one that is answered the answer may be written later, or anew.
    const isWritten = state === "answered" && found.state === "answered";
    if (!isWritten && !mayBecome(found.state, state)) return { refused: "illegal" };
    const problem = wordsProblem(settling);
    if (problem !== null) return { refused: problem };
    if (state === "answering") putBackWhatIsBeingAnswered(db, workshopId);
    db.update(question)
      .set({ state, mergedInto: null, answer: answer?.trim(), reason: reason?.trim() })
      .where(eq(question.id, questionId))
      .run();
    return { done: true };
  });
}

function wordsProblem({ state, answer = "", reason = "" }: Settling): "reason-missing" | "too-long" | null {
  if (state === "not-answered" && reason.trim() === "") return "reason-missing";
  return answer.length > QUESTION_LIMITS.answer || reason.length > QUESTION_LIMITS.reason ? "too-long" : null;
}

function putBackWhatIsBeingAnswered(db: Database, workshopId: string): void {
  db.update(question)
    .set({ state: "on-board" })
    .where(and(eq(question.workshopId, workshopId), eq(question.state, "answering")))
    .run();
}

/** Two ask the same: the one goes into the other, which everybody who wanted either is counted for. */
export async function mergeQuestions(
  db: Database,
  { workshopId, questionId, intoId }: OfQuestion & { readonly intoId: string },
): Promise<Done> {
  return inTransaction(db, () => {
    const found = questionOf(db, { workshopId, questionId });
    const into = questionOf(db, { workshopId, questionId: intoId });
    if (found === null || into === null) return { refused: "unknown" };
    if (found.id === into.id || into.state === "merged" || !mayBecome(found.state, "merged")) {
      return { refused: "illegal" };
    }
    db.update(question).set({ state: "merged", mergedInto: into.id }).where(eq(question.id, found.id)).run();
    return { done: true };
  });
}

function questionOf(db: Database, { workshopId, questionId }: OfQuestion): StoredQuestion | null {
  const ofIt = and(eq(question.id, questionId), eq(question.workshopId, workshopId));
  return db.select().from(question).where(ofIt).get() ?? null;
}

const questionsOf = (db: Database, workshopId: string): StoredQuestion[] =>
  db
    .select()
    .from(question)
    .where(eq(question.workshopId, workshopId))
    .orderBy(asc(question.askedAt), asc(question.id))
    .all();

const votesOf = (db: Database, workshopId: string) =>
  db
    .select({ questionId: questionVote.questionId, participantId: questionVote.participantId })
    .from(questionVote)
    .innerJoin(question, eq(question.id, questionVote.questionId))
    .where(eq(question.workshopId, workshopId))
    .all();

/** All of them, whatever became of them: nothing is sorted out where nobody sees it. */
export function questionsSection(db: Database, workshopId: string): LiveView["questions"] {
  const all = questionsOf(db, workshopId);
  const voters = votersOf(all, votesOf(db, workshopId));
  const byId = new Map(all.map((each) => [each.id, each]));
  const shown = (each: StoredQuestion): [string, ShownQuestion] => [
    each.id,
    {
      text: each.text,
      state: each.state,
      mergedInto: each.mergedInto === null ? null : standsIn(byId, each.id),
      answer: each.answer,
      reason: each.reason,
      votes: voters.get(each.id)?.size ?? 0,
      askedAt: each.askedAt,
    },
  ];
  return Object.fromEntries(all.map(shown));
}

/** What one asked, and what one wants to know. */
export async function ownQuestions(
  db: Database,
  workshopId: string,
  participantId: string | null,
): Promise<OwnQuestions> {
  if (participantId === null) return { asked: [], wanted: [] };
  const all = questionsOf(db, workshopId);
  const byId = new Map(all.map((each) => [each.id, each]));
  const own = votesOf(db, workshopId).filter((vote) => vote.participantId === participantId);
  return {
    asked: all.filter((each) => each.participantId === participantId).map(({ id }) => id),
    wanted: [...new Set(own.map(({ questionId }) => standsIn(byId, questionId)))],
  };
}

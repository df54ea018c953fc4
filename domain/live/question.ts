/** A question from the room or the webinar. Every one ends answered, together with another, or with a reason why not. */
export const QUESTION_STATES = ["received", "on-board", "answering", "answered", "merged", "not-answered"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_LIMITS = { text: 280, answer: 2_000, reason: 200 } as const;

const CLOSED: ReadonlySet<QuestionState> = new Set(["answered", "merged", "not-answered"]);

/** Nothing is owed to who asked it any more. */
export const isSettled = (state: QuestionState): boolean => CLOSED.has(state);

/** What ended by mistake comes back to the board; so does what was put together and does not belong together. */
const STEPS: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  received: ["on-board", "answering", "answered", "merged", "not-answered"],
  "on-board": ["answering", "answered", "merged", "not-answered"],
  answering: ["on-board", "answered", "merged", "not-answered"],
  answered: ["on-board", "answering"],
  merged: ["on-board"],
  "not-answered": ["on-board", "answering", "answered"],
};

export const mayBecome = (from: QuestionState, to: QuestionState): boolean => STEPS[from].includes(to);

/** A question as merging sees it. */
export interface Mergeable {
  readonly id: string;
  readonly mergedInto: string | null;
}

/** The question that this one was put together with, at the end of the chain: itself where it was not. */
export function standsIn(questions: ReadonlyMap<string, Mergeable>, id: string): string {
  const next = questions.get(id)?.mergedInto ?? null;
  return next === null ? id : standsIn(questions, next);
}

/**
 * Who wants to know it, by the question that stands: everybody who voted for it or for one that went into it, each once. The votes
 * themselves stay where they were given, so that taking two apart gives each its own back.
 */
export function votersOf(
  questions: readonly Mergeable[],
  votes: readonly { readonly questionId: string; readonly participantId: string }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const voters = new Map(questions.map(({ id }) => [id, new Set<string>()]));
  for (const { questionId, participantId } of votes) voters.get(standsIn(byId, questionId))?.add(participantId);
  return voters;
}

/** Those that somebody is owed an answer or a reason for. */
export const owed = <Question extends { readonly state: QuestionState }>(questions: readonly Question[]): Question[] =>
  questions.filter(({ state }) => !isSettled(state));

/** By how many want to know, then by who asked first. */
export const byVotes = (
  a: { readonly votes: number; readonly askedAt: number },
  b: { readonly votes: number; readonly askedAt: number },
): number => b.votes - a.votes || a.askedAt - b.askedAt;

/** What one's own phone shows beside what everybody sees: the ids of what one asked, and of what one wants to know. */
export interface OwnQuestions {
  readonly asked: readonly string[];
  readonly wanted: readonly string[];
}

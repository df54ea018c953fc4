/** A question from the room or the webinar. Every one ends answered, together with another, or with a reason why not. */
export const QUESTION_STATES = ["received", "on-board", "answering", "answered", "merged", "not-answered"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_LIMITS = { text: 280, answer: 2_000, reason: 200 } as const;

const CLOSED: ReadonlySet<QuestionState> = new Set(["answered", "merged", "not-answered"]);

/** Nothing is owed to who asked it any more. */
export const isSettled = (state: QuestionState): boolean => CLOSED.has(state);

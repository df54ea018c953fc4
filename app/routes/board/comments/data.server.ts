import type { Database } from "#db/client.ts";
import { countOpenThreads, mentionables, mentionNames, threadsOf } from "#db/queries/comments.ts";
import { namedParts } from "#domain/comment.ts";
import type { BoardSubject } from "#domain/permissions.ts";
import type { BoardComments, CallableAnswer, ShownThread } from "./shapes.ts";

/** @param initiativeId the open card, or null */
export async function loadComments(db: Database, boardId: string, initiativeId: string | null): Promise<BoardComments> {
  return {
    open: await countOpenThreads(db, boardId),
    card: initiativeId === null ? null : { id: initiativeId, threads: await shownThreads(db, boardId, initiativeId) },
  };
}

async function shownThreads(db: Database, boardId: string, initiativeId: string): Promise<ShownThread[]> {
  const threads = await threadsOf(db, { boardId, initiativeId });
  const texts = threads.flatMap(({ comments }) => comments.map(({ text }) => text));
  const names = await mentionNames(db, texts);
  return threads.map(({ id, resolvedAt, comments }) => ({
    id,
    isResolved: resolvedAt !== null,
    comments: comments.map(({ text, ...comment }) => ({ ...comment, parts: namedParts(text, names) })),
  }));
}

/** Who may be called by "@" on the board. */
export async function loadCallable(db: Database, subject: BoardSubject): Promise<CallableAnswer> {
  return { mentionables: await mentionables(db, subject) };
}

import type { Database } from "#db/client.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { mentionNames } from "#db/queries/comments.ts";
import { listInbox } from "#db/queries/inbox.ts";
import { namedParts } from "#domain/comment.ts";
import type { Person } from "#domain/permissions.ts";

/** Notices about boards that the person may read now, newest first. */
export async function loadNotices(db: Database, person: Person) {
  const readable = new Set((await readableBoards(db, person)).map(({ id }) => id));
  const notices = (await listInbox(db, person.id)).filter(({ boardId }) => readable.has(boardId));
  const texts = notices.map(({ text }) => text);
  const names = await mentionNames(db, texts);
  return notices.map(({ text, ...notice }) => ({ ...notice, parts: namedParts(text, names) }));
}

export type ShownNotice = Awaited<ReturnType<typeof loadNotices>>[number];

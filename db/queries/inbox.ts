/** What a person is to be told of. */
import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { boardSubject } from "#db/queries/boards.ts";
import { board } from "#db/schema/board.ts";
import { comment, commentThread, inboxNotice } from "#db/schema/comment.ts";
import { initiative } from "#db/schema/initiative.ts";
import { organisation } from "#db/schema/organisation.ts";
import { person as personTable } from "#db/schema/person.ts";
import type { NoticeReason } from "#domain/comment.ts";
import { can, type Person } from "#domain/permissions.ts";

export interface InboxNotice {
  readonly id: number;
  readonly reason: NoticeReason;
  readonly at: number;
  readonly isRead: boolean;
  readonly boardId: string;
  /** Whose board. */
  readonly organisation: string;
  readonly initiativeId: string;
  /** Null when the initiative is gone. */
  readonly title: string | null;
  /** Who wrote; null for somebody who is no longer here. */
  readonly by: string | null;
  readonly byId: string;
  /** As stored, with mentions by id. */
  readonly text: string;
}

const NOTICES_SHOWN = 200;

/** Newest first. The caller leaves out what lies on boards that the person may no longer read. */
export async function listInbox(db: Database, personId: string): Promise<InboxNotice[]> {
  return db
    .select({
      id: inboxNotice.id,
      reason: inboxNotice.reason,
      at: inboxNotice.at,
      readAt: inboxNotice.readAt,
      boardId: commentThread.boardId,
      organisation: organisation.name,
      initiativeId: commentThread.initiativeId,
      title: initiative.title,
      by: personTable.name,
      byId: comment.personId,
      text: comment.text,
    })
    .from(inboxNotice)
    .innerJoin(comment, eq(comment.id, inboxNotice.commentId))
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .innerJoin(board, eq(board.id, commentThread.boardId))
    .innerJoin(organisation, eq(organisation.id, board.organisationId))
    .leftJoin(initiative, and(eq(initiative.boardId, board.id), eq(initiative.id, commentThread.initiativeId)))
    .leftJoin(personTable, eq(personTable.id, comment.personId))
    .where(eq(inboxNotice.personId, personId))
    .orderBy(desc(inboxNotice.at), desc(inboxNotice.id))
    .limit(NOTICES_SHOWN)
    .all()
    .map(({ readAt, ...notice }) => ({ ...notice, isRead: readAt !== null }));
}

/** Unread notices about boards that the person may read now: as many as the inbox shows. */
export async function countUnread(db: Database, person: Person): Promise<number> {
  const byBoard = db
    .select({ boardId: commentThread.boardId, unread: count() })
    .from(inboxNotice)
    .innerJoin(comment, eq(comment.id, inboxNotice.commentId))
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .where(and(eq(inboxNotice.personId, person.id), isNull(inboxNotice.readAt)))
    .groupBy(commentThread.boardId)
    .all();
  let readable = 0;
  for (const { boardId, unread } of byBoard) {
    const subject = await boardSubject(db, boardId);
    if (subject !== null && can(person, "board.read", subject)) readable += unread;
  }
  return readable;
}

/** @param noticeId one of the person's notices; null for all */
export async function markRead(
  db: Database,
  { personId, noticeId, at }: { personId: string; noticeId: number | null; at: number },
): Promise<void> {
  db.update(inboxNotice)
    .set({ readAt: at })
    .where(
      and(
        eq(inboxNotice.personId, personId),
        isNull(inboxNotice.readAt),
        noticeId === null ? undefined : eq(inboxNotice.id, noticeId),
      ),
    )
    .run();
}

/** Threads about initiatives. */
import { and, asc, count, eq, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { comment, commentThread, inboxNotice } from "#db/schema/comment.ts";
import { organisation, roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { commentParts, type Mentionable, type MentionKind, mentionKey, type NoticeReason } from "#domain/comment.ts";
import { type BoardSubject, can } from "#domain/permissions.ts";
import type { InitiativeKey } from "./initiative-rows.ts";
import { loadPerson } from "./people.ts";

export interface WrittenComment {
  readonly id: string;
  readonly personId: string;
  /** Null for somebody who is no longer here. */
  readonly name: string | null;
  readonly at: number;
  /** As stored, with mentions by id; empty when it is deleted. */
  readonly text: string;
  readonly isDeleted: boolean;
}

export interface Thread {
  readonly id: string;
  readonly resolvedAt: number | null;
  readonly comments: readonly WrittenComment[];
}

/** The threads about an initiative, oldest first. */
export async function threadsOf(db: Database, { boardId, initiativeId }: InitiativeKey): Promise<Thread[]> {
  const rows = db
    .select({
      threadId: commentThread.id,
      resolvedAt: commentThread.resolvedAt,
      id: comment.id,
      personId: comment.personId,
      name: person.name,
      at: comment.at,
      text: comment.text,
      deletedAt: comment.deletedAt,
    })
    .from(commentThread)
    .innerJoin(comment, eq(comment.threadId, commentThread.id))
    .leftJoin(person, eq(person.id, comment.personId))
    .where(and(eq(commentThread.boardId, boardId), eq(commentThread.initiativeId, initiativeId)))
    .orderBy(asc(commentThread.startedAt), asc(commentThread.id), asc(comment.at), asc(comment.id))
    .all();
  const threads = new Map<string, { id: string; resolvedAt: number | null; comments: WrittenComment[] }>();
  for (const { threadId, resolvedAt, deletedAt, ...written } of rows) {
    const thread = threads.get(threadId) ?? { id: threadId, resolvedAt, comments: [] };
    thread.comments.push({ ...written, isDeleted: deletedAt !== null });
    threads.set(threadId, thread);
  }
  return [...threads.values()];
}

/** Threads that are not resolved, per initiative; initiatives without any are absent. */
export async function countOpenThreads(db: Database, boardId: string): Promise<Readonly<Record<string, number>>> {
  const rows = db
    .select({ id: commentThread.initiativeId, threads: count() })
    .from(commentThread)
    .where(and(eq(commentThread.boardId, boardId), isNull(commentThread.resolvedAt)))
    .groupBy(commentThread.initiativeId)
    .all();
  return Object.fromEntries(rows.map(({ id, threads }) => [id, threads]));
}

export interface ThreadFacts {
  readonly initiativeId: string;
  /** Those who have written in it. */
  readonly people: readonly string[];
}

/** Null when the board has no such thread. */
export async function findThread(db: Database, boardId: string, threadId: string): Promise<ThreadFacts | null> {
  const thread = db
    .select({ initiativeId: commentThread.initiativeId })
    .from(commentThread)
    .where(and(eq(commentThread.id, threadId), eq(commentThread.boardId, boardId)))
    .get();
  if (thread === undefined) return null;
  const people = db
    .selectDistinct({ id: comment.personId })
    .from(comment)
    .where(eq(comment.threadId, threadId))
    .all()
    .map(({ id }) => id);
  return { ...thread, people };
}

export interface NewComment {
  readonly id: string;
  readonly threadId: string;
  /** Where a thread begins with this comment; null in one that is there. */
  readonly begins: InitiativeKey | null;
  readonly personId: string;
  readonly at: number;
  readonly text: string;
  readonly notices: ReadonlyMap<string, NoticeReason>;
}

/** Stores a comment with the notices of it. A resolved thread that somebody answers is open again. */
export async function writeComment(db: Database, { begins, notices, ...written }: NewComment): Promise<void> {
  const { at, threadId } = written;
  db.transaction((tx) => {
    if (begins === null) {
      tx.update(commentThread).set({ resolvedAt: null, resolvedBy: null }).where(eq(commentThread.id, threadId)).run();
    } else {
      tx.insert(commentThread)
        .values({ id: threadId, ...begins, startedAt: at })
        .run();
    }
    tx.insert(comment).values(written).run();
    for (const [personId, reason] of notices) {
      tx.insert(inboxNotice).values({ personId, commentId: written.id, reason, at }).run();
    }
  });
}

/** @param resolved who resolved it and when, or null to open it again */
export async function resolveThread(
  db: Database,
  threadId: string,
  resolved: { by: string; at: number } | null,
): Promise<void> {
  db.update(commentThread)
    .set({ resolvedAt: resolved?.at ?? null, resolvedBy: resolved?.by ?? null })
    .where(eq(commentThread.id, threadId))
    .run();
}

/** Takes the words of one's own comment away, and the notices of it; its place in the thread stays. */
export async function deleteComment(
  db: Database,
  own: { commentId: string; threadId: string; personId: string; at: number },
): Promise<{ deleted: boolean; noLongerTold: string[] }> {
  return db.transaction((tx) => {
    const { changes } = tx
      .update(comment)
      .set({ text: "", deletedAt: own.at })
      .where(and(eq(comment.id, own.commentId), eq(comment.threadId, own.threadId), eq(comment.personId, own.personId)))
      .run();
    if (changes === 0) return { deleted: false, noLongerTold: [] };
    const notices = tx
      .delete(inboxNotice)
      .where(eq(inboxNotice.commentId, own.commentId))
      .returning({ personId: inboxNotice.personId })
      .all();
    return { deleted: true, noLongerTold: notices.map(({ personId }) => personId) };
  });
}

/** Somebody who may read a board, with the organisations they belong to. */
export interface BoardReader {
  readonly id: string;
  readonly name: string;
  readonly organisationIds: readonly string[];
}

/** Those around a board who may read it now: its workshop's organisations, its facilitators, the consultants. */
export async function readersOfBoard(db: Database, subject: BoardSubject): Promise<BoardReader[]> {
  const around = [...new Set([...subject.workshopOrganisationIds, subject.organisationId])];
  const ids = db
    .selectDistinct({ id: roleAssignment.personId })
    .from(roleAssignment)
    .where(
      and(
        isNull(roleAssignment.endedAt),
        or(
          inArray(roleAssignment.organisationId, around),
          eq(roleAssignment.workshopId, subject.workshopId),
          eq(roleAssignment.role, "consultant"),
        ),
      ),
    )
    .all();
  const readers: BoardReader[] = [];
  for (const { id } of ids) {
    const reader = await loadPerson(db, id);
    if (reader === null || !can(reader, "board.read", subject)) continue;
    const organisationIds = reader.roles.flatMap(({ organisationId }) => organisationId ?? []);
    readers.push({ id, name: reader.name, organisationIds });
  }
  return readers;
}

/** Who may be called in a comment on the board: those who may read it, and their organisations around it. */
export async function mentionables(db: Database, subject: BoardSubject): Promise<Mentionable[]> {
  const readers = await readersOfBoard(db, subject);
  const around = new Set([...subject.workshopOrganisationIds, subject.organisationId]);
  const ids = [...new Set(readers.flatMap(({ organisationIds }) => organisationIds))].filter((id) => around.has(id));
  const organisations = db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, ids))
    .all();
  return [
    ...organisations.map((each): Mentionable => ({ kind: "organisation", ...each })),
    ...readers.map(({ id, name }): Mentionable => ({ kind: "person", id, name })),
  ];
}

/** Names for the mentions in stored comments, by `mentionKey`; those who are gone are absent. */
export async function mentionNames(db: Database, stored: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const mentions = stored.flatMap(commentParts).filter((part) => part.type === "mention");
  const idsOf = (wanted: MentionKind) => mentions.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const people = db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, idsOf("person")))
    .all();
  const organisations = db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, idsOf("organisation")))
    .all();
  return new Map([
    ...people.map(({ id, name }) => [mentionKey({ kind: "person", id }), name] as const),
    ...organisations.map(({ id, name }) => [mentionKey({ kind: "organisation", id }), name] as const),
  ]);
}

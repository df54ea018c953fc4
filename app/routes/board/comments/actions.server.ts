import { randomUUID } from "node:crypto";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import {
  type BoardReader,
  deleteComment,
  findThread,
  mentionables,
  readersOfBoard,
  resolveThread,
  writeComment,
} from "#db/queries/comments.ts";
import { COMMENT_LIMIT, commentParts, noticesFor, storeMentions } from "#domain/comment.ts";
import type { BoardSubject, Person } from "#domain/permissions.ts";
import type { CommentProblem } from "./shapes.ts";

export interface CommentPost {
  readonly context: Services;
  readonly subject: BoardSubject;
  readonly person: Person;
  readonly form: FormData;
}

const field = ({ form }: CommentPost, name: string): string => String(form.get(name) ?? "");

/** Does what the form asks for. Returns what is wrong with a comment, or null. */
export async function actOnComments(post: CommentPost): Promise<CommentProblem | null> {
  switch (post.form.get("intent")) {
    case "write":
      return write(post);
    case "resolve":
      return resolve(post, true);
    case "reopen":
      return resolve(post, false);
    case "delete":
      return remove(post);
    default:
      throw badRequest();
  }
}

/** Begins a thread on an initiative, or goes on in one. */
async function write(post: CommentPost): Promise<CommentProblem | null> {
  const { context, subject, person } = post;
  const written = field(post, "text").normalize("NFC").trim();
  if (written === "") return "empty";
  if (written.length > COMMENT_LIMIT) return "too-long";
  const thread = await threadOf(post);
  const text = storeMentions(written, await mentionables(context.db, subject));
  const readers = await readersOfBoard(context.db, subject);
  const notices = noticesFor(commentParts(text), {
    authorId: person.id,
    membersOf: (organisationId) => membersAmong(readers, organisationId),
    threadPeople: thread.people,
    boardOrganisationId: subject.organisationId,
  });
  const mayRead = new Set(readers.map(({ id }) => id));
  const told = new Map([...notices].filter(([personId]) => mayRead.has(personId)));
  await writeComment(context.db, {
    id: randomUUID(),
    threadId: thread.id,
    begins: thread.begins,
    personId: person.id,
    at: context.now(),
    text,
    notices: told,
  });
  context.rooms.inboxChanged(told.keys());
  return null;
}

const membersAmong = (readers: readonly BoardReader[], organisationId: string): string[] =>
  readers.filter(({ organisationIds }) => organisationIds.includes(organisationId)).map(({ id }) => id);

async function threadOf(post: CommentPost) {
  const { context, subject } = post;
  const threadId = field(post, "thread");
  if (threadId === "") {
    const initiativeId = field(post, "card");
    const exists = (await context.rooms.snapshot(subject.id))?.initiatives.some(({ id }) => id === initiativeId);
    if (!exists) throw notFound();
    return { id: randomUUID(), begins: { boardId: subject.id, initiativeId }, people: [] };
  }
  const found = await findThread(context.db, subject.id, threadId);
  if (found === null) throw notFound();
  return { id: threadId, begins: null, people: found.people };
}

async function resolve(post: CommentPost, isResolved: boolean): Promise<null> {
  const { context, subject, person } = post;
  const threadId = field(post, "thread");
  if ((await findThread(context.db, subject.id, threadId)) === null) throw notFound();
  await resolveThread(context.db, threadId, isResolved ? { by: person.id, at: context.now() } : null);
  return null;
}

async function remove(post: CommentPost): Promise<null> {
  const { context, subject, person } = post;
  const threadId = field(post, "thread");
  if ((await findThread(context.db, subject.id, threadId)) === null) throw notFound();
  const own = { commentId: field(post, "comment"), threadId, personId: person.id, at: context.now() };
  const { deleted, noLongerTold } = await deleteComment(context.db, own);
  if (!deleted) throw notFound();
  context.rooms.inboxChanged(noLongerTold);
  return null;
}

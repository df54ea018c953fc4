import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type RefusedForm, readForm, requiredText } from "#app/http/forms.server.ts";
import { requireCan } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { notFound, redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { keepVersion, readVersion } from "#db/queries/board-versions.ts";
import { revertBoard, revertInitiative } from "#domain/board-doc/revert.ts";
import { VERSION_NAME_LIMIT } from "#domain/board-history.ts";
import type { BoardSnapshot } from "#domain/initiative.ts";
import type { BoardSubject, Person } from "#domain/permissions.ts";

export interface HistoryPost {
  readonly context: Services;
  readonly request: Request;
  readonly form: FormData;
  readonly boardId: string;
  readonly subject: BoardSubject;
  readonly person: Person;
}

const historyOf = (boardId: string, query = "") => `/boards/${boardId}/history${query}`;
const goTo = (path: string) => redirectWithin(path, { fallback: "/" });

/** Keeps the board as it is now, under a name. */
export async function keepNamed({ context, request, form, boardId, person }: HistoryPost) {
  const t = textsOf(request, context, "history");
  const tooLong = t("keep.tooLong", { limit: VERSION_NAME_LIMIT });
  const name = requiredText(VERSION_NAME_LIMIT, { missing: t("keep.missing"), tooLong });
  const read = readForm(form, z.object({ name }));
  if (!read.ok) return unprocessable({ refused: { values: read.values, errors: read.errors } satisfies RefusedForm });
  await context.rooms.settle();
  const at = context.now();
  const version = { id: randomUUID(), boardId, at, personId: person.id, reason: "named", ...read.value } as const;
  await keepVersion(context.db, version);
  return goTo(historyOf(boardId));
}

/** The board becomes what the version says; as it was a moment ago is kept, so that this can be taken back. */
export async function restoreBoard(post: HistoryPost) {
  const { context, boardId, subject, person } = post;
  requireCan(context, "board.restore", subject);
  const version = await chosenVersion(post);
  await context.rooms.settle();
  const kept = { id: randomUUID(), boardId, at: context.now(), personId: person.id } as const;
  await keepVersion(context.db, { ...kept, reason: "before-restore", name: null });
  await context.rooms.edit(boardId, person.id, (doc) => revertBoard(doc, version, context.now()));
  await context.rooms.settle();
  const event = { at: context.now(), personId: person.id, action: "board-restored", subject: boardId } as const;
  await recordAudit(context.db, { ...event, detail: { version: versionIdOf(post) } });
  return goTo(historyOf(boardId, "?restored=board"));
}

/** One initiative becomes what the version says of it. */
export async function restoreOne(post: HistoryPost) {
  const { context, boardId, subject, person, form } = post;
  requireCan(context, "board.write", subject);
  const { initiatives } = await chosenVersion(post);
  const before = initiatives.find(({ id }) => id === form.get("initiative"));
  if (before === undefined) throw notFound();
  await context.rooms.edit(boardId, person.id, (doc) => revertInitiative(doc, before));
  await context.rooms.settle();
  return goTo(historyOf(boardId, "?restored=initiative"));
}

const versionIdOf = ({ form }: HistoryPost): string => String(form.get("version") ?? "");

async function chosenVersion(post: HistoryPost): Promise<BoardSnapshot> {
  const version = await readVersion(post.context.db, post.boardId, versionIdOf(post));
  if (version === null) throw notFound();
  return version;
}

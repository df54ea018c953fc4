import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { boardSubject } from "#db/queries/boards.ts";
import { can } from "#domain/permissions.ts";

/** The board whose history is asked for, and what the person may do with it. */
export async function requireHistory({ request, params, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  const boardId = params["boardId"] ?? "";
  const subject = await boardSubject(context.db, boardId);
  requireCan(context, "board.read-history", subject);
  return {
    boardId,
    subject,
    person,
    may: { write: can(person, "board.write", subject), restore: can(person, "board.restore", subject) },
  };
}

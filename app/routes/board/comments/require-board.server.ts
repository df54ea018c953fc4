import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { boardSubject } from "#db/queries/boards.ts";

/** The board whose comments are asked for, and who asks. */
export async function requireBoard(
  { request, params, context }: LoaderFunctionArgs,
  action: "board.read" | "board.comment",
) {
  const { person } = requireSession(context, request);
  const subject = await boardSubject(context.db, params["boardId"] ?? "");
  requireCan(context, action, subject);
  return { person, subject, boardId: subject.id };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCan } from "#app/http/guards.server.ts";
import { boardSubject } from "#db/queries/boards.ts";
import type { BoardSubject } from "#domain/permissions.ts";

/** The board whose comments are asked for. */
export async function requireBoard(
  { params, context }: LoaderFunctionArgs,
  action: "board.read" | "board.comment",
): Promise<BoardSubject> {
  const subject = await boardSubject(context.db, params["boardId"] ?? "");
  requireCan(context, action, subject);
  return subject;
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirectWithin } from "#app/http/responses.server.ts";
import { actOnComments } from "./actions.server.ts";
import { loadComments } from "./data.server.ts";
import { requireBoard } from "./require-board.server.ts";
import type { CommentAnswer } from "./shapes.ts";

/** `GET ?card=` → the threads of a card and how many are open on the others. */
export async function loader(args: LoaderFunctionArgs) {
  const { boardId } = await requireBoard(args, "board.read");
  const card = new URL(args.request.url).searchParams.get("card");
  const comments = await loadComments(args.context.db, boardId, card);
  return Response.json(comments, { headers: { "Cache-Control": "no-store" } });
}

/** `POST intent, card, thread?, comment?, text?` → `CommentAnswer` with `stay=yes`, else back to the card. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { boardId, ...asked } = await requireBoard(args, "board.comment");
  const form = await request.formData();
  const problem = await actOnComments({ context, form, ...asked });
  if (problem === null) context.rooms.notify(boardId, "comments");
  const card = String(form.get("card") ?? "");
  if (form.get("stay") !== "yes") {
    return redirectWithin(`/boards/${boardId}?card=${encodeURIComponent(card)}#comments`, { fallback: "/" });
  }
  const answer: CommentAnswer = { problem, comments: await loadComments(context.db, boardId, card) };
  return Response.json(answer, { status: problem === null ? 200 : 422 });
}

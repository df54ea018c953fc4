import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireSession, requireSessionOfScript } from "#app/http/guards.server.ts";
import { redirectWithin, toScript } from "#app/http/responses.server.ts";
import { actOnComments } from "./actions.server.ts";
import { loadComments } from "./data.server.ts";
import { requireBoard } from "./require-board.server.ts";
import type { CommentAnswer } from "./shapes.ts";

/** `GET ?card=` → the threads of a card and how many are open on the others. */
export async function loader(args: LoaderFunctionArgs) {
  requireSessionOfScript(args.context);
  const { id } = await requireBoard(args, "board.read");
  return toScript(await loadComments(args.context.db, id, new URL(args.request.url).searchParams.get("card")));
}

/** `POST intent, card, thread?, comment?, text?` → `CommentAnswer` with `stay=yes`, else back to the card. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await request.formData();
  const stays = form.get("stay") === "yes";
  const { person } = stays ? requireSessionOfScript(context) : requireSession(context, request);
  const subject = await requireBoard(args, "board.comment");
  const problem = await actOnComments({ context, subject, person, form });
  if (problem === null) context.rooms.notify(subject.id, "comments");
  const card = String(form.get("card") ?? "");
  if (!stays) {
    return redirectWithin(`/boards/${subject.id}?card=${encodeURIComponent(card)}#comments`, { fallback: "/" });
  }
  const comments = await loadComments(context.db, subject.id, card);
  return toScript({ problem, comments } satisfies CommentAnswer);
}

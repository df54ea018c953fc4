import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCan, requireSessionOfScript } from "#app/http/guards.server.ts";
import { badRequest, toScript } from "#app/http/responses.server.ts";
import { explain } from "./related.server.ts";
import { draftShape, findSimilar, subjectOf } from "./similar.server.ts";

/** `POST` a draft as JSON → `{ related, hasMore }`: what others do that is like the text being written. Nothing is stored. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  const board = await subjectOf(context, params.boardId);
  requireCan(context, "board.read", board);
  const draft = draftShape.safeParse(await request.json().catch(() => null));
  if (!draft.success) throw badRequest();
  const { hasMore, ...related } = await findSimilar(context, { draft: draft.data, board, person });
  return toScript({ related: await explain(request, context, related), hasMore });
}

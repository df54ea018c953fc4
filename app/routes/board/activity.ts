import type { LoaderFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";
import { loadActivity } from "./data.server.ts";

/** `GET ?card=&room=` → what changes beside the document while the board is open: findings, names, who changed the card last. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return toScript(await loadActivity({ context, request, boardId: params.boardId ?? "" }));
}

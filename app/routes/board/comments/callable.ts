import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadCallable } from "./data.server.ts";
import { requireBoard } from "./require-board.server.ts";

/** `GET` → `CallableAnswer`: who may be called by "@" on the board. */
export async function loader(args: LoaderFunctionArgs) {
  const { subject } = await requireBoard(args, "board.comment");
  return Response.json(await loadCallable(args.context.db, subject), { headers: { "Cache-Control": "no-store" } });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSessionOfScript } from "#app/http/guards.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { loadCallable } from "./data.server.ts";
import { requireBoard } from "./require-board.server.ts";

/** `GET` → `CallableAnswer`: who may be called by "@" on the board. */
export async function loader(args: LoaderFunctionArgs) {
  requireSessionOfScript(args.context);
  return toScript(await loadCallable(args.context.db, await requireBoard(args, "board.comment")));
}

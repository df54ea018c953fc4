import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSessionOfScript } from "#app/http/guards.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { search } from "./data.server.ts";

/** Initiatives and actors for the search dialog: only what the person may read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  return toScript(await search(context, request, person));
}

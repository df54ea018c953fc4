import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSession } from "#app/http/guards.server.ts";
import { search } from "./data.server.ts";

/** Initiatives and actors for the search dialog: only what the person may read. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  return search(context, person, new URL(request.url).searchParams.get("q") ?? "");
}

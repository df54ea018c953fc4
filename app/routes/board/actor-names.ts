import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadActorNames } from "./data.server.ts";

/** `GET ?id=…&id=…` → `{ id: name and type }`: actors that somebody tagged after the page was painted. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const names = await loadActorNames({ context, request, boardId: params.boardId ?? "" });
  return Response.json(names, { headers: { "Cache-Control": "no-store" } });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";
import { loadActorNames } from "./data.server.ts";

/** `GET ?id=…&id=…` → `{ id: name and type }`: actors that somebody tagged after the page was painted. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return toScript(await loadActorNames({ context, request, boardId: params.boardId ?? "" }));
}

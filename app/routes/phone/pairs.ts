import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireParticipant } from "#app/http/live-guard.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { pairsFor } from "./pairs.server.ts";

/** The pairs of one's own table, and those in which another kommune waits for one's own. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { me } = await requireParticipant(context, params["workshopId"]);
  return toScript(await pairsFor(context, me));
}

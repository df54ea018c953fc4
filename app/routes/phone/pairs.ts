import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireParticipant } from "#app/http/participant-guard.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { pairsOfTable } from "./pairs.server.ts";

/** The pairs that one's own table talks about, as far as one may read both boards. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { me } = await requireParticipant(context, params["workshopId"]);
  return toScript({ pairs: await pairsOfTable(context, me) });
}

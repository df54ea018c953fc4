import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireParticipant } from "#app/http/live-guard.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { cast, votesOf } from "./votes.server.ts";

/** What one has given so far, and what the table's host has given for each seat. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return toScript(await votesOf(context, await requireParticipant(context, params["workshopId"])));
}

/** `POST item, target, votes, seat?`: how many votes a target has from now on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const place = await requireParticipant(context, params["workshopId"]);
  return toScript(await cast(context, { ...place, form: await request.formData() }));
}

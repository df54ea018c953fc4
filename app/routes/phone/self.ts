import type { ActionFunctionArgs } from "@remix-run/node";
import { requireParticipant } from "#app/http/live-guard.server.ts";
import { changeSelf } from "./self.server.ts";

/** What a participant says of themselves: ready or not, another table, another name; and the code for another phone. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const place = await requireParticipant(context, params["workshopId"]);
  return changeSelf(context, { ...place, form: await request.formData() });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requireParticipant } from "#app/http/live-guard.server.ts";
import { changeNote } from "./notes.server.ts";

/** A note as it is now, or that it is taken back; what comes twice changes nothing the second time. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const place = await requireParticipant(context, params["workshopId"]);
  return changeNote(context, { ...place, form: await request.formData() });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";
import { group, requireGrouper } from "./group.server.ts";

/** One change to the groups, from a phone or from the facilitator's page; answers `{ refused }`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const by = await requireGrouper(context, params["workshopId"] ?? "");
  return toScript(await group(context, by, await request.formData()));
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";
import { requireRunning } from "./require-running.server.ts";

/** How the workshop's rehearsal goes. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { workshopId } = await requireRunning(context, params["workshopId"]);
  return toScript(context.rehearsals.state(workshopId));
}

/** Begins one. */
export async function action({ context, params }: ActionFunctionArgs) {
  const { workshopId, personId } = await requireRunning(context, params["workshopId"]);
  context.rehearsals.start(workshopId, personId);
  return toScript(context.rehearsals.state(workshopId));
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";
import { requireRunningOfScript } from "#app/http/running-guard.server.ts";

/** How the workshop's rehearsal goes. */
export async function loader(args: LoaderFunctionArgs) {
  const { workshop } = await requireRunningOfScript(args);
  return toScript(args.context.rehearsals.state(workshop.id));
}

/** Begins one. */
export async function action(args: ActionFunctionArgs) {
  const { workshop, person } = await requireRunningOfScript(args);
  args.context.rehearsals.start(workshop.id, person.id);
  return toScript(args.context.rehearsals.state(workshop.id));
}

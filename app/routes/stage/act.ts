import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";
import { requireRunningOfScript } from "#app/http/running-guard.server.ts";
import { act } from "./actions.server.ts";
import { readBeside } from "./beside.server.ts";

/** What only those who run the workshop see. */
export async function loader(args: LoaderFunctionArgs) {
  const { workshop } = await requireRunningOfScript(args);
  return toScript(await readBeside(args.context, workshop.id));
}

/** `POST intent, …` → `{ refused }`: the page stays where it is; 409 when it is refused. */
export async function action(args: ActionFunctionArgs) {
  const { person, workshop } = await requireRunningOfScript(args);
  const form = await args.request.formData();
  const refused = await act(args.context, { personId: person.id, workshopId: workshop.id, form });
  return toScript({ refused, beside: await readBeside(args.context, workshop.id) }, refused === null ? 200 : 409);
}

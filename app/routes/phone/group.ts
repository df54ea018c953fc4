import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/http/language.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { alikeSets, group, requireGrouper } from "./group.server.ts";

/** Which of the notes are much the same, for suggestions: `{ alike }`. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const by = await requireGrouper(context, params["workshopId"] ?? "");
  return toScript({ alike: await alikeSets(context, by, languageOf(request, context)) });
}

/** One change to the groups, from a phone or from the facilitator's page; answers `{ refused }`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const by = await requireGrouper(context, params["workshopId"] ?? "");
  return toScript(await group(context, by, await request.formData()));
}

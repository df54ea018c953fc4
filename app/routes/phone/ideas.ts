import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/http/language.server.ts";
import { requireParticipant } from "#app/http/live-guard.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { addIdea, ideasAtHand } from "./ideas.server.ts";

/** The board of one's own kommune, what has been written on it so far, and the words to tag with. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const place = await requireParticipant(context, params["workshopId"]);
  return toScript(await ideasAtHand(context, place, languageOf(request, context)));
}

/** An idea becomes an initiative on the board of one's own kommune; answers `{ idea, first }`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const place = await requireParticipant(context, params["workshopId"]);
  return toScript(await addIdea(context, { ...place, form: await request.formData() }));
}

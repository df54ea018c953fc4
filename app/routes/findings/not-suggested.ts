import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSessionOfScript } from "#app/http/guards.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { requireWorkshop } from "#app/http/workshop-guard.server.ts";
import { loadNotSuggested } from "./not-suggested.server.ts";

/** `GET` → pairs of the workshop that are not suggested although their words recur, and why not. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  const workshop = await requireWorkshop(context, params["workshopId"]);
  const words = reasonWordsOf(request, context);
  return toScript(await loadNotSuggested(context, { person, workshopId: workshop.id, words }));
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSessionOfScript } from "#app/http/guards.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { propose } from "./actions.server.ts";
import { loadSuggestions } from "./data.server.ts";

/** `GET ?q=sos` → `{ suggestions }`: actors by name, alias or former name, for the field where actors are chosen. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  requireCan(context, "actor.read", INSTALLATION);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return toScript({ suggestions: await loadSuggestions(context, { query, person }) });
}

/** `POST name, type` → `{ actor, created }`: a new actor, or the one that has the name already. 422 without a name. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSessionOfScript(context);
  requireCan(context, "actor.propose", INSTALLATION);
  const proposed = await propose(context, { form: await request.formData(), personId: person.id });
  return toScript(proposed, proposed === null ? 422 : 200);
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { propose } from "./actions.server.ts";
import { loadSuggestions } from "./data.server.ts";

/** `GET ?q=sos` → `{ suggestions }`: actors by name, alias or former name, for the field where actors are chosen. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "actor.read", INSTALLATION);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return { suggestions: await loadSuggestions(context, { query, person }) };
}

/** `POST name, type` → `{ actor, created }`: a new actor, or the one that has the name already. 422 without a name. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "actor.propose", INSTALLATION);
  return propose(context, { form: await request.formData(), personId: person.id });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession, requireSessionOfScript } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, redirectWithin, toScript } from "#app/http/responses.server.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { runCheck } from "./actions.server.ts";

/** How far the check of everything has come, for a page that stays open meanwhile. */
export function loader({ context }: { readonly context: Services }) {
  requireSessionOfScript(context);
  return toScript({ progress: context.synergy.progress() });
}

/** Stops that check, or begins it again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "check.run", INSTALLATION);
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent !== "stop" && intent !== "begin") throw badRequest();
  await runCheck(context, { personId: person.id, intent });
  return redirectWithin(String(form.get("returnTo")), { fallback: "/" });
}

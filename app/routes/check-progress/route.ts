import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCan, requireSessionOfScript } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, redirectWithin, toScript } from "#app/http/responses.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { INSTALLATION } from "#domain/permissions.ts";

/** How far the check of everything has come, for a page that stays open meanwhile. */
export function loader({ context }: { readonly context: Services }) {
  requireSessionOfScript(context);
  return toScript({ progress: context.synergy.progress() });
}

/** Stops that check, or begins it again. */
export async function action({ request, context }: ActionFunctionArgs) {
  requireCan(context, "check.run", INSTALLATION);
  const personId = context.session?.person.id ?? null;
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent !== "stop" && intent !== "begin") throw badRequest();
  if (intent === "stop") context.synergy.stopCheck();
  else context.synergy.beginCheck();
  const action = intent === "stop" ? "check-stopped" : "check-begun";
  await recordAudit(context.db, { at: context.now(), personId, action, subject: "all" });
  return redirectWithin(String(form.get("returnTo")), { fallback: "/" });
}

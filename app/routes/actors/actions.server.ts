import { redirect } from "@remix-run/node";
import type { Services } from "#app/http/load-context.server.ts";
import { unprocessable } from "#app/http/responses.server.ts";
import { approveActor } from "#db/queries/actor-stewardship.ts";
import { recordAudit } from "#db/queries/audit.ts";

export async function approve({ db, now }: Services, { personId, form }: { personId: string; form: FormData }) {
  const actorId = String(form.get("actorId"));
  if (!(await approveActor(db, actorId))) return unprocessable({ refused: "stale" as const });
  await recordAudit(db, { at: now(), personId, action: "actor-approved", subject: actorId });
  return redirect("/actors");
}

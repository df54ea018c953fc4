import type { Services } from "#app/http/load-context.server.ts";
import { recordAudit } from "#db/queries/audit.ts";

/** Stops the check of everything, or begins it again. */
export async function runCheck(
  { db, synergy, now }: Services,
  { personId, intent }: { personId: string; intent: "stop" | "begin" },
): Promise<void> {
  if (intent === "stop") synergy.stopCheck();
  else synergy.beginCheck();
  const action = intent === "stop" ? "check-stopped" : "check-begun";
  await recordAudit(db, { at: now(), personId, action, subject: "all" });
}

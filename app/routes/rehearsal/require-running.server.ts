import { requireCan, requireSessionOfScript } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { workshopSubject } from "#db/queries/workshops.ts";

/** Who asks, and the workshop of the address when they run it. */
export async function requireRunning(context: Services, workshopId = "") {
  const { person } = requireSessionOfScript(context);
  requireCan(context, "workshop.run", await workshopSubject(context.db, workshopId));
  return { workshopId, personId: person.id };
}

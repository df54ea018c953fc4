import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { requireCan } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, redirectWithin } from "#app/http/responses.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { keepVersionsOfWorkshop } from "#db/queries/board-versions.ts";
import { editWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import type { Person } from "#domain/permissions.ts";
import { WORKSHOP_PHASES } from "#domain/workshop.ts";

/** The facilitator moves the workshop on, or back. */
export async function movePhase(
  context: Services,
  { person, workshopId, form }: { person: Person; workshopId: string; form: FormData },
) {
  requireCan(context, "workshop.edit", await workshopSubject(context.db, workshopId));
  const read = readForm(form, z.object({ phase: z.enum(WORKSHOP_PHASES) }));
  if (!read.ok) throw badRequest();
  const { phase } = read.value;
  // What the phase before brought about stays to go back to; it is all in the rows before they are kept.
  await context.rooms.settle();
  const kept = { workshopId, phase, personId: person.id, at: context.now(), newId: randomUUID };
  await keepVersionsOfWorkshop(context.db, kept);
  await editWorkshop(context.db, workshopId, { phase });
  const event = { at: context.now(), personId: person.id, action: "workshop-phase", subject: workshopId } as const;
  await recordAudit(context.db, { ...event, detail: { phase } });
  return redirectWithin(`/workshops/${workshopId}`, { fallback: "/workshops" });
}

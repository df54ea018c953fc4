import { requireCan } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { readWorkshopForm } from "#app/http/workshop-form.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { assignRole } from "#db/queries/people.ts";
import { createWorkshop, editWorkshop } from "#db/queries/workshops.ts";
import { INSTALLATION, type Person } from "#domain/permissions.ts";

/** Whoever makes a workshop is its facilitator. */
export async function makeWorkshop(
  context: Services,
  { request, person, form }: { request: Request; person: Person; form: FormData },
) {
  requireCan(context, "workshop.create", INSTALLATION);
  const read = readWorkshopForm(context, request, form);
  if (!read.ok) return unprocessable({ refused: read });
  const { title, organiser, ...times } = read.value;
  const { db } = context;
  const [id, now, createdBy] = [crypto.randomUUID(), context.now(), person.id];
  await createWorkshop(db, { id, title, organiser, createdBy, now });
  await editWorkshop(db, id, times);
  const role = { role: "facilitator", organisationId: null, workshopId: id } as const;
  await assignRole(db, { id: crypto.randomUUID(), personId: person.id, ...role, createdBy, now });
  await recordAudit(db, { at: now, personId: person.id, action: "workshop-added", subject: id });
  return redirectWithin(`/workshops/${id}/participants`, { fallback: "/workshops" });
}

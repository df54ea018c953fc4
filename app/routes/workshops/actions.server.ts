import { requireCan } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { readWorkshopForm } from "#app/http/workshop-form.server.ts";
import { openWorkshop } from "#db/queries/workshops.ts";
import { INSTALLATION, type Person } from "#domain/permissions.ts";

/** Whoever makes a workshop is its facilitator. */
export async function makeWorkshop(
  context: Services,
  { request, person, form }: { request: Request; person: Person; form: FormData },
) {
  requireCan(context, "workshop.create", INSTALLATION);
  const read = readWorkshopForm(context, request, form);
  if (!read.ok) return unprocessable({ refused: read });
  const [id, now] = [crypto.randomUUID(), context.now()];
  const workshop = { id, ...read.value };
  await openWorkshop(context.db, { workshop, personId: person.id, assignmentId: crypto.randomUUID(), now });
  return redirectWithin(`/workshops/${id}/participants`, { fallback: "/workshops" });
}

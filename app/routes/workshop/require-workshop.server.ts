import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { findWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import type { Person, WorkshopSubject } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Who asks, and the workshop of the address when they may open it. */
export async function requireWorkshop({ request, params, context }: Args): Promise<{
  person: Person;
  workshop: Workshop;
  subject: WorkshopSubject;
}> {
  const { person } = requireSession(context, request);
  const workshopId = params.workshopId ?? "";
  const subject = await workshopSubject(context.db, workshopId);
  requireCan(context, "workshop.read", subject);
  const workshop = await findWorkshop(context.db, workshopId);
  if (workshop === null) throw notFound();
  return { person, workshop, subject };
}

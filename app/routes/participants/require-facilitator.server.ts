import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import type { Person, WorkshopSubject } from "#domain/permissions.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Who asks, and the workshop of the address when they hold it. */
export async function requireFacilitator(args: Args): Promise<{ person: Person; subject: WorkshopSubject }> {
  const { request, params, context } = args;
  const { person } = requireSession(context, request);
  const subject = await workshopSubject(context.db, params.workshopId ?? "");
  requireCan(context, "workshop.invite", subject);
  return { person, subject };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { findOrganisation, type Organisation } from "#db/queries/organisations.ts";
import type { Person } from "#domain/permissions.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Who asks, and the organisation of the address when they may know of it. */
export async function requireOrganisation(args: Args): Promise<{ person: Person; organisation: Organisation }> {
  const { request, params, context } = args;
  const { person } = requireSession(context, request);
  const organisation = await findOrganisation(context.db, params.organisationId ?? "");
  if (organisation === null) throw notFound();
  requireCan(context, "organisation.read", { type: "organisation", id: organisation.id });
  return { person, organisation };
}

import { redirect } from "@remix-run/node";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { findWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import { can, type Person } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";

export interface ReportPlace {
  readonly person: Person;
  readonly workshop: Workshop;
  /** The kommune whose edition is asked for; null for the whole. */
  readonly organisationId: string | null;
  /** May open the workshop's other pages. */
  readonly readsWorkshop: boolean;
  readonly isFacilitator: boolean;
  /** The kommuner whose editions they may read. */
  readonly editions: readonly string[];
}

/** Who joined for a kommune is led to its edition when they ask for the whole. */
export async function requireReport(
  context: Services,
  request: Request,
  workshopId: string | undefined,
): Promise<ReportPlace> {
  const { person } = requireSession(context, request);
  const subject = await workshopSubject(context.db, workshopId ?? "");
  const workshop = subject === null ? null : await findWorkshop(context.db, subject.id);
  if (subject === null || workshop === null) throw notFound();
  const editionOf = (organisationId: string) => ({ type: "edition", workshop: subject, organisationId }) as const;
  const editions = subject.organisationIds.filter((id) => can(person, "workshop.read-edition", editionOf(id)));
  const url = new URL(request.url);
  const organisationId = url.searchParams.get("kommune");
  if (organisationId !== null) requireCan(context, "workshop.read-edition", editionOf(organisationId));
  else if (!can(person, "workshop.read", subject) && editions[0] !== undefined)
    throw redirect(`${url.pathname}?kommune=${editions[0]}`);
  else requireCan(context, "workshop.read", subject);
  return {
    ...{ person, workshop, organisationId, editions },
    readsWorkshop: can(person, "workshop.read", subject),
    isFacilitator: can(person, "workshop.run", subject),
  };
}

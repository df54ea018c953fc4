/** The organisations that a live workshop is for. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { workshopOrganisation } from "#db/schema/workshop.ts";

export interface TakingPart {
  readonly id: string;
  readonly name: string;
  readonly isMunicipality: boolean;
}

export const organisationsTakingPart = (db: Database, workshopId: string): TakingPart[] =>
  db
    .select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
    .from(workshopOrganisation)
    .innerJoin(organisation, eq(organisation.id, workshopOrganisation.organisationId))
    .where(eq(workshopOrganisation.workshopId, workshopId))
    .all()
    .map(({ id, name, kind }) => ({ id, name, isMunicipality: kind === "municipality" }));

import type { Services } from "#app/http/load-context.server.ts";
import {
  administeredOrganisationIds,
  listOrganisations,
  memberCounts,
  type Organisation,
} from "#db/queries/organisations.ts";
import { MUNICIPALITIES, type Municipality } from "#domain/municipality.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";

export interface ListedOrganisation extends Organisation {
  readonly members: number;
  readonly hasAdministrator: boolean;
}

/** The organisations that the person may open, and what can be added by those who may. */
export async function loadOrganisations({ db }: Services, person: Person) {
  const all = await listOrganisations(db);
  const [administered, members] = [await administeredOrganisationIds(db), await memberCounts(db)];
  const organisations = all
    .filter(({ id }) => can(person, "organisation.read", { type: "organisation", id }))
    .map(
      (each): ListedOrganisation => ({
        ...each,
        members: members.get(each.id) ?? 0,
        hasAdministrator: administered.has(each.id),
      }),
    );
  const mayAdd = can(person, "organisation.create", INSTALLATION);
  const taken = new Set(all.map(({ id }) => id));
  const missing: readonly Municipality[] = mayAdd ? MUNICIPALITIES.filter(({ code }) => !taken.has(code)) : [];
  return { organisations, mayAdd, missing };
}

import type { Services } from "#app/http/load-context.server.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { listPeople } from "#db/queries/people.ts";
import { compareDanish } from "#domain/danish-order.ts";

export interface DemoGroup {
  /** Null for those who work across kommuner. */
  readonly organisation: string | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** The demo's people by kommune; nobody anywhere but in a demo. */
export async function demoGroups({ db, settings }: Services): Promise<DemoGroup[]> {
  if (!settings.demo) return [];
  const kommuner = (await listOrganisations(db)).filter(({ kind }) => kind === "municipality");
  const nameOf = new Map(kommuner.map(({ id, name }) => [id, name]));
  const groups = new Map<string | null, DemoGroup["people"][number][]>();
  for (const { id, name, roles } of await listPeople(db)) {
    const at = roles.find(({ role }) => role === "editor" || role === "kommune-admin")?.organisationId ?? null;
    const organisation = at === null ? null : (nameOf.get(at) ?? null);
    groups.set(organisation, [...(groups.get(organisation) ?? []), { id, name }]);
  }
  return [...groups]
    .map(([organisation, people]) => ({ organisation, people }))
    .sort(
      (a, b) =>
        Number(a.organisation === null) - Number(b.organisation === null) ||
        compareDanish(a.organisation ?? "", b.organisation ?? ""),
    );
}

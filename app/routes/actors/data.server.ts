import type { Services } from "#app/http/load-context.server.ts";
import { listActorUses, loadsOf } from "#db/queries/actor-uses.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { type ActorType, isActorType } from "#domain/actor.ts";
import { byName, type RegistryEntry, searchActors } from "#domain/actor-registry.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";

export interface ActorFilter {
  readonly query: string;
  readonly type: ActorType | null;
  /** Only actors that an initiative names. */
  readonly isNamed: boolean;
}

export function readActorFilter(params: URLSearchParams): ActorFilter {
  const type = params.get("type");
  return {
    query: (params.get("q") ?? "").slice(0, 200),
    type: isActorType(type) ? type : null,
    isNamed: params.get("scope") === "named",
  };
}

/** One line of the list. */
export interface ListedActor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly isNew: boolean;
  /** The other name that the search found it by. */
  readonly alias: string | null;
  readonly initiatives: number;
  readonly municipalities: number;
}

export interface ActorList {
  readonly actors: readonly ListedActor[];
  readonly registrySize: number;
  /** What waits for a steward; null for everybody else. */
  readonly newActors: readonly ListedActor[] | null;
}

export async function loadActors(
  { db }: Services,
  { person, filter }: { person: Person; filter: ActorFilter },
): Promise<ActorList> {
  const [registry, boards] = await Promise.all([loadRegistry(db), readableBoards(db, person)]);
  const loads = loadsOf(await listActorUses(db, boards, registry), boards);
  const toListed = (entry: RegistryEntry, alias: string | null = null): ListedActor => ({
    id: entry.id,
    name: entry.name,
    type: entry.type,
    isNew: entry.state === "proposed",
    alias,
    initiatives: loads.get(entry.id)?.initiatives ?? 0,
    municipalities: loads.get(entry.id)?.organisationIds.length ?? 0,
  });
  const living = [...registry.values()].filter(({ state }) => state !== "merged");
  const matches =
    filter.query.trim() === ""
      ? living.sort(byName).map((entry) => toListed(entry))
      : searchActors(registry, { query: filter.query, limit: registry.size }).map(({ entry, alias }) =>
          toListed(entry, alias),
        );
  return {
    actors: matches.filter(
      (actor) => (filter.type === null || actor.type === filter.type) && (!filter.isNamed || actor.initiatives > 0),
    ),
    registrySize: living.length,
    newActors: can(person, "actor.steward", INSTALLATION)
      ? living.filter(({ state }) => state === "proposed").map((entry) => toListed(entry))
      : null,
  };
}

/** Which kommuner work with which actors, cut down to what a drawing can show. */
import type { ActorType } from "#domain/actor.ts";
import type { Registry } from "#domain/actor-registry.ts";

export interface Tie {
  readonly organisationId: string;
  readonly actorId: string;
  readonly initiatives: number;
}
export interface NetworkActor {
  readonly id: string;
  readonly name: string;
  /** As drawings write it. */
  readonly shortName: string;
  readonly type: ActorType;
  readonly initiatives: number;
  /** Kommuner that name it, those beyond the drawing included. */
  readonly municipalityIds: readonly string[];
}
export interface NetworkMunicipality {
  readonly id: string;
  readonly name: string;
  /** All of its own, as the list behind it shows. */
  readonly initiatives: number;
}
export interface ActorNetwork {
  /** Most kommuner first. */
  readonly actors: readonly NetworkActor[];
  /** Most work with these actors first. */
  readonly municipalities: readonly NetworkMunicipality[];
  /** Between what is drawn only. */
  readonly ties: readonly Tie[];
  /** Actors that are named, drawn or not. */
  readonly actorsInAll: number;
}

/** More than this and lines hide the rest. */
export const ACTORS_DRAWN = 12;
export const MUNICIPALITIES_DRAWN = 20;

export function cutNetwork(input: {
  ties: readonly Tie[];
  columns: readonly NetworkMunicipality[];
  registry: Registry;
}): ActorNetwork {
  const actors = actorsOf(input.ties, input.registry);
  const drawn = actors.slice(0, ACTORS_DRAWN);
  const drawnIds = new Set(drawn.map(({ id }) => id));
  const ties = input.ties.filter(({ actorId }) => drawnIds.has(actorId));
  const municipalities = input.columns
    .map(({ id, name, initiatives }) => {
      const work = sum(ties.filter((tie) => tie.organisationId === id));
      return { municipality: { id, name, initiatives }, work };
    })
    .filter(({ work }) => work > 0)
    .sort((a, b) => b.work - a.work || (a.municipality.id < b.municipality.id ? -1 : 1))
    .slice(0, MUNICIPALITIES_DRAWN)
    .map(({ municipality }) => municipality);
  const shown = new Set(municipalities.map(({ id }) => id));
  return {
    actors: drawn,
    municipalities,
    ties: ties.filter(({ organisationId }) => shown.has(organisationId)),
    actorsInAll: actors.length,
  };
}

const sum = (ties: readonly Tie[]): number => ties.reduce((total, { initiatives }) => total + initiatives, 0);

function actorsOf(ties: readonly Tie[], registry: Registry): NetworkActor[] {
  const byActor = new Map<string, Tie[]>();
  for (const tie of ties) byActor.set(tie.actorId, [...(byActor.get(tie.actorId) ?? []), tie]);
  return [...byActor]
    .flatMap(([id, own]) => {
      const entry = registry.get(id);
      if (entry === undefined) return [];
      const { name, shortName, type } = entry;
      const municipalityIds = own.map(({ organisationId }) => organisationId);
      return [{ id, name, shortName: shortName ?? name, type, initiatives: sum(own), municipalityIds }];
    })
    .sort(
      (a, b) =>
        b.municipalityIds.length - a.municipalityIds.length || b.initiatives - a.initiatives || (a.id < b.id ? -1 : 1),
    );
}

/** The registry of actors: as the reference data has it, and as a new database begins. */
import { type ActorLevel, isActorType } from "#domain/actor.ts";
import type { Registry, RegistryEntry } from "#domain/actor-registry.ts";
import { MUNICIPALITIES } from "#domain/municipality.ts";
import reference from "./reference/actors.json" with { type: "json" };
import named from "./reference/named-actors.json" with { type: "json" };

type ReferenceActor = (typeof reference.actors)[number];

export interface ReferenceEntry extends RegistryEntry {
  readonly domain: string | null;
  readonly note: string | null;
  /** The public source that names it, for those that a kommune's initiative brought. */
  readonly sourceUrl: string | null;
}

const TEACHING = new Set(["university", "professionshoejskole"]);
const UMBRELLA_SUBTYPES = new Set(["kkr", "partnership", "association"]);

/**
 * How far an actor reaches. Generic entries stand for each kommune's own. Bodies that gather others (KKR, partnerships,
 * associations) and national ones are umbrellas, except national places of learning, which are somewhere.
 */
function levelOfReference(actor: Pick<ReferenceActor, "generic" | "subtype" | "reach">): ActorLevel {
  if (actor.generic) return "generic";
  if (UMBRELLA_SUBTYPES.has(actor.subtype)) return "umbrella";
  if (actor.reach.level === "national") return TEACHING.has(actor.subtype) ? "local" : "umbrella";
  return actor.subtype === "region" ? "regional" : "local";
}

/** Codes of the kommuner an actor works in: those named, otherwise those of its KKR; none for a national one. */
function areasOf({ reach }: ReferenceActor): string[] {
  if ("kommuner" in reach && reach.kommuner !== undefined) return [...reach.kommuner].sort();
  const kkr: readonly string[] = reach.areas;
  return MUNICIPALITIES.filter((municipality) => kkr.includes(municipality.kkr)).map(({ code }) => code);
}

const APPROVED = { state: "approved", mergedInto: null } as const;
const typeOf = (type: string) => (isActorType(type) ? type : "other");

const fromReference = (actor: ReferenceActor): ReferenceEntry => ({
  ...APPROVED,
  id: actor.id,
  name: actor.name,
  shortName: actor.shortName,
  aliases: actor.aliases,
  type: typeOf(actor.type),
  level: levelOfReference(actor),
  areas: areasOf(actor),
  domain: actor.domain,
  note: actor.note,
  sourceUrl: null,
});

const fromSource = ({ source, level, type, ...actor }: (typeof named.actors)[number]): ReferenceEntry => ({
  ...APPROVED,
  ...actor,
  type: typeOf(type),
  level: level === "umbrella" ? "umbrella" : "local",
  domain: null,
  note: source.title,
  sourceUrl: source.url,
});

const registryOf = <E extends RegistryEntry>(entries: readonly E[]): ReadonlyMap<string, E> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** What the offline check knows: the reference data alone, so that the check is not measured on names it was told. */
export const referenceRegistry = (): Registry => registryOf(reference.actors.map(fromReference));

/** What a new database begins with: also the actors and names that public sources of real initiatives state. */
export function initialRegistry(): ReadonlyMap<string, ReferenceEntry> {
  const entries = reference.actors.map(fromReference).map((entry) => {
    const added = named.aliases.filter(({ actorId }) => actorId === entry.id).map(({ alias }) => alias);
    return { ...entry, aliases: [...entry.aliases, ...added] };
  });
  return registryOf([...entries, ...named.actors.map(fromSource)]);
}

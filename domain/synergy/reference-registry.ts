/** The registry of actors as the reference data has it: what the offline check knows, and what a new database begins with. */

import { type ActorLevel, isActorType } from "#domain/actor.ts";
import type { Registry, RegistryEntry } from "#domain/actor-registry.ts";
import reference from "#domain/reference/actors.json" with { type: "json" };

type ReferenceActor = (typeof reference.actors)[number];

/** National places of learning are actual actors; every other national body is an umbrella. */
const TEACHING = new Set(["university", "professionshoejskole"]);
const UMBRELLA_SUBTYPES = new Set(["kkr", "partnership", "association"]);

/** How far an actor of the reference data reaches, in the words of `ActorLevel`. */
export function levelOfReference(actor: Pick<ReferenceActor, "generic" | "subtype" | "reach">): ActorLevel {
  if (actor.generic) return "generic";
  if (UMBRELLA_SUBTYPES.has(actor.subtype)) return "umbrella";
  if (actor.reach.level === "national") return TEACHING.has(actor.subtype) ? "local" : "umbrella";
  return actor.subtype === "region" ? "regional" : "local";
}

const entryOf = (actor: ReferenceActor): RegistryEntry => ({
  id: actor.id,
  name: actor.name,
  shortName: actor.shortName,
  aliases: actor.aliases,
  type: isActorType(actor.type) ? actor.type : "other",
  level: levelOfReference(actor),
  state: "approved",
  mergedInto: null,
  areas: actor.reach.areas,
});

export const referenceRegistry = (): Registry => new Map(reference.actors.map((actor) => [actor.id, entryOf(actor)]));

import type { Services } from "#app/http/load-context.server.ts";
import { type ActorMerge, mergesInForce } from "#db/queries/actor-stewardship.ts";
import { type ActorUse, listActorUses } from "#db/queries/actor-uses.ts";
import { type ActorFacts, findActorFacts, loadRegistry } from "#db/queries/actors.ts";
import { type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import type { ActorType } from "#domain/actor.ts";
import {
  byName,
  namesOf,
  type Registry,
  type RegistryEntry,
  resolveActorId,
  searchActors,
} from "#domain/actor-registry.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";

export interface NamedActor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
}

/** One kommune's initiatives that name the actor. */
export interface MunicipalityUses {
  readonly organisationId: string;
  readonly name: string;
  readonly uses: readonly Pick<ActorUse, "boardId" | "initiativeId" | "title" | "status" | "role" | "createdAt">[];
}

/** What a steward needs to decide; null for everybody else. */
export interface Stewardship {
  readonly likely: readonly NamedActor[];
  readonly others: readonly NamedActor[];
  readonly merges: readonly (ActorMerge & { readonly name: string })[];
}

export interface ActorPage {
  readonly actor: NamedActor & Pick<RegistryEntry, "level" | "state">;
  readonly otherNames: readonly string[];
  readonly facts: ActorFacts;
  /** The entry that this one was merged into. */
  readonly mergedInto: NamedActor | null;
  readonly municipalities: readonly MunicipalityUses[];
  readonly stewardship: Stewardship | null;
}

const LIKELY = 3;

/** Everything about one actor that the person may know; null when there is no such entry. */
export async function loadActor(
  { db }: Services,
  { person, actorId }: { person: Person; actorId: string },
): Promise<ActorPage | null> {
  const [registry, facts] = await Promise.all([loadRegistry(db), findActorFacts(db, actorId)]);
  const entry = registry.get(actorId);
  if (entry === undefined || facts === null) return null;
  const boards = await readableBoards(db, person);
  const uses = (await listActorUses(db, boards, registry)).filter((use) => use.actorId === actorId);
  const { id, name, type, level, state } = entry;
  const target = registry.get(resolveActorId(registry, id));
  return {
    actor: { id, name, type, level, state },
    otherNames: otherNamesOf(registry, entry),
    facts,
    mergedInto: target === undefined || target.id === id ? null : toNamed(target),
    municipalities: byMunicipality(uses, boards),
    stewardship: can(person, "actor.steward", INSTALLATION)
      ? stewardshipOf(registry, entry, await mergesInForce(db))
      : null,
  };
}

const toNamed = ({ id, name, type }: NamedActor): NamedActor => ({ id, name, type });

/** Its own other names and those of the entries that live on in it. */
function otherNamesOf(registry: Registry, entry: RegistryEntry): string[] {
  const merged = [...registry.values()].filter((one) => one.id !== entry.id && livesOnIn(registry, one, entry));
  const names = [entry, ...merged].flatMap(namesOf);
  return [...new Set(names)].filter((name) => name !== entry.name);
}

const livesOnIn = (registry: Registry, one: RegistryEntry, entry: RegistryEntry): boolean =>
  one.mergedInto !== null && resolveActorId(registry, one.id) === entry.id;

function byMunicipality(uses: readonly ActorUse[], boards: readonly ReadableBoard[]): MunicipalityUses[] {
  const organisationOf = new Map(boards.map(({ id, organisation }) => [id, organisation]));
  const groups = new Map<string, { organisationId: string; name: string; uses: ActorUse[] }>();
  for (const use of uses) {
    const organisation = organisationOf.get(use.boardId);
    if (organisation === undefined) continue;
    const group = groups.get(organisation.id) ?? { organisationId: organisation.id, name: organisation.name, uses: [] };
    group.uses.push(use);
    groups.set(organisation.id, group);
  }
  return [...groups.values()].sort(byName);
}

function stewardshipOf(registry: Registry, entry: RegistryEntry, merges: readonly ActorMerge[]): Stewardship {
  const living = [...registry.values()].filter((one) => one.state !== "merged" && one.id !== entry.id);
  // The words of its name, one by one: a proposal is rarely spelt as the entry that it repeats.
  const words = entry.name.split(/[\s-]+/).filter((word) => word.length > 2);
  const matches = words.flatMap((query) => searchActors(registry, { query, limit: living.length }));
  const hits = new Map<string, number>();
  for (const { entry: match } of matches) hits.set(match.id, (hits.get(match.id) ?? 0) + 1);
  const ranked = living.toSorted((a, b) => (hits.get(b.id) ?? 0) - (hits.get(a.id) ?? 0) || byName(a, b));
  return {
    likely: ranked
      .slice(0, LIKELY)
      .filter(({ id }) => hits.has(id))
      .map(toNamed),
    others: living.toSorted(byName).map(toNamed),
    merges: merges
      .filter((merge) => merge.intoActorId === entry.id || merge.fromActorId === entry.id)
      .map((merge) => ({ ...merge, name: registry.get(merge.fromActorId)?.name ?? merge.fromActorId })),
  };
}

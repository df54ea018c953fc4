/** The registry of actors as a whole, and entries that people add to it. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { actor, actorAlias } from "#db/schema/actor.ts";
import type { ActorType } from "#domain/actor.ts";
import {
  type ActorMatch,
  type ActorSearch,
  findByName,
  type Registry,
  type RegistryEntry,
  searchActors,
} from "#domain/actor-registry.ts";

/** Every entry, merged ones included: a few hundred rows that one read brings whole. */
export async function loadRegistry(db: Database): Promise<Registry> {
  return registryOf(db);
}

function registryOf(db: Pick<Database, "select">): Registry {
  const aliases = new Map<string, string[]>();
  for (const { actorId, alias } of db.select().from(actorAlias).orderBy(actorAlias.alias).all())
    aliases.set(actorId, [...(aliases.get(actorId) ?? []), alias]);
  const entries = db.select().from(actor).all();
  return new Map(
    entries.map(({ id, name, shortName, type, level, state, mergedInto, areas }): [string, RegistryEntry] => [
      id,
      { id, name, shortName, aliases: aliases.get(id) ?? [], type, level, state, mergedInto, areas },
    ]),
  );
}

/** Actors with a name, alias or former name like what is typed, best first. */
export async function suggestActors(db: Database, search: ActorSearch): Promise<ActorMatch[]> {
  return searchActors(registryOf(db), search);
}

export interface NewActor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly now: number;
}

/** Adds an entry that the stewards see as new. A name that is there already brings its entry instead. */
export async function proposeActor(db: Database, input: NewActor): Promise<{ id: string; created: boolean }> {
  return db.transaction((tx) => {
    const known = findByName(registryOf(tx), input.name);
    if (known !== null) return { id: known.id, created: false };
    const { now: createdAt, name, ...values } = input;
    tx.insert(actor)
      .values({ ...values, name: name.normalize("NFC").trim(), state: "proposed", createdAt })
      .run();
    return { id: input.id, created: true };
  });
}

/** What an actor's page tells beyond the registry entry. */
export interface ActorFacts {
  readonly domain: string | null;
  readonly note: string | null;
  readonly sourceUrl: string | null;
  readonly createdAt: number;
}

export async function findActorFacts(db: Database, actorId: string): Promise<ActorFacts | null> {
  const columns = {
    domain: actor.domain,
    note: actor.note,
    sourceUrl: actor.sourceUrl,
    createdAt: actor.createdAt,
  };
  return db.select(columns).from(actor).where(eq(actor.id, actorId)).get() ?? null;
}

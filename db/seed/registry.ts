import type { Database } from "#db/client.ts";
import { actor, actorAlias } from "#db/schema/actor.ts";
import { initialRegistry } from "#domain/reference-registry.ts";

/** Fills an empty registry with the reference data's actors. One that has entries is the stewards' and stays. */
export async function seedRegistry(db: Database, now: number): Promise<void> {
  db.transaction((tx) => {
    if (tx.select({ id: actor.id }).from(actor).limit(1).get() !== undefined) return;
    for (const { aliases, areas, ...entry } of initialRegistry().values()) {
      tx.insert(actor)
        .values({ ...entry, areas: [...areas], createdAt: now })
        .run();
      for (const alias of new Set(aliases)) tx.insert(actorAlias).values({ actorId: entry.id, alias }).run();
    }
  });
}

/** What the registry's stewards do: approve what people proposed, merge what is the same, take a merge apart. */
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { actor, actorMerge } from "#db/schema/actor.ts";
import { person } from "#db/schema/person.ts";

/** Takes a proposed actor into the registry. False when there is no such proposal any more. */
export async function approveActor(db: Database, actorId: string): Promise<boolean> {
  const result = db
    .update(actor)
    .set({ state: "approved" })
    .where(and(eq(actor.id, actorId), eq(actor.state, "proposed")))
    .run();
  return result.changes === 1;
}

export interface NewMerge {
  readonly id: string;
  readonly fromActorId: string;
  readonly intoActorId: string;
  readonly mergedBy: string;
  readonly now: number;
}
export type MergeRefusal = "unknown" | "already-merged" | "same";
export type MergeResult = { readonly merged: true } | { readonly merged: false; readonly refused: MergeRefusal };

const refuse = (refused: MergeRefusal): MergeResult => ({ merged: false, refused });

/**
 * Lets one entry live on as another name of a second. Documents keep their tags; readers resolve them, so that taking
 * the merge apart brings everything back as it was.
 */
export async function mergeActors(db: Database, input: NewMerge): Promise<MergeResult> {
  return db.transaction((tx): MergeResult => {
    const from = tx.select().from(actor).where(eq(actor.id, input.fromActorId)).get();
    const into = tx.select().from(actor).where(eq(actor.id, input.intoActorId)).get();
    if (from === undefined || into === undefined) return refuse("unknown");
    if (from.id === into.id) return refuse("same");
    // Merging into a living entry only: chains may grow behind an entry, but never into a circle.
    if (from.state === "merged" || into.state === "merged") return refuse("already-merged");
    tx.insert(actorMerge)
      .values({
        id: input.id,
        fromActorId: from.id,
        intoActorId: into.id,
        stateBefore: from.state,
        mergedBy: input.mergedBy,
        at: input.now,
      })
      .run();
    tx.update(actor).set({ state: "merged", mergedInto: into.id }).where(eq(actor.id, from.id)).run();
    return { merged: true };
  });
}

/** Gives a merged entry its own life back, in the state it had. False when the merge is undone already. */
export async function undoMerge(db: Database, { mergeId, now }: { mergeId: string; now: number }): Promise<boolean> {
  return db.transaction((tx) => {
    const inForce = and(eq(actorMerge.id, mergeId), isNull(actorMerge.undoneAt));
    const merge = tx.select().from(actorMerge).where(inForce).get();
    if (merge === undefined) return false;
    tx.update(actorMerge).set({ undoneAt: now }).where(eq(actorMerge.id, mergeId)).run();
    tx.update(actor).set({ state: merge.stateBefore, mergedInto: null }).where(eq(actor.id, merge.fromActorId)).run();
    return true;
  });
}

export interface ActorMerge {
  readonly id: string;
  readonly fromActorId: string;
  readonly intoActorId: string;
  /** Null for a person who is no longer here. */
  readonly mergedBy: string | null;
  readonly at: number;
}

/** Merges that can be taken apart, newest first. */
export async function mergesInForce(db: Database): Promise<ActorMerge[]> {
  return db
    .select({
      id: actorMerge.id,
      fromActorId: actorMerge.fromActorId,
      intoActorId: actorMerge.intoActorId,
      mergedBy: person.name,
      at: actorMerge.at,
    })
    .from(actorMerge)
    .leftJoin(person, eq(person.id, actorMerge.mergedBy))
    .where(isNull(actorMerge.undoneAt))
    .orderBy(desc(actorMerge.at), actorMerge.id)
    .all();
}

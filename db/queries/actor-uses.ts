/** Which initiatives name which actors, read from the boards that the reader may see. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import type { Board } from "#db/queries/boards.ts";
import { initiative, initiativeActor } from "#db/schema/initiative.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import type { ActorRole, InitiativeStatus } from "#domain/initiative.ts";

/** One tag: an initiative that names the actor, in which role. */
export interface ActorUse {
  /** Resolved through merges. */
  readonly actorId: string;
  readonly role: ActorRole;
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  /** When the initiative came to its board. */
  readonly createdAt: number;
}

/** Every tag on these boards, by title; an initiative that names two merged entries counts once for the actor. */
export async function listActorUses(
  db: Database,
  boards: readonly Pick<Board, "id">[],
  registry: Registry,
): Promise<ActorUse[]> {
  const boardIds = boards.map(({ id }) => id);
  const rows = db
    .select({
      actorId: initiativeActor.actorId,
      role: initiativeActor.role,
      boardId: initiativeActor.boardId,
      initiativeId: initiativeActor.initiativeId,
      title: initiative.title,
      status: initiative.status,
      createdAt: initiative.createdAt,
    })
    .from(initiativeActor)
    .innerJoin(
      initiative,
      and(eq(initiative.boardId, initiativeActor.boardId), eq(initiative.id, initiativeActor.initiativeId)),
    )
    .where(and(isNull(initiative.binnedAt), isOneOf(initiativeActor.boardId, boardIds)))
    .orderBy(initiative.title, initiative.boardId, initiative.id)
    .all();
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const actorId = resolveActorId(registry, row.actorId);
    const key = `${actorId} ${row.boardId} ${row.initiativeId}`;
    if (!registry.has(actorId) || seen.has(key)) return [];
    seen.add(key);
    return [{ ...row, actorId }];
  });
}

/** How much an actor is asked of: initiatives, and the kommuner they belong to. */
export interface ActorLoad {
  readonly initiatives: number;
  readonly organisationIds: readonly string[];
}

/** Loads per actor id; actors that nobody names are absent. */
export function loadsOf(
  uses: readonly ActorUse[],
  boards: readonly Pick<Board, "id" | "organisation">[],
): ReadonlyMap<string, ActorLoad> {
  const organisationOf = new Map(boards.map(({ id, organisation }) => [id, organisation.id]));
  const loads = new Map<string, { initiatives: number; organisationIds: Set<string> }>();
  for (const { actorId, boardId } of uses) {
    const load = loads.get(actorId) ?? { initiatives: 0, organisationIds: new Set<string>() };
    load.initiatives += 1;
    load.organisationIds.add(organisationOf.get(boardId) ?? "");
    loads.set(actorId, load);
  }
  return new Map(
    [...loads].map(([id, { initiatives, organisationIds }]) => [
      id,
      { initiatives, organisationIds: [...organisationIds] },
    ]),
  );
}

/** Initiatives as the check reads them: rows of boards that are not deleted, without those in the bin. */
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import { prepared } from "#db/prepared.ts";
import { board } from "#db/schema/board.ts";
import { initiative } from "#db/schema/initiative.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { type InitiativePlace, initiativeKey } from "#domain/synergy/initiative-key.ts";
import type { SynergyActor, SynergyInitiative } from "#domain/synergy/types.ts";

const NOBODY: SynergyActor = { id: null, name: "", type: null };

const actorsOf = (snapshot: InitiativeSnapshot, registry: Registry): readonly SynergyActor[] =>
  snapshot.actors.map(({ actorId, role }) => {
    const entry = registry.get(resolveActorId(registry, actorId));
    // One that is missed does not take part. It keeps its place, because evidence names actors by their place.
    if (entry === undefined || role === "missing") return NOBODY;
    // The id as the document has it: the check follows merges itself, and a merge is no new text.
    return { id: actorId, name: entry.name, type: entry.type };
  });

function toSynergyInitiative(row: Row, registry: Registry): SynergyInitiative {
  const snapshot = JSON.parse(row.snapshot) as InitiativeSnapshot;
  return {
    key: initiativeKey(row.boardId, row.id),
    municipality: row.organisationId,
    title: snapshot.title,
    description: snapshot.descriptionText,
    ...snapshot.tags,
    status: snapshot.status,
    startYear: snapshot.startYear,
    actors: actorsOf(snapshot, registry),
  };
}

const rows = (db: Database) =>
  db
    .select({
      boardId: initiative.boardId,
      id: initiative.id,
      snapshot: initiative.snapshot,
      organisationId: board.organisationId,
    })
    .from(initiative)
    .innerJoin(board, eq(board.id, initiative.boardId))
    .$dynamic();
type Row = { boardId: string; id: string; snapshot: string; organisationId: string };

const counts = and(isNull(board.deletedAt), isNull(initiative.binnedAt));

const oneRow = prepared((db) =>
  rows(db)
    .where(
      and(
        counts,
        eq(initiative.boardId, sql.placeholder("boardId")),
        eq(initiative.id, sql.placeholder("initiativeId")),
      ),
    )
    .prepare(),
);

/** Initiatives of any boards; those that are gone, binned or on a deleted board are absent. */
export async function readCheckedInitiatives(
  db: Database,
  registry: Registry,
  places: readonly InitiativePlace[],
): Promise<SynergyInitiative[]> {
  return places.flatMap(({ boardId, initiativeId }) => {
    const row = oneRow(db).get({ boardId, initiativeId });
    return row === undefined ? [] : [toSynergyInitiative(row, registry)];
  });
}

/** Every initiative of a board, deleted and binned ones too: those that a change of the whole board is about. */
export async function readInitiativeIds(db: Database, boardId: string): Promise<string[]> {
  return db
    .select({ id: initiative.id })
    .from(initiative)
    .where(eq(initiative.boardId, boardId))
    .all()
    .map(({ id }) => id);
}

export interface PageAfter {
  readonly boardId: string;
  readonly id: string;
}

/** The next page of all initiatives, by board and id; in pages, so that a full read stalls nobody. */
export async function readCheckedPage(
  db: Database,
  registry: Registry,
  { after, size }: { after: PageAfter | null; size: number },
): Promise<{ initiatives: SynergyInitiative[]; last: PageAfter | null }> {
  const later =
    after === null
      ? undefined
      : or(
          gt(initiative.boardId, after.boardId),
          and(eq(initiative.boardId, after.boardId), gt(initiative.id, after.id)),
        );
  const page = rows(db).where(and(counts, later)).orderBy(initiative.boardId, initiative.id).limit(size).all();
  const last = page.at(-1);
  return {
    initiatives: page.map((row) => toSynergyInitiative(row, registry)),
    last: last === undefined ? null : { boardId: last.boardId, id: last.id },
  };
}

/** The titles of everything that is checked on these boards, by board and id. */
export async function initiativeTitles(
  db: Database,
  boardIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const titles = db
    .select({ boardId: initiative.boardId, id: initiative.id, title: initiative.title })
    .from(initiative)
    .innerJoin(board, eq(board.id, initiative.boardId))
    .where(and(counts, isOneOf(initiative.boardId, boardIds)))
    .all();
  return new Map(titles.map(({ boardId, id, title }) => [`${boardId} ${id}`, title]));
}

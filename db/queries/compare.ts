/** Counts across kommuner, over the boards that the reader may read: nothing else is counted. */
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import type { Board } from "#db/queries/boards.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import {
  type CompareFilter,
  FILTER_FIELDS,
  layOutMatrix,
  type Matrix,
  type MatrixCell,
  type MatrixCount,
  type MatrixRows,
  UNTAGGED,
} from "#domain/compare.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";
import type { ReachedPeople } from "#domain/white-spots.ts";

export type CompareBoard = Pick<Board, "id" | "organisation" | "workshop">;

/** What is compared: the reader's boards, the registry that resolves actors, and how far it is narrowed down. */
export interface CompareScope {
  readonly boards: readonly CompareBoard[];
  readonly registry: Registry;
  readonly filter: CompareFilter;
}

/** The table of counts. @param rowIds every row to show, in order */
export async function loadMatrix(
  db: Database,
  scope: CompareScope,
  { rows, rowIds }: { rows: MatrixRows; rowIds: readonly string[] },
): Promise<Matrix> {
  const counts = db.all<MatrixCount>(sql`
    ${counted(scope)}
    select ${rowOf(rows)} as rowId, counted.organisation_id as organisationId,
      count(distinct counted.board_id || '/' || counted.id) as count
    from counted ${joinOf(rows, scope.registry)}
    group by 1, 2`);
  const initiatives = db.all<{ organisationId: string; count: number }>(sql`
    ${counted(scope)}
    select organisation_id as organisationId, count(*) as count from counted group by 1`);
  const initiativesOf = new Map(initiatives.map(({ organisationId, count }) => [organisationId, count]));
  return layOutMatrix({ rowIds, columns: columnsOf(scope, initiativesOf), counts });
}

/** An initiative that a count counts. */
export interface ComparedInitiative {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly organisationId: string;
}

/** The initiatives behind a count of the table, by title. */
export async function listCell(
  db: Database,
  scope: CompareScope,
  { rows, cell }: { rows: MatrixRows; cell: MatrixCell },
): Promise<ComparedInitiative[]> {
  const row = cell.rowId === null ? sql`` : sql`and ${rowOf(rows)} = ${cell.rowId}`;
  const municipality = cell.organisationId === null ? sql`` : sql`and counted.organisation_id = ${cell.organisationId}`;
  return db
    .all<ComparedInitiative>(sql`
      ${counted(scope)}
      select distinct counted.board_id as boardId, counted.id as initiativeId, counted.title, counted.status,
        counted.organisation_id as organisationId
      from counted ${joinOf(rows, scope.registry)}
      where true ${row} ${municipality}`)
    .sort((a, b) => compareDanish(a.title, b.title) || (a.boardId < b.boardId ? -1 : 1));
}

/** A kommune's work with an actor. */
export interface ActorTie {
  readonly organisationId: string;
  readonly actorId: string;
  readonly initiatives: number;
}

/** How many initiatives of each kommune name each actor. */
export async function listActorTies(db: Database, scope: CompareScope): Promise<ActorTie[]> {
  return db.all<ActorTie>(sql`
    ${counted(scope)}
    select counted.organisation_id as organisationId, resolved.value as actorId,
      count(distinct counted.board_id || '/' || counted.id) as initiatives
    from counted
    join initiative_actor named on named.board_id = counted.board_id and named.initiative_id = counted.id
    join json_each(${actorsBy(scope.registry, (id) => id)}) resolved on resolved.key = named.actor_id
    group by 1, 2`);
}

/** Whom each kommune reaches, and at which links of the chain. */
export async function listReachedPeople(db: Database, scope: CompareScope): Promise<ReachedPeople[]> {
  // By the key of the tags: with a list of all tags of a kind made first, the page over 98 × 40 initiatives took 662 ms instead of 128.
  const hasTag = (tag: SQL, field: "targetGroups" | "chainLinks") =>
    sql`initiative_tag ${tag} on ${tag}.board_id = counted.board_id and ${tag}.initiative_id = counted.id and ${tag}.field = ${field}`;
  return db.all<ReachedPeople>(sql`
    ${counted(scope)}
    select distinct counted.organisation_id as organisationId, people.tag_id as targetGroup, link.tag_id as link
    from counted
    join ${hasTag(sql`people`, "targetGroups")}
    left join ${hasTag(sql`link`, "chainLinks")}`);
}

/** The initiatives that the filter leaves, with their kommune. */
function counted({ boards, registry, filter }: CompareScope): SQL {
  const inScope = boards.filter(({ workshop }) => filter.workshopId === null || workshop.id === filter.workshopId);
  const conditions = [
    sql`i.binned_at is null`,
    filter.status === null ? null : sql`i.status = ${filter.status}`,
    filter.actorType === null
      ? null
      : sql`exists (select 1 from initiative_actor a
          join json_each(${actorsBy(registry, (id) => registry.get(id)?.type)}) kind on kind.key = a.actor_id
          where a.board_id = i.board_id and a.initiative_id = i.id and kind.value = ${filter.actorType})`,
    ...FILTER_FIELDS.map((field) =>
      filter.tags[field] === null
        ? null
        : sql`exists (select 1 from initiative_tag t where t.board_id = i.board_id and t.initiative_id = i.id
            and t.field = ${field} and t.tag_id = ${filter.tags[field]})`,
    ),
  ].filter((condition) => condition !== null);
  return sql`with counted as materialized (
    select i.board_id, i.id, i.title, i.status, b.organisation_id
    from initiative i join board b on b.id = i.board_id
    where ${isOneOf(
      sql`i.board_id`,
      inScope.map(({ id }) => id),
    )}
      and ${sql.join(conditions, sql` and `)})`;
}

const rowOf = (rows: MatrixRows): SQL =>
  rows === "statuses" ? sql`counted.status` : sql`coalesce(tag.tag_id, ${UNTAGGED})`;

/** One line per initiative and row that it counts in; initiatives that count in none stay, without a tag. */
function joinOf(rows: MatrixRows, registry: Registry): SQL {
  if (rows === "statuses") return sql``;
  const tags =
    rows === "actorTypes"
      ? sql`(select named.board_id, named.initiative_id, kind.value as tag_id from initiative_actor named
          join json_each(${actorsBy(registry, (id) => registry.get(id)?.type)}) kind on kind.key = named.actor_id)`
      : sql`(select board_id, initiative_id, tag_id from initiative_tag where field = ${rows})`;
  return sql`left join ${tags} tag on tag.board_id = counted.board_id and tag.initiative_id = counted.id`;
}

/** Something about each actor id as SQL can join it, merged entries standing for the one they were merged into. */
const actorsBy = (registry: Registry, about: (resolvedId: string) => string | undefined): string =>
  JSON.stringify(Object.fromEntries([...registry.keys()].map((id) => [id, about(resolveActorId(registry, id))])));

/** The kommuner with a board in scope, in Danish order; one with two boards is one column. */
function columnsOf({ boards, filter }: CompareScope, initiativesOf: ReadonlyMap<string, number>) {
  const inScope = boards.filter(({ workshop }) => filter.workshopId === null || workshop.id === filter.workshopId);
  const names = new Map(inScope.map(({ organisation }) => [organisation.id, organisation.name]));
  return [...names]
    .map(([id, name]) => ({ id, name, initiatives: initiativesOf.get(id) ?? 0 }))
    .sort((a, b) => compareDanish(a.name, b.name));
}

/** Comparing kommuner: a table of counts, what it may be narrowed down to, and what can be read off it. */
import { ACTOR_TYPES, isActorType } from "#domain/actor.ts";
import { CHAIN_LINKS, INITIATIVE_STATUSES, isInitiativeStatus, type TagField } from "#domain/initiative.ts";
import { termIds } from "#domain/vocabulary.ts";

/** What the rows of the table are. Those that are not fields of tags are read off the initiative and its actors. */
export const MATRIX_ROWS = ["themes", "professions", "chainLinks", "actorTypes", "statuses"] as const;
export type MatrixRows = (typeof MATRIX_ROWS)[number];
const isMatrixRows = (value: unknown): value is MatrixRows => (MATRIX_ROWS as readonly unknown[]).includes(value);

/** Tags that the initiatives may be narrowed down by. */
export const FILTER_FIELDS = ["themes", "professions", "targetGroups", "chainLinks"] as const satisfies TagField[];
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Which initiatives are counted; null means all. */
export interface CompareFilter {
  readonly workshopId: string | null;
  readonly status: string | null;
  readonly actorType: string | null;
  readonly tags: Readonly<Record<FilterField, string | null>>;
}

/** A view is its address: everything that the page shows follows from it. */
export interface CompareView {
  readonly rows: MatrixRows;
  readonly filter: CompareFilter;
  /** Kommuner down the side instead of along the top. */
  readonly turned: boolean;
  /** The count whose list is open. `rowId` or `organisationId` alone stands for a total. */
  readonly cell: MatrixCell | null;
}
export interface MatrixCell {
  readonly rowId: string | null;
  readonly organisationId: string | null;
}

/** Stands for the initiatives that have no tag of the kind that the rows are. */
export const UNTAGGED = "none";

/** Reads a view from an address; what it does not know is left out. */
export function readCompareView(params: URLSearchParams): CompareView {
  const rows = params.get("rows");
  const status = params.get("status");
  const actorType = params.get("actorType");
  return {
    rows: isMatrixRows(rows) ? rows : "themes",
    filter: {
      workshopId: params.get("workshop"),
      status: isInitiativeStatus(status) ? status : null,
      actorType: isActorType(actorType) ? actorType : null,
      tags: Object.fromEntries(FILTER_FIELDS.map((field) => [field, params.get(field)])) as CompareFilter["tags"],
    },
    turned: params.get("turned") === "yes",
    cell: readCell(params),
  };
}

/** The list of everything has a word of its own, since it names neither row nor kommune. */
function readCell(params: URLSearchParams): MatrixCell | null {
  const cell = { rowId: params.get("row"), organisationId: params.get("municipality") };
  return cell.rowId === null && cell.organisationId === null && params.get("list") !== "all" ? null : cell;
}

/** The address of a view, always in the same order so that equal views have equal addresses. */
export function writeCompareView(view: CompareView): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) =>
    value != null && value !== "" && params.set(name, value);
  if (view.rows !== "themes") set("rows", view.rows);
  set("workshop", view.filter.workshopId);
  set("status", view.filter.status);
  set("actorType", view.filter.actorType);
  for (const field of FILTER_FIELDS) set(field, view.filter.tags[field]);
  if (view.turned) set("turned", "yes");
  set("row", view.cell?.rowId);
  set("municipality", view.cell?.organisationId);
  if (view.cell?.rowId === null && view.cell.organisationId === null) set("list", "all");
  return params.toString();
}

/** Every row of the table, whether anybody has it or not. */
export function matrixRowIds(rows: MatrixRows): readonly string[] {
  switch (rows) {
    case "chainLinks":
      return CHAIN_LINKS;
    case "actorTypes":
      return ACTOR_TYPES;
    case "statuses":
      return INITIATIVE_STATUSES;
    default:
      return termIds(rows);
  }
}

export interface MatrixCount extends MatrixCell {
  readonly rowId: string;
  readonly organisationId: string;
  readonly count: number;
}
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  /** Initiatives, each once, however many rows it counts in. */
  readonly initiatives: number;
}
export interface MatrixRow {
  readonly id: string;
  /** One per column, in their order. */
  readonly counts: readonly number[];
  readonly total: number;
}
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** The initiatives without any tag of this kind; null when there are none. */
  readonly untagged: MatrixRow | null;
}

/** The tags that an initiative needs to count in a row of this view; null where the row is no tag. */
export function tagsOfRow({ rows, filter }: CompareView, rowId: string): Partial<Record<TagField, string>> | null {
  if (rows === "actorTypes" || rows === "statuses" || rowId === UNTAGGED) return null;
  const chosen = Object.entries(filter.tags).filter((tag): tag is [FilterField, string] => tag[1] !== null);
  return { ...Object.fromEntries(chosen), [rows]: rowId };
}

/** Lays counts out as a table; a row that nobody has is there too, since that is what the table is for. */
export function layOutMatrix(input: {
  rowIds: readonly string[];
  columns: readonly MatrixColumn[];
  counts: readonly MatrixCount[];
}): Matrix {
  const { rowIds, columns, counts } = input;
  const countOf = new Map(counts.map(({ rowId, organisationId, count }) => [`${rowId} ${organisationId}`, count]));
  const rowOf = (id: string): MatrixRow => {
    const row = columns.map((column) => countOf.get(`${id} ${column.id}`) ?? 0);
    return { id, counts: row, total: row.reduce((sum, count) => sum + count, 0) };
  };
  const untagged = rowOf(UNTAGGED);
  return { columns, rows: rowIds.map(rowOf), untagged: untagged.total === 0 ? null : untagged };
}

/** What the table says about gaps; every number is counted off it. */
export interface MatrixReading {
  readonly cells: number;
  readonly emptyCells: number;
  /** Rows that no kommune has. */
  readonly withoutAny: readonly string[];
  /** The row that most kommuner have, and how many. Null when nobody has anything. */
  readonly widest: { readonly rowId: string; readonly municipalities: number } | null;
  /** Of the rows that somebody has, the one that fewest have. Null when it would be the widest. */
  readonly rarest: { readonly rowId: string; readonly municipalities: number } | null;
}

export function readMatrix({ rows, columns }: Matrix): MatrixReading {
  const reach = rows.map((row) => ({ rowId: row.id, municipalities: row.counts.filter((count) => count > 0).length }));
  const reached = reach.filter(({ municipalities }) => municipalities > 0);
  const widest = reached.reduce<(typeof reach)[number] | null>(
    (best, row) => (best === null || row.municipalities > best.municipalities ? row : best),
    null,
  );
  const rarest = reached.reduce<(typeof reach)[number] | null>(
    (best, row) => (best === null || row.municipalities < best.municipalities ? row : best),
    null,
  );
  const filled = reach.reduce((sum, { municipalities }) => sum + municipalities, 0);
  return {
    cells: rows.length * columns.length,
    emptyCells: rows.length * columns.length - filled,
    withoutAny: reach.filter(({ municipalities }) => municipalities === 0).map(({ rowId }) => rowId),
    widest,
    rarest: rarest !== null && widest !== null && rarest.municipalities < widest.municipalities ? rarest : null,
  };
}

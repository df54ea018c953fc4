import type { Services } from "#app/http/load-context.server.ts";
import { type CompareWords, matrixLabels, matrixRowLabel } from "#app/text/compare-labels.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import {
  type ComparedInitiative,
  type CompareScope,
  listActorTies,
  listCell,
  listReachedPeople,
  loadMatrix,
} from "#db/queries/compare.ts";
import { type BadgeCounts, countOpenByKind } from "#db/queries/finding-counts.ts";
import { type ActorNetwork, cutNetwork } from "#domain/actor-network.ts";
import {
  type CompareView,
  type Matrix,
  type MatrixCell,
  type MatrixReading,
  matrixRowIds,
  readMatrix,
  writeCompareView,
} from "#domain/compare.ts";
import type { ChainLink } from "#domain/initiative.ts";
import type { Person } from "#domain/permissions.ts";
import { termLabel } from "#domain/vocabulary.ts";
import { type WhiteSpot, whiteSpots } from "#domain/white-spots.ts";

export interface NamedWorkshop {
  readonly id: string;
  readonly title: string;
}

/** The list behind the count that was chosen. */
export interface OpenCell {
  readonly row: string | null;
  readonly municipality: string | null;
  readonly initiatives: readonly (ComparedInitiative & { readonly municipality: string })[];
}

export interface NamedSpot {
  readonly link: ChainLink;
  readonly targetGroup: string;
  readonly reaching: number;
  readonly missing: readonly string[];
  /** The table of links for these people. */
  readonly href: string;
}

export interface ComparePage {
  readonly view: CompareView;
  readonly workshops: readonly NamedWorkshop[];
  readonly matrix: Matrix;
  readonly labels: Readonly<Record<string, string>>;
  readonly reading: MatrixReading;
  /** The largest holes of chain link × target group × kommune, in words. */
  readonly spots: readonly NamedSpot[];
  readonly cell: OpenCell | null;
  readonly waiting: BadgeCounts;
  readonly network: ActorNetwork;
  /** Where the person may begin an idea, by kommune. */
  readonly ideaBoards: Readonly<Record<string, string>>;
}

interface CompareRequest {
  readonly person: Person;
  readonly view: CompareView;
  readonly words: CompareWords;
}

export async function loadComparePage(
  context: Services,
  { person, view, words }: CompareRequest,
): Promise<ComparePage> {
  const { db } = context;
  const [boards, registry] = await Promise.all([readableBoards(db, person), loadRegistry(db)]);
  const scope: CompareScope = { boards, registry, filter: view.filter };
  const rowIds = matrixRowIds(view.rows);
  const [matrix, ties, waiting, reached] = await Promise.all([
    loadMatrix(db, scope, { rows: view.rows, rowIds }),
    listActorTies(db, scope),
    countOpenByKind(db, inWorkshop(boards, view.filter.workshopId)),
    listReachedPeople(db, scope),
  ]);
  const labelOf = (id: string) => matrixRowLabel(view.rows, id, words);
  return {
    view,
    workshops: [...new Map(boards.map(({ workshop }) => [workshop.id, workshop])).values()],
    matrix,
    labels: matrixLabels(matrix, view.rows, words),
    reading: readMatrix(matrix),
    spots: whiteSpots(reached, SPOTS).map((spot) => namedSpot(spot, { view, columns: matrix.columns, words })),
    cell: view.cell === null ? null : await openCell(context, scope, { view, cell: view.cell, labelOf }),
    waiting,
    network: cutNetwork({ ties, columns: matrix.columns, registry }),
    ideaBoards: ideaBoardsOf(inWorkshop(boards, view.filter.workshopId)),
  };
}

const SPOTS = 3;

function namedSpot(
  { link, targetGroup, reaching, missing }: WhiteSpot,
  { view, columns, words }: Pick<CompareRequest, "view" | "words"> & Pick<Matrix, "columns">,
): NamedSpot {
  const lacking = new Set(missing);
  const filter = { ...view.filter, tags: { ...view.filter.tags, targetGroups: targetGroup } };
  return {
    link,
    targetGroup: termLabel("targetGroups", targetGroup, words.language),
    reaching,
    missing: columns.filter(({ id }) => lacking.has(id)).map(({ name }) => name),
    href: `?${writeCompareView({ ...view, rows: "chainLinks", filter, cell: null })}`,
  };
}

/** The newest of a kommune's boards that the person may write. */
const ideaBoardsOf = (boards: readonly ReadableBoard[]): Record<string, string> =>
  Object.fromEntries(
    boards.filter(({ access }) => access === "write").map(({ id, organisation }) => [organisation.id, id]),
  );

const inWorkshop = (boards: readonly ReadableBoard[], workshopId: string | null) =>
  boards.filter(({ workshop }) => workshopId === null || workshop.id === workshopId);

async function openCell(
  { db }: Services,
  scope: CompareScope,
  { view, cell, labelOf }: { view: CompareView; cell: MatrixCell; labelOf: (id: string) => string },
): Promise<OpenCell> {
  const names = new Map(scope.boards.map(({ organisation }) => [organisation.id, organisation.name]));
  const initiatives = await listCell(db, scope, { rows: view.rows, cell });
  return {
    row: cell.rowId === null ? null : labelOf(cell.rowId),
    municipality: cell.organisationId === null ? null : (names.get(cell.organisationId) ?? null),
    initiatives: initiatives.map((each) => ({ ...each, municipality: names.get(each.organisationId) ?? "" })),
  };
}

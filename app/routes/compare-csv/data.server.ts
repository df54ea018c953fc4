import type { Services } from "#app/http/load-context.server.ts";
import { type CompareWords, matrixRowLabel } from "#app/text/compare-labels.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { loadMatrix } from "#db/queries/compare.ts";
import { type CompareView, type Matrix, matrixRowIds } from "#domain/compare.ts";
import type { Person } from "#domain/permissions.ts";
import type { CsvTable } from "./danish-csv.server.ts";

interface TableRequest {
  readonly person: Person;
  readonly view: CompareView;
  readonly words: CompareWords;
}

/** The table as the page lays it out, turned when the page has it turned. */
export async function loadTable({ db }: Services, { person, view, words }: TableRequest): Promise<CsvTable> {
  const [boards, registry] = await Promise.all([readableBoards(db, person), loadRegistry(db)]);
  const matrix = await loadMatrix(
    db,
    { boards, registry, filter: view.filter },
    { rows: view.rows, rowIds: matrixRowIds(view.rows) },
  );
  const table = tableOf(matrix, view, words);
  return view.turned ? turned(table) : table;
}

function tableOf({ columns, rows, untagged }: Matrix, { rows: kind }: CompareView, words: CompareWords): CsvTable {
  const { t } = words;
  return [
    [t(`rows.${kind}`), ...columns.map(({ name }) => name), t("total")],
    ...[...rows, ...(untagged === null ? [] : [untagged])].map((row) => [
      matrixRowLabel(kind, row.id, words),
      ...row.counts,
      row.total,
    ]),
    [
      t("initiatives"),
      ...columns.map(({ initiatives }) => initiatives),
      columns.reduce((sum, { initiatives }) => sum + initiatives, 0),
    ],
  ];
}

const turned = (table: CsvTable): CsvTable =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? ""));

import type { CsvTable } from "#app/http/danish-csv.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { type CompareWords, matrixLabels } from "#app/text/compare-labels.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { loadMatrix } from "#db/queries/compare.ts";
import { type CompareView, matrixRowIds } from "#domain/compare.ts";
import { gridOf } from "#domain/matrix-grid.ts";
import type { Person } from "#domain/permissions.ts";

interface TableRequest {
  readonly person: Person;
  readonly view: CompareView;
  readonly words: CompareWords;
}

/** The page's table, cell for cell. */
export async function loadTable({ db }: Services, { person, view, words }: TableRequest): Promise<CsvTable> {
  const [boards, registry] = await Promise.all([readableBoards(db, person), loadRegistry(db)]);
  const matrix = await loadMatrix(
    db,
    { boards, registry, filter: view.filter },
    { rows: view.rows, rowIds: matrixRowIds(view.rows) },
  );
  const { t } = words;
  const { columns, lines } = gridOf(
    { matrix, labels: matrixLabels(matrix, view.rows, words), view },
    { initiatives: t("initiatives"), total: t("total") },
  );
  return [
    [t(`rows.${view.rows}`), ...columns.map(({ name }) => name)],
    ...lines.map(({ name, counts }) => [name, ...counts]),
  ];
}

/** A file leaves the house: who took it, and of what. */
export async function noteExport({ db, now }: Services, { person, view }: Pick<TableRequest, "person" | "view">) {
  const event = { at: now(), personId: person.id, action: "export", subject: "compare" } as const;
  await recordAudit(db, { ...event, detail: { rows: view.rows } });
}

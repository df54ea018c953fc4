import { type MatrixCell, UNTAGGED } from "#domain/compare.ts";
import type { ComparePage } from "./data.server.ts";

/** The initiatives of a kommune, each once: a line of its own under the rows. */
export const EACH_ONCE = "initiatives";

export interface GridLine {
  readonly id: string;
  readonly name: string;
  readonly counts: readonly number[];
  readonly total: number;
  /** Says something about the whole instead of one row or kommune. */
  readonly isSummary: boolean;
}
export interface MatrixGrid {
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly GridLine[];
  /** The largest count, for shading. */
  readonly most: number;
  /** Which initiatives a place in the grid stands for; without a column it is the line's total. */
  readonly cellOf: (lineId: string, columnId: string | null) => MatrixCell;
}

/** The matrix as it lies on the screen: kommuner along the top, or down the side when it is turned. */
export function gridOf({ matrix, labels, view }: ComparePage, words: { readonly initiatives: string }): MatrixGrid {
  const nameOf = (id: string) => labels[id] ?? id;
  const { columns } = matrix;
  const rows = [...matrix.rows, ...(matrix.untagged === null ? [] : [matrix.untagged])];
  const once = columns.map(({ initiatives }) => initiatives);
  const lines: GridLine[] = [
    ...rows.map((row) => ({ ...row, name: nameOf(row.id), isSummary: row.id === UNTAGGED })),
    { id: EACH_ONCE, name: words.initiatives, counts: once, total: sum(once), isSummary: true },
  ];
  const most = Math.max(1, ...matrix.rows.flatMap(({ counts }) => counts));
  const rowOf = (id: string | null) => (id === EACH_ONCE ? null : id);
  if (!view.turned)
    return { columns, lines, most, cellOf: (line, column) => ({ rowId: rowOf(line), organisationId: column }) };
  return {
    columns: lines.map(({ id, name }) => ({ id, name })),
    lines: columns.map(({ id, name, initiatives }, index) => ({
      id,
      name,
      counts: lines.map(({ counts }) => counts[index] ?? 0),
      total: initiatives,
      isSummary: false,
    })),
    most,
    cellOf: (line, column) => ({ rowId: rowOf(column), organisationId: line }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

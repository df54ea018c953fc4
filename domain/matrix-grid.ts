/** The table of counts as it lies on the screen and in the file. */
import { type Matrix, type MatrixCell, UNTAGGED } from "#domain/compare.ts";

/** Stands for all rows together: the initiatives of a kommune, each once. */
const EACH_ONCE = "initiatives";
/** Stands for all kommuner together. */
const EVERYWHERE = "everywhere";

/** `isSummary`: says something about the whole instead of one row or kommune, and is not shaded. */
interface GridSide {
  readonly id: string;
  readonly name: string;
  readonly isSummary: boolean;
}
export interface GridLine extends GridSide {
  /** One per column, the last one included. */
  readonly counts: readonly number[];
}
export interface MatrixGrid {
  readonly columns: readonly GridSide[];
  readonly lines: readonly GridLine[];
  /** The largest count, for shading. */
  readonly most: number;
  /** Which initiatives a place in the grid stands for. */
  readonly cellOf: (lineId: string, columnId: string) => MatrixCell;
}

export interface GridWords {
  readonly initiatives: string;
  readonly total: string;
}

export interface GridLayout {
  readonly matrix: Matrix;
  /** Names of the rows by id. */
  readonly labels: Readonly<Record<string, string>>;
  readonly view: { readonly turned: boolean };
}

/** Kommuner along the top, or down the side when it is turned. */
export function gridOf({ matrix, labels, view }: GridLayout, words: GridWords): MatrixGrid {
  const rows = [...matrix.rows, ...(matrix.untagged === null ? [] : [matrix.untagged])];
  const once = matrix.columns.map(({ initiatives }) => initiatives);
  const down: GridLine[] = [
    ...rows.map(({ id, counts, total }) => ({
      id,
      name: labels[id] ?? id,
      isSummary: id === UNTAGGED,
      counts: [...counts, total],
    })),
    { id: EACH_ONCE, name: words.initiatives, isSummary: true, counts: [...once, sum(once)] },
  ];
  const across: GridSide[] = [
    ...matrix.columns.map(({ id, name }) => ({ id, name, isSummary: false })),
    { id: EVERYWHERE, name: words.total, isSummary: true },
  ];
  const most = Math.max(1, ...matrix.rows.flatMap(({ counts }) => counts));
  if (!view.turned) return { columns: across, lines: down, most, cellOf: (line, column) => cellOf(line, column) };
  const lines = across.map((side, index) => ({ ...side, counts: down.map(({ counts }) => counts[index] ?? 0) }));
  return { columns: down, lines, most, cellOf: (line, column) => cellOf(column, line) };
}

const cellOf = (rowId: string, organisationId: string): MatrixCell => ({
  rowId: rowId === EACH_ONCE ? null : rowId,
  organisationId: organisationId === EVERYWHERE ? null : organisationId,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

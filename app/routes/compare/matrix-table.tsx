import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/components/class-names.ts";
import { useFormat } from "#app/text/format.ts";
import { type CompareView, type MatrixCell, writeCompareView } from "#domain/compare.ts";
import type { ComparePage } from "./data.server.ts";
import { type GridLine, gridOf, type MatrixGrid } from "./matrix-grid.ts";

/** More columns than this are narrow, with upright headings. */
const WIDE_COLUMNS = 14;

/** The counts; each opens the list that it counts. Scrolls inside itself with its headings in place. */
export function MatrixTable({ page }: { readonly page: ComparePage }) {
  const { t } = useTranslation("compare");
  const grid = gridOf(page, { initiatives: t("initiatives") });
  const isDense = grid.columns.length > WIDE_COLUMNS;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t("scroll")}
      // The parts that are only read aloud are placed absolutely: without a place of their own here they widen the page.
      className={classNames("relative overflow-auto print:max-h-none", isDense && "max-h-[80vh]")}
    >
      <table className="w-full border-separate border-spacing-0.5 text-[13px]/5">
        <caption className="sr-only">{t("title", { rows: t(`rows.${page.view.rows}`) })}</caption>
        <Head grid={grid} isDense={isDense} />
        <tbody>
          {grid.lines.map((line) => (
            <Line key={line.id} line={line} grid={grid} view={page.view} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const headClass = "sticky top-0 z-10 bg-surface px-1 pb-1 align-bottom font-normal text-muted";
const cornerClass = "sticky top-0 left-0 z-20 bg-surface px-2 text-left align-bottom";

function Head({ grid, isDense }: { readonly grid: MatrixGrid; readonly isDense: boolean }) {
  const { t } = useTranslation("compare");
  return (
    <thead>
      <tr>
        <td className={cornerClass} />
        {grid.columns.map(({ id, name }) => (
          <th key={id} scope="col" className={classNames(headClass, !isDense && "min-w-18")}>
            <span className={classNames("inline-block", isDense && "max-h-44 rotate-180 [writing-mode:vertical-rl]")}>
              {name}
            </span>
          </th>
        ))}
        <th scope="col" className={headClass}>
          {t("total")}
        </th>
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly line: GridLine;
  readonly grid: MatrixGrid;
  readonly view: CompareView;
}

function Line({ line, grid, view }: LineProps) {
  return (
    <tr>
      <th
        scope="row"
        className={classNames(
          "sticky left-0 z-10 min-w-36 bg-surface px-2 py-1 text-left max-sm:max-w-36",
          line.isSummary ? "font-normal text-muted" : "font-medium",
        )}
      >
        {line.name}
      </th>
      {line.counts.map((count, index) => (
        <Count
          key={grid.columns[index]?.id}
          count={count}
          most={line.isSummary ? 0 : grid.most}
          name={`${line.name}, ${grid.columns[index]?.name}`}
          href={hrefOf(view, grid.cellOf(line.id, grid.columns[index]?.id ?? null))}
          isOpen={isSame(view.cell, grid.cellOf(line.id, grid.columns[index]?.id ?? null))}
        />
      ))}
      <Count
        count={line.total}
        most={0}
        name={line.name}
        href={hrefOf(view, grid.cellOf(line.id, null))}
        isOpen={isSame(view.cell, grid.cellOf(line.id, null))}
      />
    </tr>
  );
}

const hrefOf = (view: CompareView, cell: MatrixCell): string => `?${writeCompareView({ ...view, cell })}#list`;

const isSame = (open: MatrixCell | null, cell: MatrixCell): boolean =>
  open !== null && open.rowId === cell.rowId && open.organisationId === cell.organisationId;

/** From pale to dark with the share of the largest count; the number says it too. */
const SHADES = ["bg-primary-on", "bg-[#b5d6d8]", "bg-[#83b8bd]", "bg-primary text-white"];

function shadeOf(count: number, most: number): string {
  if (most === 0) return "text-muted hover:text-primary";
  return SHADES[Math.min(Math.ceil((count / most) * SHADES.length), SHADES.length) - 1] ?? "";
}

interface CountProps {
  readonly count: number;
  /** The largest count of the table; 0 for totals, which are not shaded. */
  readonly most: number;
  /** Which count it is. */
  readonly name: string;
  readonly href: string;
  readonly isOpen: boolean;
}

function Count({ count, most, name, href, isOpen }: CountProps) {
  const { t } = useTranslation("compare");
  const { number } = useFormat();
  if (count === 0)
    return (
      <td className={classNames("h-8 min-w-8 rounded-sm text-center text-muted", most > 0 && "striped")}>
        {most > 0 ? <span className="sr-only">{t("none")}</span> : 0}
      </td>
    );
  return (
    <td className="h-8 min-w-8 p-0">
      <Link
        to={href}
        aria-label={`${name}: ${t("count", { count })}`}
        aria-current={isOpen ? "true" : undefined}
        className={classNames(
          "grid h-8 place-items-center rounded-sm px-1.5 font-semibold tabular-nums hover:outline-2 hover:outline-primary",
          isOpen && "outline-2 outline-amber outline-offset-1",
          shadeOf(count, most),
        )}
      >
        {number(count)}
      </Link>
    </td>
  );
}

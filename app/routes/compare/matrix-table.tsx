import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";
import { classNames } from "#app/components/class-names.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type MatrixCell, tagsOfRow, writeCompareView } from "#domain/compare.ts";
import { ideaAddress } from "#domain/idea-start.ts";
import { type GridLine, gridOf, type MatrixGrid } from "#domain/matrix-grid.ts";
import type { ComparePage } from "./data.server.ts";

/** More columns than this are narrow, with upright headings. */
const WIDE_COLUMNS = 14;

/** What all cells share is said once, at the table: a country has thousands of them. */
const cellsClass =
  "[&_td]:h-8 [&_td]:min-w-8 [&_td]:rounded-sm [&_td]:p-0 [&_td]:text-center [&_td]:text-muted [&_td_a]:grid [&_td_a]:h-8 [&_td_a]:place-items-center [&_td_a]:rounded-sm [&_td_a]:px-1.5 [&_td_a]:font-semibold [&_td_a]:tabular-nums [&_td_a:hover]:outline-2 [&_td_a:hover]:outline-primary [&_td_a[aria-current]]:outline-2 [&_td_a[aria-current]]:outline-amber [&_td_a[aria-current]]:outline-offset-1";

/** The counts; each opens the list that it counts. Scrolls inside itself with its headings in place. */
export function MatrixTable({ page }: { readonly page: ComparePage }) {
  const { t } = useTranslation("compare");
  const follow = useFollowedLinks();
  const grid = gridOf(page, { initiatives: t("initiatives"), total: t("total") });
  const isDense = grid.columns.length > WIDE_COLUMNS;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t("scroll")}
      // The parts that are only read aloud are placed absolutely: without a place of their own here they widen the page.
      className={classNames("relative overflow-auto print:max-h-none", isDense && "max-h-[80vh]")}
    >
      <table className={classNames("w-full border-separate border-spacing-0.5 text-[13px]/5", cellsClass)}>
        <caption className="sr-only">{t("title", { rows: t(`rows.${page.view.rows}`) })}</caption>
        <Head grid={grid} isDense={isDense} />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is pressed, by keys too */}
        <tbody onClick={follow}>
          {grid.lines.map((line) => (
            <Line key={line.id} line={line} grid={grid} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One listener for all counts: thousands of router links would each cost time, on the server and in the browser. */
function useFollowedLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (link === null || !isPlain) return;
    event.preventDefault();
    navigate(`${link.pathname}${link.search}${link.hash}`);
  };
}

const headClass = "sticky top-0 z-10 bg-surface px-1 pb-1 align-bottom font-normal text-muted";

function Head({ grid, isDense }: { readonly grid: MatrixGrid; readonly isDense: boolean }) {
  return (
    <thead>
      <tr>
        <td className="sticky top-0 left-0 z-20 bg-surface" />
        {grid.columns.map(({ id, name, isSummary }) => (
          <th key={id} scope="col" className={classNames(headClass, !isDense && !isSummary && "min-w-18")}>
            <span className={classNames("inline-block", isDense && "max-h-44 rotate-180 [writing-mode:vertical-rl]")}>
              {name}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly line: GridLine;
  readonly grid: MatrixGrid;
  readonly page: ComparePage;
}

function Line({ line, grid, page }: LineProps) {
  const { t } = useTranslation("compare");
  const { view } = page;
  return (
    <tr>
      <th
        scope="row"
        className={classNames(
          "sticky left-0 z-10 min-w-36 bg-surface 2xl:min-w-60 px-2 py-1 text-left max-sm:max-w-36",
          line.isSummary ? "font-normal text-muted" : "font-medium",
        )}
      >
        {line.name}
      </th>
      {grid.columns.map((column, index) => {
        const count = line.counts[index] ?? 0;
        const most = line.isSummary || column.isSummary ? 0 : grid.most;
        const cell = grid.cellOf(line.id, column.id);
        if (count === 0) {
          const place = { line: line.name, column: column.name };
          if (most === 0) return <td key={column.id}>0</td>;
          const idea = ideaAt(page, cell);
          return <Nothing key={column.id} word={t(idea === null ? "none" : "idea", place)} idea={idea} />;
        }
        const link = { href: `?${writeCompareView({ ...view, cell })}#list`, isOpen: isSame(view.cell, cell) };
        const name = `${line.name}, ${column.name}: ${count}`;
        return <Count key={column.id} count={count} most={most} name={name} link={link} />;
      })}
    </tr>
  );
}

const isSame = (open: MatrixCell | null, cell: MatrixCell): boolean =>
  open !== null && open.rowId === cell.rowId && open.organisationId === cell.organisationId;

/** From pale to dark with the share of the largest count; the number says it too. */
const SHADES = ["bg-primary-on text-ink", "bg-[#b5d6d8] text-ink", "bg-[#83b8bd] text-ink", "bg-primary text-white"];

const shadeOf = (count: number, most: number): string | undefined =>
  most === 0 ? undefined : SHADES[Math.min(Math.ceil((count / most) * SHADES.length), SHADES.length) - 1];

/** Where an idea for an empty cell is begun; null where the person may not, or the row is no tag. */
function ideaAt({ view, ideaBoards }: ComparePage, { rowId, organisationId }: MatrixCell): string | null {
  const boardId = ideaBoards[organisationId ?? ""];
  const tags = rowId === null ? null : tagsOfRow(view, rowId);
  return boardId === undefined || tags === null ? null : ideaAddress(boardId, tags);
}

interface NothingProps {
  readonly word: string;
  readonly idea: string | null;
}

/** An empty cell, visibly so and in a word; on a board of one's own the place where an idea begins. */
const Nothing = ({ word, idea }: NothingProps) => (
  <td className="striped">
    {idea === null ? (
      <span className="sr-only">{word}</span>
    ) : (
      <a href={idea} aria-label={word} title={word} className="text-muted hover:bg-surface hover:text-primary">
        +
      </a>
    )}
  </td>
);

interface CountProps {
  readonly count: number;
  /** The largest count of the table; 0 for totals, which are not shaded. */
  readonly most: number;
  /** Which count it is, and how much. */
  readonly name: string;
  readonly link: { readonly href: string; readonly isOpen: boolean };
}

const Count = ({ count, most, name, link }: CountProps) => (
  <td>
    <a href={link.href} aria-label={name} aria-current={link.isOpen || undefined} className={shadeOf(count, most)}>
      {count}
    </a>
  </td>
);

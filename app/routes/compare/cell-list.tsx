import { Link } from "@remix-run/react";
import { InitiativeLink } from "#app/components/initiative-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type CompareView, writeCompareView } from "#domain/compare.ts";
import type { OpenCell } from "./data.server.ts";

export interface CellListProps {
  readonly cell: OpenCell;
  readonly view: CompareView;
}

/** The initiatives that the chosen number counts: as many as it says. */
export function CellList({ cell, view }: CellListProps) {
  const { t } = useTranslation("compare");
  const { t: word } = useTranslation("vocabulary");
  const closed = writeCompareView({ ...view, cell: null });
  const row = cell.row ?? t("list.everything");
  const municipality = cell.municipality ?? t("list.everywhere");
  return (
    <Panel
      id="list"
      heading={t("list.heading", { row, municipality })}
      aside={
        <span className="flex flex-wrap items-center gap-3">
          {t("count", { count: cell.initiatives.length })}
          <Link to={closed === "" ? "." : `?${closed}`} preventScrollReset className="link print:hidden">
            {t("list.close")}
          </Link>
        </span>
      }
    >
      {cell.initiatives.length === 0 ? (
        <p className="text-muted">{t("list.empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {cell.initiatives.map((initiative) => (
            <li key={`${initiative.boardId} ${initiative.initiativeId}`} className="py-2">
              <InitiativeLink boardId={initiative.boardId} initiativeId={initiative.initiativeId}>
                {initiative.title}
              </InitiativeLink>
              <span className="block text-xs/5 text-muted">
                {initiative.municipality} · {word(`status.${initiative.status}`).toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

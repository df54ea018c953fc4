import { Link, useFetcher, useSearchParams } from "@remix-run/react";
import { useRef, useState } from "react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { writeFindingView } from "#domain/finding-list.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import type { FindingListPage, FindingRow } from "./data.server.ts";
import { FindingLine } from "./finding-line.tsx";
import { KeyHelp } from "./key-help.tsx";
import { NotSuggestedLine } from "./not-suggested-line.tsx";
import { OrderChoice } from "./order-choice.tsx";
import { TableDialog } from "./table-dialog.tsx";
import { TablePanel } from "./table-panel.tsx";
import { useAnswer } from "./use-answer.ts";
import { isAsked, useListKeys } from "./use-list-keys.ts";

export interface FindingListProps {
  readonly list: FindingListPage;
  readonly workshopId: string;
}

/** The findings that the view shows: across kommuner first, then those inside one. */
export function FindingList({ list, workshopId }: FindingListProps) {
  const { rows, count } = list;
  const across = rows.filter(({ isWithinOne }) => !isWithinOne);
  const within = rows.filter(({ isWithinOne }) => isWithinOne);
  const ordered = [...across, ...within];
  const place = useRef<HTMLDivElement>(null);
  const [noting, setNoting] = useState<FindingRow | null>(null);
  const [placing, setPlacing] = useState<FindingRow | null>(null);
  const fetcher = useFetcher();
  const openTables = list.arrangesTables ? setPlacing : null;
  const answer = useAnswer();
  useListKeys(place, { rows: ordered, answer, note: setNoting, place: openTables });
  return (
    <div ref={place} className="min-w-0 px-4 py-5 sm:px-7 print:p-0">
      <ListHead list={list} />
      {ordered.length === 0 && <NothingToShow list={list} />}
      <Lines rows={across} list={list} workshopId={workshopId} place={openTables} />
      {within.length > 0 && <WithinOne rows={within} list={list} workshopId={workshopId} place={openTables} />}
      {count > rows.length && <MoreLink shown={rows.length} />}
      <NotSuggestedLine workshopId={workshopId} />
      {placing !== null && (
        <TableDialog row={placing} tables={list.tables} fetcher={fetcher} onClose={() => setPlacing(null)} />
      )}
      {noting !== null && (
        <AnswerDialog
          // As the list has it now: after a refusal that may be another text.
          row={ordered.find(({ id }) => id === noting.id) ?? noting}
          answer={answer}
          onClose={() => setNoting(null)}
        />
      )}
    </div>
  );
}

/** What the list shows, the keys that work in it, and what may be done with all of it. */
function ListHead({ list: { rows, view, count, order, tables, arrangesTables } }: Pick<FindingListProps, "list">) {
  const { t } = useTranslation("findings");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="text-[22px]/8 tracking-[-0.01em]">{t(`count.${view.progress}`, { count })}</h1>
        {rows.length > 0 && <KeyHelp canAnswer={rows.some(isAsked)} canPlace={arrangesTables} />}
      </div>
      {rows.length > 1 && (
        <OrderChoice view={view} order={order} hasOwn={rows.some(({ answerFor }) => answerFor !== null)} />
      )}
      {arrangesTables && <TablePanel tables={tables} />}
    </>
  );
}

/** Where one kommune's own answer decides. */
function WithinOne(props: LinesProps) {
  const { t } = useTranslation("findings");
  const isOwn = props.rows.every(({ answerFor }) => answerFor !== null);
  return (
    <section aria-labelledby="within">
      <h2 id="within" className="mt-6 mb-1 text-base/6">
        {t(isOwn ? "ownHeading" : "withinHeading")}
      </h2>
      <p className="mb-3 text-muted">{t("withinHelp")}</p>
      <Lines {...props} />
    </section>
  );
}

interface LinesProps {
  readonly rows: readonly FindingRow[];
  readonly list: FindingListPage;
  readonly workshopId: string;
  /** Opens the choice of a table; null for those who give out none. */
  readonly place: ((row: FindingRow) => void) | null;
}

function Lines({ rows, list: { view, tables }, workshopId, place }: LinesProps) {
  const search = new URLSearchParams(writeFindingView(view));
  search.set("in", workshopId);
  return (
    <ul className="grid gap-2">
      {rows.map((row) => (
        <FindingLine
          key={row.id}
          row={row}
          href={`/findings/${row.id}?${search}`}
          table={tables.find(({ id }) => id === row.tableId) ?? null}
          place={place}
        />
      ))}
    </ul>
  );
}

function MoreLink({ shown }: { readonly shown: number }) {
  const { t } = useTranslation("findings");
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  next.set("show", String(shown + 100));
  return (
    <p className="mt-4 print:hidden">
      <Link to={`?${next}`} preventScrollReset className="link font-semibold">
        {t("more")}
      </Link>
    </p>
  );
}

function NothingToShow({ list: { view, total } }: { readonly list: FindingListPage }) {
  const { t } = useTranslation("findings");
  const isNarrowed = [view.kind, view.strength, view.municipality, view.actor, view.table].some(
    (chosen) => chosen !== null,
  );
  if (total === 0) return <EmptyState heading={t("empty.none")}>{t("empty.noneHelp")}</EmptyState>;
  if (view.progress === "waiting" && !isNarrowed)
    return <EmptyState heading={t("empty.answered")}>{t("empty.answeredHelp")}</EmptyState>;
  return (
    <EmptyState
      heading={t("empty.filtered")}
      action={
        <Link to="." className="link font-semibold">
          {t("facet.clear")}
        </Link>
      }
    >
      {t("empty.filteredHelp")}
    </EmptyState>
  );
}

import { Link } from "@remix-run/react";
import { Lock } from "lucide-react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LaneMark, StatusBar } from "#app/components/status-bar.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { LANES } from "#domain/initiative.ts";
import type { Kommune } from "./data.server.ts";

export interface KommuneCardsProps {
  readonly kommuner: readonly Kommune[];
  /** Names of those that take part without a board. */
  readonly others: readonly string[];
}

/** One card per kommune; one's own first, then by Danish order. */
export function KommuneCards({ kommuner, others }: KommuneCardsProps) {
  const { t } = useTranslation("workshop");
  const format = useFormat();
  const sorted = kommuner.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || format.compare(a.name, b.name));
  const initiatives = kommuner.reduce((sum, { board }) => sum + (board?.initiatives ?? 0), 0);
  return (
    <section aria-labelledby="kommuner">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="kommuner" className="text-base/6">
          {t("counts", {
            kommuner: t("list.kommuner", { count: kommuner.length }),
            initiatives: t("list.initiatives", { count: initiatives }),
          })}
        </h2>
        <Legend />
      </div>
      {kommuner.length === 0 && <EmptyState heading={t("noBoards")}>{t("noBoardsText")}</EmptyState>}
      <ul className="grid grid-cols-1 gap-3.5 sm:grid-cols-2 xl:grid-cols-4">
        {sorted.map((kommune) => (
          <li key={kommune.id}>
            <KommuneCard kommune={kommune} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="mt-4 text-muted">{t("alsoWith", { names: format.list(others.toSorted(format.compare)) })}</p>
      )}
    </section>
  );
}

function Legend() {
  const { t } = useTranslation("vocabulary");
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-3 text-xs text-muted">
      {LANES.map((lane) => (
        <li key={lane} className="flex items-center gap-1.5">
          <LaneMark lane={lane} />
          {t(`lane.${lane}`).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

const cardClass = "flex h-full min-h-40 flex-col rounded-xl border bg-surface p-4";

function KommuneCard({ kommune: { name, board, isOwn } }: { readonly kommune: Kommune }) {
  const { t } = useTranslation("workshop");
  if (board === null) {
    return (
      <div className={`${cardClass} border-dashed border-edge`}>
        <h3 className="text-[15px]/5">{name}</h3>
        <p className="mt-2 flex items-start gap-1.5 text-[13px] text-muted">
          <Lock className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
          {t("notShared")}
        </p>
      </div>
    );
  }
  return (
    <div className={`${cardClass} relative gap-2 ${isOwn ? "border-primary" : "border-line"} hover:shadow-card`}>
      <h3 className="flex items-baseline justify-between gap-2 text-[15px]/5">
        {/* The whole card is the link's target; the rest of it is read after the name. */}
        <Link to={`/boards/${board.id}`} className="after:absolute after:inset-0 after:rounded-xl hover:text-primary">
          {name}
        </Link>
        {isOwn && <span className="text-xs font-medium text-primary">{t("yours")}</span>}
      </h3>
      <p className="text-[13px] text-muted">
        {board.initiatives === 0 ? t("emptyBoard") : t("list.initiatives", { count: board.initiatives })}
      </p>
      <StatusBar counts={board.lanes} />
      {board.latest !== null && (
        <p className="line-clamp-2 text-[13px]/[18px]">{t("latest", { title: board.latest.title })}</p>
      )}
      <p className="mt-auto flex flex-wrap gap-x-3 pt-1 text-xs font-semibold">
        <span className="text-overlap">{t("overlaps", { count: board.overlap })}</span>
        <span className="text-synergy">{t("synergies", { count: board.synergy })}</span>
      </p>
    </div>
  );
}

import { Link } from "@remix-run/react";
import { ArrowLeftRight } from "lucide-react";
import { buttonClass } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { writeCompareView } from "#domain/compare.ts";
import type { ComparePage } from "./data.server.ts";
import { FilterBar } from "./filter-bar.tsx";
import { MatrixReadingText } from "./matrix-reading-text.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { WhiteSpotsText } from "./white-spots-text.tsx";

/** The table of counts, what narrows it, and what can be read off it. */
export function MatrixPanel({ page }: { readonly page: ComparePage }) {
  const { t } = useTranslation("compare");
  const turned = writeCompareView({ ...page.view, turned: !page.view.turned });
  return (
    <section aria-labelledby="matrix" className="min-w-0 rounded-xl border border-line bg-surface p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="matrix" className="text-xl/7">
          {t("title", { rows: t(`rows.${page.view.rows}`) })}
        </h2>
        <Link to={turned === "" ? "." : `?${turned}`} preventScrollReset className={buttonClass("plain", "small")}>
          <ArrowLeftRight className="size-4" aria-hidden="true" />
          {t("turn")}
        </Link>
      </div>
      <FilterBar view={page.view} workshops={page.workshops} />
      <MatrixTable page={page} />
      <MatrixReadingText page={page} />
      <WhiteSpotsText spots={page.spots} />
    </section>
  );
}

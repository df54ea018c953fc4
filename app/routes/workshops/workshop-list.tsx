import { Link } from "@remix-run/react";
import { Chip } from "#app/components/chip.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { WorkshopTime } from "#app/components/workshop-time.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ListedWorkshop } from "./data.server.ts";

export interface WorkshopListProps {
  readonly workshops: readonly ListedWorkshop[];
  readonly mayCreate: boolean;
}

export function WorkshopList({ workshops, mayCreate }: WorkshopListProps) {
  const { t } = useTranslation("workshop");
  if (workshops.length === 0) {
    return (
      <EmptyState heading={t("list.empty")}>{mayCreate ? t("list.emptyFacilitator") : t("list.emptyText")}</EmptyState>
    );
  }
  return (
    <ul className="grid gap-3.5">
      {workshops.map((workshop) => (
        <li key={workshop.id}>
          <WorkshopCard workshop={workshop} />
        </li>
      ))}
    </ul>
  );
}

function WorkshopCard({ workshop }: { readonly workshop: ListedWorkshop }) {
  const { t } = useTranslation(["workshop", "vocabulary"]);
  const { id, title, organiser, phase, kommuner, initiatives } = workshop;
  return (
    <article className="relative rounded-xl border border-line bg-surface p-5 hover:shadow-card">
      {organiser !== "" && <p className="text-[13px] text-muted">{organiser}</p>}
      <h2 className="text-lg/7">
        <Link to={`/workshops/${id}`} className="after:absolute after:inset-0 after:rounded-xl hover:text-primary">
          {title}
        </Link>
      </h2>
      <p className="mt-1 text-muted">
        <WorkshopTime workshop={workshop} />
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Chip tone="soft">{t(`vocabulary:phase.${phase}`)}</Chip>
        <span className="text-[13px] text-muted">
          {t("counts", {
            kommuner: t("list.kommuner", { count: kommuner }),
            initiatives: t("list.initiatives", { count: initiatives }),
          })}
        </span>
      </p>
    </article>
  );
}

import { Link } from "@remix-run/react";
import { WorkshopTime } from "#app/components/workshop-time.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Workshop } from "#domain/workshop.ts";

export interface NextWorkshopProps {
  readonly workshop: Workshop & { readonly kommuner: number };
  /** Otherwise it is the one that one works in, with or without a date behind it. */
  readonly isAhead: boolean;
}

/** Where one meets next. */
export function NextWorkshop({ workshop, isAhead }: NextWorkshopProps) {
  const { t } = useTranslation(["overview", "vocabulary"]);
  const { id, title, startsAt, phase, kommuner } = workshop;
  return (
    <section aria-labelledby="next-workshop" className="rounded-xl bg-projector p-5 text-white">
      <p className="text-[13px] font-semibold text-amber-bright">{isAhead ? t("next.heading") : t("next.latest")}</p>
      <h2 id="next-workshop" className="mt-1.5 text-lg/6">
        {title}
      </h2>
      <p className="mt-1.5 text-[13px] text-white/75">
        {startsAt === null ? t(`vocabulary:phase.${phase}`) : <WorkshopTime workshop={workshop} />} ·{" "}
        {t("next.kommuner", { count: kommuner })}
      </p>
      <Link
        to={`/workshops/${id}`}
        className="mt-4 inline-flex min-h-9 items-center rounded-md bg-white px-3 font-semibold text-ink outline-offset-2 hover:bg-primary-on focus-visible:outline-white"
      >
        {t("next.open")}
      </Link>
    </section>
  );
}

import { Link } from "@remix-run/react";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaPlan } from "#domain/live/agenda.ts";
import { plannedMinutes } from "#domain/live/schedule.ts";

export interface AgendaLengthProps {
  readonly agenda: readonly Pick<AgendaPlan, "minutes">[];
  readonly startsAt: number | null;
  readonly workshopId: string;
}

/** "15 punkter · kl. 9.00–12.00", or in minutes while nobody has said when the workshop begins. */
export function AgendaLength({ agenda, startsAt, workshopId }: AgendaLengthProps) {
  const { t } = useTranslation("agenda");
  const { time } = useFormat();
  const minutes = plannedMinutes(agenda);
  const items = t("items", { count: agenda.length });
  if (startsAt === null) {
    return (
      <>
        {t("below", { items, minutes })}{" "}
        <Link to={`/workshops/${workshopId}/participants`} className="link">
          {t("setTime")}
        </Link>
      </>
    );
  }
  return <>{t("belowTimed", { items, from: time(startsAt), to: time(startsAt + minutes * 60_000) })}</>;
}

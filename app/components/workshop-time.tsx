import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Workshop } from "#domain/workshop.ts";

/** "tirsdag 1. december 2026 kl. 9.00–12.00" */
export function WorkshopTime({ workshop }: { readonly workshop: Pick<Workshop, "startsAt" | "endsAt"> }) {
  const { t } = useTranslation("workshop");
  const format = useFormat();
  const { startsAt, endsAt } = workshop;
  if (startsAt === null) return <>{t("list.noDate")}</>;
  const values = { weekday: format.weekday(startsAt), from: format.time(startsAt) };
  return <>{endsAt === null ? t("timeFrom", values) : t("time", { ...values, to: format.time(endsAt) })}</>;
}

import { useTranslation } from "#app/text/use-translation.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";

/** "Bord 2 · Vagtplan". */
export function useTableName(): (table: Pick<WorkshopTable, "number" | "name">) => string {
  const { t } = useTranslation("live");
  return ({ number, name }) => [t("table", { number }), name].filter(Boolean).join(" · ");
}

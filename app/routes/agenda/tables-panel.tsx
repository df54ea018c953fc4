import { Panel } from "#app/components/panel.tsx";
import { TableForms } from "#app/components/table-forms.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";

/** The tables of the room. */
export function TablesPanel({ tables }: { readonly tables: readonly WorkshopTable[] }) {
  const { t } = useTranslation("agenda");
  return (
    <Panel heading={t("tables.heading")}>
      <p className="mb-2 text-[13px]/5 text-muted">{tables.length === 0 ? t("tables.none") : t("tables.text")}</p>
      <TableForms tables={tables} />
    </Panel>
  );
}

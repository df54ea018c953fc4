import { TableForms } from "#app/components/table-forms.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { TableOfList } from "./data.server.ts";

/** The facilitator sets up the room's tables. */
export function TablePanel({ tables }: { readonly tables: readonly TableOfList[] }) {
  const { t } = useTranslation("findings");
  return (
    <details className="mb-4 rounded-xl border border-line bg-surface px-4 py-2 print:hidden">
      <summary className="min-h-6 font-semibold">{t("table.heading", { count: tables.length })}</summary>
      <div className="my-2">
        <TableForms tables={tables} />
      </div>
      <p className="pb-2 text-[13px]/5 text-muted">{t("table.help")}</p>
    </details>
  );
}

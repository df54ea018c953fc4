import { Form } from "@remix-run/react";
import { X } from "lucide-react";
import { Button, IconButton } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { TABLE_NAME_LIMIT } from "#domain/workshop-table.ts";
import type { TableOfList } from "./data.server.ts";
import { useTableName } from "./table-name.ts";

/** The facilitator sets up the room's tables. */
export function TablePanel({ tables }: { readonly tables: readonly TableOfList[] }) {
  const { t } = useTranslation("findings");
  const nameOf = useTableName();
  return (
    <details className="mb-4 rounded-xl border border-line bg-surface px-4 py-2 print:hidden">
      <summary className="min-h-6 font-semibold">{t("table.heading", { count: tables.length })}</summary>
      <ul className="my-2 grid gap-1">
        {tables.map((table) => (
          <li key={table.id} className="flex items-center gap-2">
            <span className="min-w-0 wrap-anywhere">{nameOf(table)}</span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="remove-table" />
              <input type="hidden" name="tableId" value={table.id} />
              <IconButton type="submit" size="small" label={t("table.remove", { table: nameOf(table) })}>
                <X aria-hidden="true" />
              </IconButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-2 pb-2" key={tables.length}>
        <input type="hidden" name="intent" value="add-table" />
        <TextField name="name" label={t("table.name")} maxLength={TABLE_NAME_LIMIT} className="w-64 max-w-full" />
        <Button type="submit">{t("table.add")}</Button>
      </Form>
      <p className="pb-2 text-[13px]/5 text-muted">{t("table.help")}</p>
    </details>
  );
}

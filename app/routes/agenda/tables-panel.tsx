import { Form } from "@remix-run/react";
import { X } from "lucide-react";
import { Button, IconButton } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { TABLE_NAME_LIMIT, type WorkshopTable } from "#domain/workshop-table.ts";

/** The tables of the room. */
export function TablesPanel({ tables }: { readonly tables: readonly WorkshopTable[] }) {
  const { t } = useTranslation(["agenda", "live"]);
  const nameOf = ({ number, name }: WorkshopTable) => [t("live:table", { number }), name].filter(Boolean).join(" · ");
  return (
    <Panel heading={t("tables.heading")}>
      <p className="mb-2 text-[13px]/5 text-muted">{tables.length === 0 ? t("tables.none") : t("tables.text")}</p>
      <ul>
        {tables.map((table) => (
          <li key={table.id} className="flex items-center justify-between gap-2 border-t border-line py-1">
            <span className="min-w-0 wrap-anywhere">{nameOf(table)}</span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="remove-table" />
              <input type="hidden" name="tableId" value={table.id} />
              <IconButton type="submit" size="small" label={t("tables.remove", { table: nameOf(table) })}>
                <X aria-hidden="true" />
              </IconButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset className="mt-2 flex items-end gap-2" key={tables.length}>
        <input type="hidden" name="intent" value="add-table" />
        <TextField name="name" label={t("tables.name")} maxLength={TABLE_NAME_LIMIT} className="flex-1" />
        <Button type="submit">{t("tables.add")}</Button>
      </Form>
    </Panel>
  );
}

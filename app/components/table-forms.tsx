import { Form } from "@remix-run/react";
import { Pencil, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { TABLE_NAME_LIMIT, type WorkshopTable } from "#domain/workshop-table.ts";
import { Button, IconButton } from "./button.tsx";
import { TextField } from "./field.tsx";
import { useTableName } from "./table-name.ts";

/** The tables of the room: named, renamed and taken away. Posts to the page that it stands on. */
export function TableForms({ tables }: { readonly tables: readonly WorkshopTable[] }) {
  const { t } = useTranslation("agenda");
  return (
    <>
      <ul>
        {tables.map((table) => (
          <li key={`${table.id} ${table.name}`} className="border-t border-line py-1">
            <TableRow table={table} />
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset className="mt-2 flex items-end gap-2" key={tables.length}>
        <input type="hidden" name="intent" value="add-table" />
        <TextField name="name" label={t("tables.name")} maxLength={TABLE_NAME_LIMIT} className="max-w-64 flex-1" />
        <Button type="submit">{t("tables.add")}</Button>
      </Form>
      {tables.length === 0 && (
        <Form method="post" preventScrollReset className="mt-2">
          <input type="hidden" name="intent" value="add-table-each" />
          <Button type="submit">{t("tables.each")}</Button>
        </Form>
      )}
    </>
  );
}

function TableRow({ table }: { readonly table: WorkshopTable }) {
  const { t } = useTranslation(["agenda", "live"]);
  const nameOf = useTableName();
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) {
    return (
      <Form method="post" preventScrollReset className="flex items-end gap-2">
        <input type="hidden" name="intent" value="rename-table" />
        <input type="hidden" name="tableId" value={table.id} />
        <TextField
          name="name"
          label={t("live:table", { number: table.number })}
          defaultValue={table.name}
          maxLength={TABLE_NAME_LIMIT}
          autoFocus
          className="max-w-64 flex-1"
        />
        <Button type="submit">{t("tables.save")}</Button>
      </Form>
    );
  }
  return (
    <div className="flex items-center gap-1">
      <span className="min-w-0 flex-1 wrap-anywhere">{nameOf(table)}</span>
      <IconButton size="small" label={t("tables.rename", { table: nameOf(table) })} onPress={() => setRenaming(true)}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="remove-table" />
        <input type="hidden" name="tableId" value={table.id} />
        <IconButton type="submit" size="small" label={t("tables.remove", { table: nameOf(table) })}>
          <X aria-hidden="true" />
        </IconButton>
      </Form>
    </div>
  );
}

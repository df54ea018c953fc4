import type { FetcherWithComponents } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { SelectField } from "#app/components/field.tsx";
import { useTableName } from "#app/components/table-name.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingRow, TableOfList } from "./data.server.ts";

export interface TableDialogProps {
  readonly row: FindingRow;
  readonly tables: readonly TableOfList[];
  /** Of the page: it goes on when the box has closed. */
  readonly fetcher: FetcherWithComponents<unknown>;
  readonly onClose: () => void;
}

/** Which table talks about the finding. */
export function TableDialog({ row, tables, fetcher, onClose }: TableDialogProps) {
  const { t } = useTranslation("findings");
  const nameOf = useTableName();
  return (
    <Dialog heading={t("table.give")} isOpen onClose={onClose}>
      <fetcher.Form method="post" className="grid gap-4" onSubmit={onClose}>
        <input type="hidden" name="intent" value="assign-table" />
        <input type="hidden" name="findingId" value={row.id} />
        <p className="text-muted">
          «{row.a.title}» {t("and")} «{row.b.title}»
        </p>
        {tables.length === 0 ? (
          <p>{t("table.noneYet")}</p>
        ) : (
          <>
            <SelectField
              name="tableId"
              label={t("table.one")}
              defaultValue={row.tableId ?? tables[0]?.id ?? ""}
              options={[
                ...tables.map((table) => ({ value: table.id, label: nameOf(table) })),
                { value: "", label: t("table.no") },
              ]}
            />
            <Button type="submit" tone="primary">
              {t("table.submit")}
            </Button>
          </>
        )}
      </fetcher.Form>
    </Dialog>
  );
}

import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ItemFields } from "./item-fields.tsx";

/** A further item, at the end of the day. */
export function NewItem({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { t } = useTranslation("agenda");
  return (
    <details open={refused !== undefined} className="rounded-xl border border-line bg-surface px-4 py-3">
      <summary className="min-h-6 font-semibold">{t("add")}</summary>
      <Form method="post" noValidate preventScrollReset className="mt-3 grid gap-3">
        <input type="hidden" name="intent" value="add-item" />
        <ItemFields refused={refused} />
        <div>
          <Button type="submit" tone="primary">
            {t("add")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

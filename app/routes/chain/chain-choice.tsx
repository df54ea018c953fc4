import { Form, useSubmit } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ChainPage } from "./data.server.ts";

/** Whose chain is drawn. Every choice is an address; without JavaScript a button goes there. */
export function ChainChoice({ page }: { readonly page: ChainPage }) {
  const { t } = useTranslation("chain");
  const submit = useSubmit();
  const choose = (params: Record<string, string>) => submit(params, { preventScrollReset: true });
  const workshop = page.workshop.id;
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div>
        <h1 className="text-[26px]/8 tracking-[-0.01em]">
          {page.chosen === null ? t("heading") : t("headingOf", { municipality: page.chosen.name })}
        </h1>
        <p className="mt-1 max-w-prose text-muted">{t("below")}</p>
      </div>
      <Form aria-label={t("choice")} className="flex flex-wrap items-end gap-2 print:hidden max-sm:w-full">
        {page.workshops.length > 1 && (
          <SelectField
            name="workshop"
            label={t("workshop")}
            value={workshop}
            options={page.workshops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => choose({ workshop: id })}
            className="w-72 max-w-full max-sm:w-full"
          />
        )}
        {page.workshops.length === 1 && <input type="hidden" name="workshop" value={workshop} />}
        <SelectField
          name="municipality"
          label={t("municipality")}
          value={page.chosen?.id ?? ""}
          options={[
            { value: "", label: t("all", { count: page.kommuner.length }) },
            ...page.kommuner.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => choose(id === "" ? { workshop } : { workshop, municipality: id })}
          className="w-52 max-w-full max-sm:w-full"
        />
        <noscript>
          <Button type="submit">{t("show")}</Button>
        </noscript>
      </Form>
    </div>
  );
}

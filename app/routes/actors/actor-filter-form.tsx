import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { ACTOR_TYPES } from "#domain/actor.ts";
import type { ActorFilter } from "./data.server.ts";

/** Name, type and scope; the answer is an address of its own. */
export function ActorFilterForm({ filter }: { readonly filter: ActorFilter }) {
  const { t } = useTranslation("actors");
  const { t: word } = useTranslation("vocabulary");
  const types = ACTOR_TYPES.map((type) => ({ value: type, label: word(`actorType.${type}`) }));
  return (
    <Form role="search" aria-label={t("filter.label")} className="flex flex-wrap items-end gap-3 print:hidden">
      <TextField
        name="q"
        type="search"
        label={t("filter.query")}
        defaultValue={filter.query}
        className="min-w-64 flex-1"
      />
      <SelectField
        name="type"
        label={t("filter.type")}
        options={[{ value: "", label: t("filter.anyType") }, ...types]}
        defaultValue={filter.type ?? ""}
        className="w-60"
      />
      <SelectField
        name="scope"
        label={t("filter.scope")}
        options={[
          { value: "", label: t("filter.all") },
          { value: "named", label: t("filter.named") },
        ]}
        defaultValue={filter.isNamed ? "named" : ""}
        className="w-60"
      />
      <Button type="submit">{t("filter.submit")}</Button>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Municipality } from "#domain/municipality.ts";
import { ORGANISATION_KINDS } from "#domain/organisation.ts";

export interface AddOrganisationProps {
  /** Kommuner that are not here yet. */
  readonly missing: readonly Municipality[];
  readonly refused: RefusedForm | undefined;
}

/** A kommune is chosen from the 98; every other organisation is named. */
export function AddOrganisation({ missing, refused }: AddOrganisationProps) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const format = useFormat();
  const kommuner = missing
    .toSorted((a, b) => format.compare(a.name, b.name))
    .map(({ code, name }) => ({ value: code, label: name }));
  const kinds = ORGANISATION_KINDS.filter((kind) => kind !== "municipality");
  return (
    <Panel heading={t("organisations.add")}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="intent" value="add-municipality" />
        <SelectField
          label={t("organisations.municipality")}
          name="code"
          options={[{ value: "", label: t("organisations.chooseMunicipality") }, ...kommuner]}
          error={refused?.errors.code}
        />
        <Button type="submit" tone="primary" className="justify-self-start">
          {t("organisations.submitMunicipality")}
        </Button>
      </Form>
      <Form method="post" noValidate className="mt-5 grid gap-3 border-t border-line pt-4">
        <input type="hidden" name="intent" value="add-other" />
        <SelectField
          label={t("organisations.kind")}
          name="kind"
          options={kinds.map((kind) => ({ value: kind, label: word(`organisationKind.${kind}`) }))}
          defaultValue={refused?.values.kind ?? "kl"}
        />
        <TextField label={t("organisations.organisationName")} {...refusedField(refused, "name")} />
        <Button type="submit" className="justify-self-start">
          {t("organisations.submitOther")}
        </Button>
      </Form>
    </Panel>
  );
}

import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";

export interface AddParticipantProps {
  /** Organisations that do not take part yet. */
  readonly addable: readonly { readonly id: string; readonly name: string }[];
}

export function AddParticipant({ addable }: AddParticipantProps) {
  const { t } = useTranslation("workshop");
  const format = useFormat();
  const options = addable
    .toSorted((a, b) => format.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel heading={t("participants.add")}>
      {options.length === 0 ? (
        <p className="text-muted">{t("participants.none")}</p>
      ) : (
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="intent" value="add-organisation" />
          <SelectField
            // A new list after each addition: the choice starts anew.
            key={options.length}
            label={t("participants.organisation")}
            name="organisationId"
            options={[{ value: "", label: t("participants.choose") }, ...options]}
            hint={t("participants.addHint")}
          />
          <Button type="submit" tone="primary" className="justify-self-start">
            {t("participants.submit")}
          </Button>
        </Form>
      )}
    </Panel>
  );
}

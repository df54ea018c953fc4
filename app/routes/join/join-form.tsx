import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { ChoiceChips } from "#app/components/choice-chips.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { OpenDoor } from "#db/queries/live/joining.ts";
import { PARTICIPANT_ROLES } from "#domain/live/participant.ts";

export interface JoinFormProps {
  readonly door: OpenDoor;
  /** With an account, whose name is known. */
  readonly self: { readonly name: string } | null;
  /** Named by the QR code on the table's sheet; empty otherwise. */
  readonly tableId: string;
  readonly refused: RefusedForm | undefined;
}

/** Name, kommune, role and table: all that is asked of anybody. */
export function JoinForm({ door, self, tableId, refused }: JoinFormProps) {
  const { t } = useTranslation("joining");
  const { t: live } = useTranslation("live");
  const isSending = useNavigation().state !== "idle";
  const name = refusedField(refused, "name", self?.name);
  return (
    <Form
      method="post"
      noValidate
      className="grid gap-4 [&_input[name=name]]:min-h-12 [&_input[name=name]]:text-base [&_select]:min-h-12 [&_select]:text-base"
    >
      {self === null ? (
        <TextField label={t("name")} hint={t("nameHint")} autoComplete="given-name" {...name} />
      ) : (
        <input type="hidden" name="name" value={self.name} />
      )}
      <ChoiceChips
        legend={t("organisation")}
        options={useOrganisationOptions(door.organisations)}
        {...refusedField(refused, "organisation")}
      />
      <ChoiceChips
        legend={t("role")}
        options={PARTICIPANT_ROLES.map((role) => ({ value: role, label: live(`role.${role}`) }))}
        {...refusedField(refused, "role")}
      />
      {door.tables.length > 0 && (
        <SelectField
          label={t("table")}
          options={[
            { value: "", label: t("noTable") },
            ...door.tables.map(({ id, number, name: called }) => ({
              value: id,
              label: [live("table", { number }), called].filter(Boolean).join(" · "),
            })),
          ]}
          {...refusedField(refused, "table", tableId)}
        />
      )}
      <Button type="submit" tone="primary" isDisabled={isSending} className="min-h-12 text-base">
        {t("join")}
      </Button>
      {self === null && <p className="text-muted">{t("noAccount")}</p>}
    </Form>
  );
}

function useOrganisationOptions(organisations: OpenDoor["organisations"]) {
  const { t } = useTranslation("joining");
  const { compare } = useFormat();
  const sorted = [...organisations].sort(
    (a, b) => Number(b.isMunicipality) - Number(a.isMunicipality) || compare(a.name, b.name),
  );
  return [...sorted.map(({ id, name }) => ({ value: id, label: name })), { value: "elsewhere", label: t("elsewhere") }];
}

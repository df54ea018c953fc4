import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { ChoiceField, TextField } from "#app/components/field.tsx";
import { NewLink } from "#app/components/new-link.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Role } from "#domain/organisation.ts";

export interface InviteFormProps {
  /** Those that the reader may invite to. */
  readonly roles: readonly Role[];
  /** A link just made. */
  readonly link: string | undefined;
}

export function InviteForm({ roles, link }: InviteFormProps) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const options = roles.map((role) => ({
    value: role,
    label: word(`role.${role}`),
    hint: t(`organisation.roleHint.${role}`),
  }));
  return (
    <Panel heading={t("organisation.invite")}>
      {link !== undefined && <NewLink url={link} />}
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="intent" value="invite" />
        <ChoiceField legend={t("organisation.role")} name="role" options={options} defaultValue={roles[0] ?? ""} />
        <TextField label={t("organisation.note")} name="note" hint={t("organisation.noteHint")} maxLength={120} />
        <Button type="submit" tone="primary" className="justify-self-start">
          {t("organisation.makeLink")}
        </Button>
      </Form>
    </Panel>
  );
}

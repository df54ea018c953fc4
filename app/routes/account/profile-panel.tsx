import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import { SavedMark } from "#app/components/saved-mark.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AccountPosted } from "./actions.server.ts";
import type { HeldRole } from "./data.server.ts";

export interface ProfilePanelProps {
  readonly name: string;
  readonly language: "da" | "en" | null;
  readonly roles: readonly HeldRole[];
  readonly posted: AccountPosted | undefined;
}

/** How others see the person, and in which language the pages are. */
export function ProfilePanel({ name, language, roles, posted }: ProfilePanelProps) {
  const { t, i18n } = useTranslation("people");
  const languages = [
    { value: "da", label: t("account.danish") },
    { value: "en", label: t("account.english") },
  ];
  return (
    <Panel heading={t("account.profile")}>
      {/* A new language comes with a new document. */}
      <Form method="post" noValidate reloadDocument className="grid gap-4">
        <input type="hidden" name="intent" value="profile" />
        <TextField
          label={t("name")}
          autoComplete="name"
          hint={t("account.nameHint")}
          {...refusedField(posted?.refused, "name", name)}
        />
        <SelectField
          label={t("account.language")}
          name="language"
          options={languages}
          defaultValue={language ?? i18n.language}
          className="max-w-60"
        />
        <RoleList roles={roles} />
        <SavedMark isShown={posted?.saved === true}>
          <Button type="submit" tone="primary">
            {t("save")}
          </Button>
        </SavedMark>
      </Form>
    </Panel>
  );
}

function RoleList({ roles }: { readonly roles: readonly HeldRole[] }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  return (
    <div>
      <h3 className="text-[13px]/5">{t("account.roles")}</h3>
      {roles.length === 0 ? (
        <p className="text-muted">{t("account.noRoles")}</p>
      ) : (
        <ul>
          {roles.map(({ role, where }) => (
            <li key={`${role} ${where}`}>
              {where === null
                ? word(`role.${role}`)
                : t("account.roleIn", { role: word(`role.${role}`), organisation: where })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

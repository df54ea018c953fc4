import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { SavedMark } from "#app/components/saved-mark.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AccountPosted } from "./actions.server.ts";

export interface PasswordPanelProps {
  readonly email: string;
  readonly posted: AccountPosted | undefined;
}

export function PasswordPanel({ email, posted }: PasswordPanelProps) {
  const { t } = useTranslation("people");
  return (
    <Panel heading={t("account.password")}>
      <Form method="post" noValidate reloadDocument className="grid gap-4">
        <input type="hidden" name="intent" value="password" />
        {/* Password managers file the new password under the address. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={t("account.newPassword")}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t("account.passwordHint")}
          error={posted?.refused?.errors.password}
        />
        <SavedMark isShown={posted?.saved === true}>
          <Button type="submit">{t("save")}</Button>
        </SavedMark>
      </Form>
    </Panel>
  );
}

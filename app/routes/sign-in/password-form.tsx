import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";

export function PasswordForm({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { t } = useTranslation("signIn");
  return (
    <Panel heading={t("password.heading")}>
      <Form method="post" noValidate className="grid gap-3">
        <input type="hidden" name="intent" value="password" />
        <TextField label={t("email")} type="email" autoComplete="username" {...refusedField(refused, "email")} />
        <TextField
          label={t("password.label")}
          name="password"
          type="password"
          autoComplete="current-password"
          error={refused?.errors.password}
        />
        <Button type="submit" className="justify-self-start">
          {t("password.submit")}
        </Button>
      </Form>
    </Panel>
  );
}

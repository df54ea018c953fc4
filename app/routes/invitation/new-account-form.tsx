import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";

export interface NewAccountFormProps {
  readonly refused: RefusedForm | undefined;
  /** This page, for those who have an account and sign in first. */
  readonly returnTo: string;
}

export function NewAccountForm({ refused, returnTo }: NewAccountFormProps) {
  const { t } = useTranslation("people");
  return (
    <Panel heading={t("invitation.makeAccount")}>
      <Form method="post" noValidate className="grid gap-4">
        <TextField
          label={t("name")}
          autoComplete="name"
          hint={t("invitation.nameHint")}
          {...refusedField(refused, "name")}
        />
        <TextField
          label={t("email")}
          type="email"
          autoComplete="email"
          hint={t("invitation.emailHint")}
          {...refusedField(refused, "email")}
        />
        <Button type="submit" tone="primary" className="justify-self-start">
          {t("invitation.accept")}
        </Button>
      </Form>
      <p className="mt-4 border-t border-line pt-3 text-muted">
        {t("invitation.hasAccount")}{" "}
        <Link to={`/sign-in?next=${encodeURIComponent(returnTo)}`} className="link">
          {t("invitation.signInFirst")}
        </Link>
      </p>
    </Panel>
  );
}

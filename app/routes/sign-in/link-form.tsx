import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { refusedField } from "#app/components/refused-field.ts";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";

export interface LinkFormProps {
  readonly sendsMail: boolean;
  readonly sentTo: string | undefined;
  readonly refused: RefusedForm | undefined;
}

/** A link by e-mail; where no mail is sent, who to ask for one. */
export function LinkForm({ sendsMail, sentTo, refused }: LinkFormProps) {
  const { t } = useTranslation("signIn");
  if (!sendsMail) {
    return (
      <Panel heading={t("link.heading")}>
        <p className="text-muted">{t("link.none")}</p>
      </Panel>
    );
  }
  if (sentTo !== undefined) {
    return (
      <Panel heading={t("link.sentHeading")}>
        <p role="status">{t("link.sent", { email: sentTo })}</p>
        <p className="mt-3">
          <Link to="/sign-in" className="link">
            {t("link.again")}
          </Link>
        </p>
      </Panel>
    );
  }
  return (
    <Panel heading={t("link.heading")}>
      <Form method="post" noValidate className="grid gap-3">
        <input type="hidden" name="intent" value="link" />
        <TextField label={t("email")} type="email" autoComplete="email" {...refusedField(refused, "email")} />
        <Button type="submit" tone="primary" className="justify-self-start">
          {t("link.submit")}
        </Button>
      </Form>
    </Panel>
  );
}

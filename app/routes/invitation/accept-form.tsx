import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

/** For somebody who is signed in already. */
export function AcceptForm({ name }: { readonly name: string }) {
  const { t } = useTranslation("people");
  return (
    <Form method="post" reloadDocument>
      <Button type="submit" tone="primary">
        {t("invitation.acceptAs", { name })}
      </Button>
      <p className="mt-2 text-muted">{t("invitation.notYou")}</p>
    </Form>
  );
}

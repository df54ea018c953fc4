import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { WorkshopFields, type WorkshopFieldsProps } from "#app/components/workshop-fields.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

export function NewWorkshop({ refused }: Pick<WorkshopFieldsProps, "refused">) {
  const { t } = useTranslation("workshop");
  return (
    <Panel heading={t("list.create")}>
      <Form method="post" noValidate className="grid gap-4">
        <WorkshopFields refused={refused} />
        <Button type="submit" tone="primary" className="justify-self-start">
          {t("form.submit")}
        </Button>
      </Form>
    </Panel>
  );
}

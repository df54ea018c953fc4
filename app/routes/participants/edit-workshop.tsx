import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { SavedMark } from "#app/components/saved-mark.tsx";
import { WorkshopFields, type WorkshopFieldsProps } from "#app/components/workshop-fields.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Workshop } from "#domain/workshop.ts";

export interface EditWorkshopProps extends Pick<WorkshopFieldsProps, "refused"> {
  readonly workshop: Workshop;
  readonly isSaved: boolean;
}

export function EditWorkshop({ workshop, refused, isSaved }: EditWorkshopProps) {
  const { t } = useTranslation("workshop");
  return (
    <Panel heading={t("participants.edit")}>
      <Form method="post" noValidate preventScrollReset className="grid gap-4">
        <input type="hidden" name="intent" value="save-workshop" />
        <WorkshopFields workshop={workshop} refused={refused} />
        <SavedMark isShown={isSaved}>
          <Button type="submit">{t("form.save")}</Button>
        </SavedMark>
      </Form>
    </Panel>
  );
}

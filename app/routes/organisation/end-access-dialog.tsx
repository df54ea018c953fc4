import { useSubmit } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Member } from "#db/queries/organisations.ts";

/** Ending somebody's access works at once, so it is asked for. */
export function EndAccessDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const { t } = useTranslation(["people", "common", "vocabulary"]);
  const submit = useSubmit();
  const role = t(`vocabulary:role.${member.role}`).toLowerCase();
  const end = () => {
    submit({ intent: "end-access", assignmentId: member.assignmentId }, { method: "post" });
    onClose();
  };
  return (
    <Dialog heading={t("organisation.endQuestion", { name: member.name })} isOpen onClose={onClose} role="alertdialog">
      <p>{t("organisation.endText", { name: member.name, role })}</p>
      <div className="mt-4 flex gap-2">
        <Button tone="danger" onPress={end}>
          {t("organisation.end")}
        </Button>
        <Button onPress={onClose}>{t("common:actions.cancel")}</Button>
      </div>
    </Dialog>
  );
}

import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import type { action } from "./erase.ts";

export interface EraseDialogProps {
  readonly initiative: InitiativeSnapshot;
  readonly onClose: () => void;
}

/** Nobody can take erasing back, so it is asked for. */
export function EraseDialog({ initiative, onClose }: EraseDialogProps) {
  const { t } = useTranslation("board");
  const { t: common } = useTranslation("common");
  const { boardId } = useBoard();
  const { Form, state, data } = useFetcher<typeof action>();
  useEffect(() => {
    if (state !== "idle" || data === undefined) return;
    showToast({ text: t(data.erased ? "bin.erased" : "bin.notErased") });
    onClose();
  }, [state, data, onClose, t]);
  return (
    <Dialog heading={t("bin.eraseQuestion")} isOpen onClose={onClose} role="alertdialog">
      <p>{t("bin.eraseText", { title: initiative.title.trim() || t("card.untitled") })}</p>
      <p className="mt-2 text-muted">{t("bin.eraseCopies")}</p>
      <Form method="post" action={`/boards/${boardId}/erase`} className="mt-4 flex gap-2">
        <input type="hidden" name="initiative" value={initiative.id} />
        <Button type="submit" tone="danger" isDisabled={state !== "idle"}>
          {t("bin.erase")}
        </Button>
        <Button onPress={onClose}>{common("actions.cancel")}</Button>
      </Form>
    </Dialog>
  );
}

import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";

export interface EmptyBinDialogProps {
  /** What lay in the bin when it was asked for. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Emptying deletes for everybody, so it is asked for. */
export function EmptyBinDialog({ ids, onClose }: EmptyBinDialogProps) {
  const { t } = useTranslation("board");
  const { t: common } = useTranslation("common");
  const { session } = useBoard();
  const empty = () => {
    session?.run((doc, commands) => commands.emptyBin(doc, ids));
    showToast({ text: t("bin.emptied", { count: ids.length }) });
    onClose();
  };
  return (
    <Dialog heading={t("bin.emptyQuestion")} isOpen onClose={onClose} role="alertdialog">
      <p>{t("bin.emptyText", { count: ids.length })}</p>
      <div className="mt-4 flex gap-2">
        <Button tone="danger" onPress={empty}>
          {t("bin.emptyIt")}
        </Button>
        <Button onPress={onClose}>{common("actions.cancel")}</Button>
      </div>
    </Dialog>
  );
}

import { useMemo } from "react";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";

/** Taking back one's own last step and bringing it back; says so when others' work kept a card from going. */
export function useOwnSteps(): { readonly undo: () => void; readonly redo: () => void } {
  const { t } = useTranslation("board");
  const { session } = useBoard();
  return useMemo(
    () => ({
      undo() {
        const kept = session?.undo() ?? [];
        if (kept.length > 0) showToast({ text: t("undo.kept", { count: kept.length }) });
      },
      redo: () => session?.redo(),
    }),
    [session, t],
  );
}

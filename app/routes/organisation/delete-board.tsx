import { ConfirmStep } from "#app/components/confirm-step.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

/** The part of the address that names the board to be deleted. */
export const DELETE = "delete";

export interface BoardToDelete {
  readonly id: string;
  readonly workshop: { readonly title: string };
  readonly initiatives: number;
}

/** What deleting a board means, for whom, and what can be undone. */
export function DeleteBoard({ board }: { readonly board: BoardToDelete }) {
  const { t } = useTranslation("people");
  return (
    <ConfirmStep
      question={t("organisation.deleteQuestion", { workshop: board.workshop.title })}
      fields={{ intent: "delete-board", boardId: board.id }}
      submit={t("organisation.deleteBoard")}
    >
      <p>{t("organisation.deleteText", { count: board.initiatives })}</p>
      <p className="mt-1">{t("organisation.deleteUndo")}</p>
    </ConfirmStep>
  );
}

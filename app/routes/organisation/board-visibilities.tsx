import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { ChoiceField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { BOARD_VISIBILITIES, type BoardVisibility } from "#domain/organisation.ts";
import { type BoardToDelete, DELETE, DeleteBoard } from "./delete-board.tsx";

interface Board {
  readonly id: string;
  readonly workshop: { readonly id: string; readonly title: string };
  readonly visibility: BoardVisibility;
  /** Whether the kommune is in the board's workshop. */
  readonly takesPart: boolean;
}
export interface BoardVisibilitiesProps {
  readonly boards: readonly Board[];
  /** Whether the reader may open the boards. */
  readonly opens: boolean;
  /** Whether the reader may change who reads them, and delete them. */
  readonly administers: boolean;
  /** The board that the reader has asked to delete. */
  readonly deleting: BoardToDelete | null;
}

/** Who may read each board, in words, and the place to change it. */
export function BoardVisibilities({ boards, opens, administers, deleting }: BoardVisibilitiesProps) {
  const { t } = useTranslation("people");
  return (
    <Panel heading={t("organisation.boards")} id="boards">
      <p className="text-muted">{boards.length === 0 ? t("organisation.noBoards") : t("organisation.boardsText")}</p>
      {boards.map((board) => (
        <section key={board.id} className="mt-4 border-t border-line pt-4">
          <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 className="text-sm/5">{board.workshop.title}</h3>
            {opens && (
              <Link to={`/boards/${board.id}`} className="link text-[13px]">
                {t("organisation.openBoard")}
              </Link>
            )}
          </div>
          <BoardChoices board={board} administers={administers} deleting={deleting} />
        </section>
      ))}
    </Panel>
  );
}

/** What the reader may do about one board. Out of the workshop it is the kommune's alone, and there is nothing to choose. */
function BoardChoices({
  board,
  administers,
  deleting,
}: Pick<BoardVisibilitiesProps, "administers" | "deleting"> & { readonly board: Board }) {
  const { t } = useTranslation("people");
  if (deleting?.id === board.id) return <DeleteBoard board={deleting} />;
  if (administers && board.takesPart) return <VisibilityForm board={board} />;
  return (
    <div className="grid gap-2">
      <div>
        <VisibilityText visibility={board.visibility} />
        <p className="text-[13px] text-muted">
          {board.takesPart ? t("organisation.visibilityOnlyAdministrator") : t("organisation.takesNoPart")}
        </p>
      </div>
      {administers && <DeleteLink board={board} />}
    </div>
  );
}

function VisibilityForm({ board }: { readonly board: Board }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  const options = BOARD_VISIBILITIES.map((value) => ({
    value,
    label: word(`visibility.${value}`),
    hint: t(`organisation.visibilityHint.${value}`),
  }));
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="intent" value="set-visibility" />
      <input type="hidden" name="boardId" value={board.id} />
      <ChoiceField
        // Starts anew from what the server has, also after a change in another tab.
        key={board.visibility}
        legend={<span className="sr-only">{t("organisation.boards")}</span>}
        name="visibility"
        options={options}
        defaultValue={board.visibility}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button type="submit">{t("save")}</Button>
        <DeleteLink board={board} />
      </div>
    </Form>
  );
}

function DeleteLink({ board }: { readonly board: Board }) {
  const { t } = useTranslation("people");
  return (
    <Link
      to={`?${DELETE}=${board.id}`}
      preventScrollReset
      className="link text-[13px] text-overlap"
      aria-label={t("organisation.deleteBoardOf", { workshop: board.workshop.title })}
    >
      {t("organisation.deleteBoard")}
    </Link>
  );
}

function VisibilityText({ visibility }: { readonly visibility: BoardVisibility }) {
  const { t } = useTranslation("people");
  const { t: word } = useTranslation("vocabulary");
  return (
    <>
      <p className="font-medium">{word(`visibility.${visibility}`)}</p>
      <p className="text-[13px] text-muted">{t(`organisation.visibilityHint.${visibility}`)}</p>
    </>
  );
}

import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

/** The part of the address that names the board to be deleted. */
export const DELETE = "delete";

export interface BoardToDelete {
  readonly id: string;
  readonly workshop: { readonly title: string };
  readonly initiatives: number;
}

/** The step between asking to delete a board and doing so: what happens, for whom, and what can be undone. */
export function DeleteBoard({ board }: { readonly board: BoardToDelete }) {
  const { t } = useTranslation(["people", "common"]);
  const question = useRef<HTMLHeadingElement>(null);
  // The link that led here is gone; who reads by ear or key goes on from the question.
  useEffect(() => question.current?.focus(), []);
  return (
    <div className="rounded-lg border border-overlap/40 bg-overlap-on px-4 py-3">
      <h4 ref={question} tabIndex={-1} className="mb-1 font-semibold text-overlap outline-none">
        {t("organisation.deleteQuestion", { workshop: board.workshop.title })}
      </h4>
      <p>{t("organisation.deleteText", { count: board.initiatives })}</p>
      <p className="mt-1">{t("organisation.deleteUndo")}</p>
      <Form method="post" className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="delete-board" />
        <input type="hidden" name="boardId" value={board.id} />
        <Button type="submit" tone="danger">
          {t("organisation.deleteBoard")}
        </Button>
        <LinkButton href="?" preventScrollReset>
          {t("common:actions.cancel")}
        </LinkButton>
      </Form>
    </div>
  );
}

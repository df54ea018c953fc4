import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";

export interface DeletedBoardsProps {
  readonly boards: readonly {
    readonly id: string;
    readonly workshop: { readonly title: string };
    readonly deletedAt: number;
    /** From then on it is too late. */
    readonly until: number;
  }[];
  /** Why the last one could not be brought back. */
  readonly refused: string | undefined;
}

/** What the kommune has deleted and can still bring back. */
export function DeletedBoards({ boards, refused }: DeletedBoardsProps) {
  const { t } = useTranslation("people");
  const format = useFormat();
  return (
    <Panel heading={t("organisation.deletedBoards")}>
      {refused !== undefined && (
        <p role="alert" className="mb-3 rounded-md bg-overlap-on px-3 py-2 text-overlap">
          {refused}
        </p>
      )}
      <ul className="divide-y divide-line">
        {boards.map(({ id, workshop, deletedAt, until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">{workshop.title}</p>
              <p className="text-[13px] text-muted">
                {t("organisation.deletedLine", { date: format.dateTime(deletedAt), until: format.date(until) })}
              </p>
            </div>
            <Form method="post">
              <input type="hidden" name="intent" value="bring-board-back" />
              <input type="hidden" name="boardId" value={id} />
              <Button
                type="submit"
                size="small"
                aria-label={t("organisation.bringBackOf", { workshop: workshop.title })}
              >
                {t("organisation.bringBack")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

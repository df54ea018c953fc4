import { useRef } from "react";
import { EmptyState } from "#app/components/empty-state.tsx";
import type { RefusedForm } from "#app/http/forms.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { plannedStarts } from "#domain/live/schedule.ts";
import { ItemRow } from "./item-row.tsx";
import { useItemDrag } from "./use-item-drag.ts";
import { useMoves } from "./use-moves.ts";

export interface ItemListProps {
  readonly agenda: readonly AgendaItem[];
  readonly startsAt: number | null;
  /** The item whose form is open. */
  readonly editing: string | null;
  readonly refused: { readonly itemId: string | null; readonly refused: RefusedForm } | undefined;
}

/** The day as a list: dragged, or moved by buttons and keys. */
export function ItemList({ agenda, startsAt, editing, refused }: ItemListProps) {
  const { t } = useTranslation("agenda");
  const list = useRef<HTMLOListElement>(null);
  const { move, said } = useMoves(list, { agenda, startsAt });
  const { carried, begin } = useItemDrag(list, move);
  const starts = startsAt === null ? null : plannedStarts(agenda, startsAt);
  if (agenda.length === 0) return <EmptyState heading={t("empty")}>{t("emptyText")}</EmptyState>;
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol ref={list} aria-label={t("list")} className="grid gap-2">
        {agenda.map((item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            index={index}
            isLast={index === agenda.length - 1}
            startsAt={starts?.get(item.id) ?? null}
            isOpen={editing === item.id}
            refused={refused?.itemId === item.id ? refused.refused : undefined}
            carried={carried}
            onDrag={begin}
            move={move}
          />
        ))}
      </ol>
    </>
  );
}

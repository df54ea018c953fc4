import { useFetcher } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { plannedStarts } from "#domain/live/schedule.ts";

/** Lays an item at a place in the list, counted from 0. */
export type MoveItem = (itemId: string, to: number) => void;

export interface Day {
  readonly agenda: readonly AgendaItem[];
  readonly startsAt: number | null;
}

/** Moves items; says afterwards where the item is, and keeps the focus on it. */
export function useMoves(
  list: RefObject<HTMLElement | null>,
  { agenda, startsAt }: Day,
): { move: MoveItem; said: string } {
  const { submit } = useFetcher();
  const moved = useRef<{ readonly itemId: string; readonly from: number } | null>(null);
  const [said, setSaid] = useState("");
  const tell = useSentence();
  const move = useCallback<MoveItem>(
    (itemId, to) => {
      moved.current = { itemId, from: agenda.findIndex(({ id }) => id === itemId) };
      submit({ intent: "move-item", itemId, to: String(to) }, { method: "post" });
    },
    [submit, agenda],
  );
  useEffect(() => {
    if (moved.current === null) return;
    const { itemId, from } = moved.current;
    const at = agenda.findIndex(({ id }) => id === itemId);
    // The page is painted anew before the server has answered, too.
    if (at === -1 || at === from) return;
    moved.current = null;
    setSaid(tell({ agenda, startsAt }, itemId));
    // The browser drops the focus of a row that takes another place in the document.
    const handle = list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"] [data-handle]`);
    if (document.activeElement === document.body) handle?.focus();
  }, [agenda, startsAt, list, tell]);
  return { move, said };
}

function useSentence() {
  const { t } = useTranslation("agenda");
  const { time } = useFormat();
  return useCallback(
    ({ agenda, startsAt }: Day, itemId: string): string => {
      const at = agenda.findIndex(({ id }) => id === itemId);
      const told = { title: agenda[at]?.title ?? "", at: at + 1, of: agenda.length };
      const begins = startsAt === null ? undefined : plannedStarts(agenda, startsAt).get(itemId);
      return begins === undefined ? t("moved", told) : t("movedTimed", { ...told, time: time(begins) });
    },
    [t, time],
  );
}

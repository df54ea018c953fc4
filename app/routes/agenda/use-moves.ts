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
export function useMoves(list: RefObject<HTMLElement | null>, day: Day): { move: MoveItem; said: string } {
  const { submit } = useFetcher();
  const moved = useRef<string | null>(null);
  const [said, setSaid] = useState("");
  const tell = useSentence();
  const move = useCallback<MoveItem>(
    (itemId, to) => {
      moved.current = itemId;
      submit({ intent: "move-item", itemId, to: String(to) }, { method: "post" });
    },
    [submit],
  );
  useEffect(() => {
    const itemId = moved.current;
    if (itemId === null || !day.agenda.some(({ id }) => id === itemId)) return;
    moved.current = null;
    setSaid(tell(day, itemId));
    // The browser drops the focus of a row that takes another place in the document.
    const handle = list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"] [data-handle]`);
    if (document.activeElement === document.body) handle?.focus();
  }, [day, list, tell]);
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

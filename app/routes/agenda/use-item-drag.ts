import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useState } from "react";
import type { MoveItem } from "./use-moves.ts";

/** An item under the pointer, and the gap between rows where it would be laid, from 0 above the first. */
export interface CarriedItem {
  readonly id: string;
  readonly gap: number;
}

/** Carries rows by their handle with mouse, pen or finger. Escape lays the row back. */
export function useItemDrag(list: RefObject<HTMLElement | null>, move: MoveItem) {
  const [carried, setCarried] = useState<CarriedItem | null>(null);
  const begin = useCallback(
    (event: ReactPointerEvent<HTMLElement>, id: string) => {
      if (event.button !== 0) return;
      event.preventDefault();
      setCarried({ id, gap: gapAt(list.current, event.clientY) });
    },
    [list],
  );
  const isCarrying = carried !== null;
  useEffect(() => {
    if (!isCarrying) return;
    const follow = ({ clientY }: PointerEvent) =>
      setCarried((was) => was && { ...was, gap: gapAt(list.current, clientY) });
    const lay = () =>
      setCarried((was) => {
        if (was !== null) queueMicrotask(() => layDown(list.current, was, move));
        return null;
      });
    const drop = () => setCarried(null);
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && drop();
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", lay);
    document.addEventListener("pointercancel", drop);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerup", lay);
      document.removeEventListener("pointercancel", drop);
      document.removeEventListener("keydown", onKey);
    };
  }, [isCarrying, list, move]);
  return { carried, begin };
}

const rowsOf = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>(":scope > [data-item]") ?? []),
];

const gapAt = (list: HTMLElement | null, y: number): number =>
  rowsOf(list).filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  }).length;

/** The row itself is out of the list while its place is counted; a gap beside it changes nothing. */
function layDown(list: HTMLElement | null, { id, gap }: CarriedItem, move: MoveItem): void {
  const from = rowsOf(list).findIndex((row) => row.dataset["item"] === id);
  const to = gap > from ? gap - 1 : gap;
  if (from !== -1 && to !== from) move(id, to);
}

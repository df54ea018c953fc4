import { useEffect, useRef, useState } from "react";
import type { CardView } from "./use-card-views.ts";

/** What a list must know of a row: which card, and what to call it aloud. */
export interface CardRow {
  readonly id: string;
  readonly title: string;
}

/** A title that is being typed is not the row's name before it rests. */
const REST_MS = 1_500;

const isSameOrder = (rows: readonly CardRow[], cards: readonly CardView[]): boolean =>
  rows.length === cards.length && cards.every(({ id }, at) => rows[at]?.id === id);

/** The rows of the cards; a row whose card keeps its title is the same object, and an unchanged list the same list. */
export function rowsOf(cards: readonly CardView[], before: readonly CardRow[]): readonly CardRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const rows = cards.map(({ id, initiative: { title } }) => {
    const row = known.get(id);
    return row?.title === title ? row : { id, title };
  });
  return isSameOrder(before, cards) && rows.every((row, at) => row === before[at]) ? before : rows;
}

/** Rows that change at once when cards come, go or move, and a little later when only titles do. */
export function useSteadyRows(cards: readonly CardView[]): readonly CardRow[] {
  const rows = useRef<readonly CardRow[]>([]);
  const [, showTitles] = useState(0);
  if (!isSameOrder(rows.current, cards)) rows.current = rowsOf(cards, rows.current);
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = rowsOf(cards, rows.current);
      if (next === rows.current) return;
      rows.current = next;
      showTitles((shown) => shown + 1);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [cards]);
  return rows.current;
}

import { type RefObject, useEffect, useRef } from "react";
import { showToast } from "#app/components/toast.tsx";
import { ANSWERS, needsReason } from "#domain/finding.ts";
import type { FindingRow } from "./data.server.ts";
import type { GiveAnswer } from "./use-answer.ts";

export interface ListKeys {
  readonly rows: readonly FindingRow[];
  readonly answer: GiveAnswer;
  /** Opens the note; also for an answer that must be explained. */
  readonly note: (row: FindingRow) => void;
  /** Opens the choice of a table; null for those who give out none. */
  readonly place: ((row: FindingRow) => void) | null;
}

/** J and K go through the list, 1–6 answer the finding in focus, N writes a note to the answer, T gives it to a table. */
export function useListKeys(place: RefObject<HTMLElement | null>, keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useFocusKept(place, keys.rows);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const { rows, answer, note, place: placeAtTable } = latest.current;
      const index = focusedIndex(place.current, rows);
      const row = rows[index];
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") focusLine(place.current, rows[stepped(index, key, rows.length)]);
      else if (row === undefined) return;
      else if (key === "t") placeAtTable?.(row);
      else if (!isAsked(row)) return;
      else if (key === "n") note(row);
      else answerByNumber(row, key, { answer, note });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [place]);
}

/** The reader answers for a kommune here, or suggests what it might answer. */
export const isAsked = ({ answerFor, mayAssess }: FindingRow): boolean => answerFor !== null || mayAssess;

function answerByNumber(row: FindingRow, key: string, { answer, note }: Pick<ListKeys, "answer" | "note">): void {
  const chosen = ANSWERS[Number(key) - 1];
  if (chosen === undefined) return;
  if (needsReason(chosen)) note(row);
  else
    void answer(row, { answer: chosen, cause: null, reason: "" }).then(
      (problem) => problem !== null && showToast({ text: problem }),
    );
}

/** A letter belongs to the field that is written in, and to the browser when a modifier is held. */
function isTyping({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], dialog, [role=dialog]") !== null
  );
}

const stepped = (index: number, key: "j" | "k", count: number): number =>
  index === -1 ? 0 : Math.min(Math.max(index + (key === "j" ? 1 : -1), 0), count - 1);

const lineOf = (place: HTMLElement | null, row: FindingRow | undefined): HTMLElement | null =>
  row === undefined ? null : (place?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(row.id)}"] a`) ?? null);

function focusLine(place: HTMLElement | null, row: FindingRow | undefined): void {
  const line = lineOf(place, row);
  line?.focus();
  line?.scrollIntoView({ block: "nearest" });
}

function focusedIndex(place: HTMLElement | null, rows: readonly FindingRow[]): number {
  const id = document.activeElement?.closest<HTMLElement>("[data-finding]")?.dataset["finding"];
  return place === null || id === undefined ? -1 : rows.findIndex((row) => row.id === id);
}

/** When the line in focus leaves the list because it was answered, the one that took its place gets the focus. */
function useFocusKept(place: RefObject<HTMLElement | null>, rows: readonly FindingRow[]): void {
  const before = useRef({ rows, index: -1 });
  useEffect(() => {
    const remember = () => {
      const index = focusedIndex(place.current, rows);
      if (index !== -1) before.current = { rows, index };
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [place, rows]);
  useEffect(() => {
    const { rows: then, index } = before.current;
    const was = then[index];
    if (was === undefined || rows.some(({ id }) => id === was.id)) return;
    before.current = { rows, index: -1 };
    if (document.activeElement === document.body) focusLine(place.current, rows[Math.min(index, rows.length - 1)]);
  }, [place, rows]);
}

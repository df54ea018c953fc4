import { useEffect } from "react";
import { useBoard } from "./board-context.tsx";
import { useOwnSteps } from "./use-own-steps.ts";

/** Ctrl Z takes back one's own last step, Ctrl Y or Ctrl Shift Z brings it back. */
function stepOf(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y") return "redo";
  if (key !== "z") return null;
  return event.shiftKey ? "redo" : "undo";
}

/** Fields that keep their own history: the editor, search, a card that is not added yet. The shared title does not. */
const keepsOwnHistory = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea:not([data-shared])") !== null);

export function useUndoKeys(): void {
  const { session, canEdit } = useBoard();
  const steps = useOwnSteps();
  useEffect(() => {
    if (session === null || !canEdit) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === null || keepsOwnHistory(event.target)) return;
      event.preventDefault();
      steps[step]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [session, canEdit, steps]);
}

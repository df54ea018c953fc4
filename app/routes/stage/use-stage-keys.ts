import { useEffect } from "react";

/** On the button that a key presses: what cannot be pressed now is pressed by no key either. */
export const stageKey = (key: string) => ({ "data-stage-key": key });

/** The keys of the facilitator press the buttons that show them. */
export function useStageKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return;
      const button = document.querySelector<HTMLElement>(`[data-stage-key="${CSS.escape(nameOf(event.key))}"]`);
      if (button === null || button.matches(":disabled, [aria-disabled=true]")) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

const nameOf = (key: string): string => (key === " " ? "space" : key.toLowerCase());

/** A letter belongs to the field that is written in, space and arrows to what has the focus, the rest to the browser. */
function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target, key, ctrlKey, metaKey, altKey, defaultPrevented, repeat } = event;
  if (ctrlKey || metaKey || altKey || defaultPrevented || repeat) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]") !== null)
    return true;
  return key === " " && target.closest("button, a, summary, [role=button]") !== null;
}

import { useEffect, useRef } from "react";

/** A key for those who sit at a keyboard; nothing while they write, choose, or hold another key. */
export function useKey(key: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || isForSomethingElse(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [key]);
}

function isForSomethingElse({ target, ctrlKey, metaKey, altKey, defaultPrevented, repeat }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || repeat || !(target instanceof HTMLElement)) return true;
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]") !== null;
}

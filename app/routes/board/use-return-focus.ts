import { type RefObject, useRef } from "react";

/** After a field to add something has closed, one is back at the button that opened it: `data-add` names it. */
export function useReturnFocus<E extends HTMLElement>(): [container: RefObject<E>, returnTo: (name: string) => void] {
  const container = useRef<E>(null);
  const returnTo = (name: string) =>
    requestAnimationFrame(() => container.current?.querySelector<HTMLElement>(`[data-add="${name}"]`)?.focus());
  return [container, returnTo];
}

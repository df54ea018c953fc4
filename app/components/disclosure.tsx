import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

export interface DisclosureProps {
  /** Read aloud for the button; the trigger may be a picture. */
  readonly label: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * Links behind a button, in the browser's own element so that they open without JavaScript. Escape, a press outside and
 * going to another page close it.
 */
export function Disclosure({ label, trigger, children, className }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what the effect reacts to
  useEffect(() => details.current?.removeAttribute("open"), [key]);
  useEffect(() => {
    const closeOnPressOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !details.current?.contains(target)) details.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", closeOnPressOutside);
    return () => document.removeEventListener("pointerdown", closeOnPressOutside);
  }, []);
  return (
    <details
      ref={details}
      className={classNames("relative", className)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        details.current.open = false;
        details.current.querySelector("summary")?.focus();
      }}
    >
      <summary
        aria-label={label}
        className="grid size-9 list-none place-items-center rounded-md hover:bg-primary-on [&::-webkit-details-marker]:hidden"
      >
        {trigger}
      </summary>
      <div className="absolute right-0 z-50 mt-1 min-w-52 rounded-lg border border-line bg-surface p-2 shadow-pop">
        {children}
      </div>
    </details>
  );
}

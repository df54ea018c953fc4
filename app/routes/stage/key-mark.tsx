import type { ReactNode } from "react";

/** The key that does the same as the button it stands on. */
export function KeyMark({ children }: { readonly children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className="rounded-[4px] border border-line bg-surface px-1 text-[11px]/4 font-medium text-muted max-lg:hidden"
    >
      {children}
    </span>
  );
}

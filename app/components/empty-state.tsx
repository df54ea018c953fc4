import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly heading: string;
  /** What will stand here, and what to do to get there. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A place without content yet. */
export function EmptyState({ heading, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-dashed border-edge px-5 py-8 text-center">
      <p className="font-semibold">{heading}</p>
      {children !== undefined && <p className="mx-auto mt-1 max-w-prose text-muted">{children}</p>}
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}

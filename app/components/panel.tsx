import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

export interface PanelProps {
  readonly heading: ReactNode;
  /** At the right of the heading: a count or a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
  readonly className?: string;
}

/** A white box with a heading: the building block of every page but the board. */
export function Panel({ heading, aside, children, id, className }: PanelProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={classNames("rounded-xl border border-line bg-surface p-5 print:break-inside-avoid", className)}
    >
      <div className="mb-2.5 flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={headingId} className="text-base/6">
          {heading}
        </h2>
        {aside !== undefined && <div className="text-[13px] text-muted">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

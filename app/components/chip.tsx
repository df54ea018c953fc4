import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { classNames } from "./class-names.ts";

const SHAPE = "inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-full border px-2 text-xs/4 text-ink";

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** `empty` is a dashed outline: something that is missing or can be added. */
  readonly tone?: "plain" | "empty" | "soft";
  /** With this, a cross removes the chip; the label says what is removed. */
  readonly onRemove?: { readonly label: string; readonly run: () => void };
}

const TONES = {
  plain: "border-line bg-surface",
  soft: "border-transparent bg-primary-on text-primary",
  empty: "border-dashed border-edge bg-transparent text-muted",
};

/** A short word about something: a tag, an actor, a count. */
export function Chip({ children, icon, tone = "plain", onRemove }: ChipProps) {
  return (
    <span className={classNames(SHAPE, TONES[tone], onRemove !== undefined && "pr-0")}>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {onRemove !== undefined && (
        <AriaButton
          aria-label={onRemove.label}
          onPress={onRemove.run}
          className="grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-sand hover:text-ink"
        >
          <X className="size-3.5" aria-hidden="true" />
        </AriaButton>
      )}
    </span>
  );
}

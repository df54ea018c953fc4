import { CircleCheck, CircleDashed, CircleSlash, Equal, History, type LucideIcon } from "lucide-react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingState } from "#domain/finding.ts";
import { classNames } from "./class-names.ts";

const MARKS: Record<FindingState, { readonly icon: LucideIcon; readonly tone: string }> = {
  proposed: { icon: CircleDashed, tone: "border-line bg-surface text-muted" },
  confirmed: { icon: CircleCheck, tone: "border-transparent bg-synergy-on text-synergy" },
  parallel: { icon: Equal, tone: "border-transparent bg-primary-on text-primary" },
  dismissed: { icon: CircleSlash, tone: "border-line bg-sand text-ink" },
  outdated: { icon: History, tone: "border-transparent bg-gap-on text-gap" },
};

/** Where a finding stands, by icon, word and colour. */
export function StateMark({ state }: { readonly state: FindingState }) {
  const { t } = useTranslation("vocabulary");
  const { icon: Icon, tone } = MARKS[state];
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center gap-1.5 rounded-full border px-2 text-xs/4 font-semibold",
        tone,
      )}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      {t(`findingState.${state}`)}
    </span>
  );
}

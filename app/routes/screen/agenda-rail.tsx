import { classNames } from "#app/components/class-names.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import type { Stage } from "#domain/live/view.ts";

/** Items before and after the current one that are shown; a long day would not fit. */
const AROUND = { before: 4, after: 6 } as const;

export interface AgendaRailProps {
  readonly agenda: readonly AgendaItem[];
  readonly stage: Pick<Stage, "itemId" | "state">;
}

/** Where the day is. */
export function AgendaRail({ agenda, stage: { itemId, state } }: AgendaRailProps) {
  const { t } = useTranslation("screen");
  const at = state === "closed" ? agenda.length : agenda.findIndex(({ id }) => id === itemId);
  const most = AROUND.before + 1 + AROUND.after;
  // At the end of the day what has been fills the place of what would come.
  const from = Math.max(0, Math.min(at - AROUND.before, agenda.length - most));
  const shown = agenda.slice(from, Math.max(at, 0) + AROUND.after + 1);
  return (
    <ol className="mt-[2.2em] grid grid-cols-[minmax(0,1fr)] gap-[0.9em] pr-[1.5em]" aria-label={t("agenda")}>
      {shown.map((item, index) => {
        const isCurrent = item.id === itemId;
        const isPast = from + index < at;
        return (
          <li
            key={item.id}
            aria-current={isCurrent ? "step" : undefined}
            className={classNames(
              "flex items-baseline gap-[0.7em]",
              isCurrent ? "font-semibold text-white" : "text-white/75",
              item.isSkipped && "line-through",
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                "size-[0.7em] shrink-0 translate-y-[0.02em] rounded-full border-[0.12em]",
                isCurrent && "border-amber-bright bg-amber-bright",
                isPast && "border-white/50 bg-white/50",
                !isCurrent && !isPast && "border-white/50",
              )}
            />
            <span className="line-clamp-2 min-w-0">{item.title}</span>
          </li>
        );
      })}
    </ol>
  );
}

import { classNames } from "#app/components/class-names.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";

/** Items before and after the current one that are shown; a long day would not fit. */
const AROUND = { before: 4, after: 6 } as const;

export function AgendaRail({
  agenda,
  currentId,
}: {
  readonly agenda: readonly AgendaItem[];
  readonly currentId: string | null;
}) {
  const { t } = useTranslation("screen");
  const at = agenda.findIndex(({ id }) => id === currentId);
  const from = Math.max(0, at - AROUND.before);
  const shown = agenda.slice(from, Math.max(at, 0) + AROUND.after + 1);
  return (
    <ol className="mt-[2.2em] grid grid-cols-[minmax(0,1fr)] gap-[0.9em] pr-[1.5em]" aria-label={t("agenda")}>
      {shown.map((item, index) => {
        const isCurrent = item.id === currentId;
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
            <span className="min-w-0 truncate">{item.title}</span>
          </li>
        );
      })}
    </ol>
  );
}

import { clockText } from "#app/live/clock-text.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { isPaused, timeLeft } from "#domain/live/timer.ts";
import type { Stage } from "#domain/live/view.ts";
import { usePhone } from "./phone-context.ts";

export interface PhoneHeadProps {
  readonly stage: Stage;
  readonly item: AgendaItem | null;
  readonly steps: { readonly at: number; readonly of: number };
  /** The server's time; null before the page is alive. */
  readonly now: number | null;
}

/** Which step, which question, how much time: the same on every phone. */
export function PhoneHead({ stage, item, steps, now }: PhoneHeadProps) {
  const { t } = useTranslation("phone");
  const { t: live } = useTranslation("live");
  const { view } = usePhone();
  const isBlind = item?.kind === "vote" && view.ballots[item.id]?.result === null;
  return (
    <header className="sticky top-0 z-20 bg-projector px-4.5 pt-4 pb-3.5 text-white">
      <div className="mx-auto max-w-xl">
        <div className="flex items-baseline justify-between gap-3">
          <p className="min-w-0 text-[13px]/5 font-semibold text-amber-bright">
            {item !== null && [live("step", steps), isBlind && t("vote.secret")].filter(Boolean).join(" · ")}
          </p>
          <Clock stage={stage} now={now} />
        </div>
        <h1 className="mt-1 text-xl/7">{item === null ? stage.title : item.prompt || item.title}</h1>
      </div>
    </header>
  );
}

function Clock({ stage: { timer }, now }: Pick<PhoneHeadProps, "stage" | "now">) {
  const { t } = useTranslation("phone");
  if (timer === null || now === null) return null;
  const left = timeLeft(timer, now);
  const name = { time: clockText(left) };
  return (
    <p
      role="timer"
      aria-label={t(isPaused(timer) ? "clockPaused" : "clock", name)}
      className="flex items-baseline gap-2"
    >
      {isPaused(timer) && <span className="text-[13px]/5">{t("paused")}</span>}
      {left === 0 && <span className="text-[13px]/5">{t("timeIsUp")}</span>}
      <span aria-hidden="true" className="text-xl/7 font-semibold tabular-nums">
        {clockText(left)}
      </span>
    </p>
  );
}

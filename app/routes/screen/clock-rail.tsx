import { clockText } from "#app/live/clock-text.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { allottedMs, shareMs } from "#domain/live/schedule.ts";
import { isPaused, timeLeft } from "#domain/live/timer.ts";
import type { LiveView } from "#domain/live/view.ts";

export interface ClockRailProps {
  readonly view: LiveView;
  readonly item: AgendaItem | null;
  /** The server's time. */
  readonly now: number;
}

/** The clock, and how many are here. */
export function ClockRail({ view, item, now }: ClockRailProps) {
  const { t } = useTranslation("screen");
  const timer = view.stage.now?.timer ?? null;
  const people = Object.values(view.participants);
  const kommuner = new Set(
    people
      .map(({ organisationId }) => organisationId)
      .filter((id) => id !== null && view.organisations[id]?.isMunicipality),
  );
  return (
    <div className="flex flex-col lg:text-right">
      {item !== null && timer !== null && (
        <div>
          <p className="text-[4.2em]/none font-semibold tabular-nums" role="timer">
            {clockText(timeLeft(timer, now))}
          </p>
          <div className="mt-[0.6em] h-[0.45em] rounded-full bg-white/15" aria-hidden="true">
            <div
              className="h-full rounded-full bg-amber-bright"
              style={{ width: `${Math.min(100, (100 * timeLeft(timer, now)) / lengthOf(item, view))}%` }}
            />
          </div>
          <p className="mt-[0.6em] min-h-[1.4em] text-amber-bright">
            {isPaused(timer) ? t("paused") : timeLeft(timer, now) === 0 && t("timeIsUp")}
          </p>
        </div>
      )}
      <p className="mt-[1.4em] text-white/75">{t("participants")}</p>
      <p className="text-[2.2em]/tight font-semibold tabular-nums">{people.length}</p>
      <p className="text-white/75">{t("fromKommuner", { count: kommuner.size })}</p>
    </div>
  );
}

/** Milliseconds that the clock began with: in a round each kommune that is called up has its share. */
function lengthOf(item: AgendaItem, { stage, organisations }: LiveView): number {
  if (item.kind !== "round" || stage.now === undefined || stage.now.spotlightId === null) return allottedMs(item);
  return shareMs(item, Object.values(organisations).filter(({ isMunicipality }) => isMunicipality).length);
}

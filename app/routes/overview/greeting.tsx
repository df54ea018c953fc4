import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { toWallClock } from "#domain/danish-time.ts";

export interface GreetingProps {
  readonly name: string;
  readonly organisations: readonly string[];
  readonly now: number;
}

const hourOf = (at: number): number => Number(toWallClock(at).time.slice(0, 2));

function partOfDay(hour: number): "night" | "morning" | "day" | "evening" {
  if (hour < 5) return "night";
  if (hour < 10) return "morning";
  return hour < 18 ? "day" : "evening";
}

/** Who one is here, and what day it is. */
export function Greeting({ name, organisations, now }: GreetingProps) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const kommune = format.list(organisations.filter((organisation) => !name.includes(organisation)));
  const who = kommune === "" ? name : `${name} · ${kommune}`;
  return (
    <div>
      <h1 className="text-[26px]/8 tracking-[-0.01em]">{t(`greeting.${partOfDay(hourOf(now))}`)}</h1>
      <p className="mt-1 text-muted">{t("below", { who, date: format.weekday(now) })}</p>
    </div>
  );
}

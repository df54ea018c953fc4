import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { clockText } from "#app/live/clock-text.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { isPaused, overrun, type Timer, timeLeft } from "#domain/live/timer.ts";
import { KeyMark } from "./key-mark.tsx";
import { useStageFacts } from "./stage-context.tsx";
import { stageKey } from "./use-stage-keys.ts";

/** How much time is left, and what gives more of it. At 0 it stands calm and offers a minute; nothing happens by itself. */
export function StageClock() {
  const { t } = useTranslation("stage");
  const { stage, now, send } = useStageFacts();
  if (stage.timer === null) return null;
  const { timer } = stage;
  const isOver = timeLeft(timer, now) === 0;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <ClockFace timer={timer} now={now} />
      <Button onPress={() => void send("pause", { on: isPaused(timer) ? "no" : "yes" })} {...stageKey("space")}>
        {isPaused(timer) ? t("resume") : t("pause")} <KeyMark>{t("space")}</KeyMark>
      </Button>
      <Button
        tone={isOver ? "primary" : "quiet"}
        onPress={() => void send("extend", { minutes: "1" })}
        {...stageKey("+")}
      >
        {t("plusOne")} <KeyMark>+</KeyMark>
      </Button>
      <Button
        size="small"
        aria-label={t("plusFive")}
        onPress={() => void send("extend", { minutes: "5" })}
        className="max-sm:hidden"
      >
        +5
      </Button>
      <Button
        size="small"
        aria-label={t("minusOne")}
        onPress={() => void send("extend", { minutes: "-1" })}
        className="max-sm:hidden"
      >
        −1
      </Button>
    </div>
  );
}

function ClockFace({ timer, now }: { readonly timer: Timer; readonly now: number }) {
  const { t } = useTranslation("stage");
  const left = timeLeft(timer, now);
  return (
    <div className="mr-1">
      <p
        role="timer"
        aria-label={t("clock")}
        className={classNames(
          "text-5xl/14 font-semibold tabular-nums tracking-[-0.02em]",
          left === 0 && "text-gap",
          isPaused(timer) && "text-muted",
        )}
      >
        {clockText(left)}
      </p>
      {left === 0 && (
        <p className="max-w-56 text-[13px]/5 text-gap">
          {t("over")} {overrun(timer, now) >= 1000 && t("overBy", { time: clockText(overrun(timer, now)) })}
        </p>
      )}
    </div>
  );
}

import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { BALLOT_COUNTS } from "#domain/live/ballot.ts";
import { useStageFacts } from "./stage-context.tsx";

/** By which count the hall sees the result: each vote alike, or each kommune. */
export function BallotCountSwitch() {
  const { t } = useTranslation("stage");
  const { view, item, send } = useStageFacts();
  const ballot = item === null ? undefined : view.ballots[item.id];
  if (item === null || ballot === undefined || ballot.result === null) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-2 text-muted">{t("countBy")}</legend>
      {BALLOT_COUNTS.map((count) => (
        <Button
          key={count}
          tone={count === ballot.count ? "primary" : "quiet"}
          aria-pressed={count === ballot.count}
          onPress={() => void send("count-by", { itemId: item.id, count })}
        >
          {t(`count.${count}`)}
        </Button>
      ))}
    </fieldset>
  );
}

import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { BALLOT_COUNTS } from "#domain/live/ballot.ts";
import { useStageFacts } from "./stage-context.tsx";

/** How the hall sees a ballot's result: all at once or from the fifth place up, by votes or with each kommune alike. */
export function BallotShowing() {
  const { t } = useTranslation("stage");
  const { view, item, send } = useStageFacts();
  const ballot = item === null ? undefined : view.ballots[item.id];
  if (item === null || ballot === undefined) return null;
  const { id: itemId } = item;
  if (ballot.result === null) {
    return (
      <div>
        <Button onPress={() => void send("show-result", { itemId, how: "step" })}>{t("showFromFifth")}</Button>
      </div>
    );
  }
  if (ballot.shownFrom > 1) {
    return (
      <div>
        <Button onPress={() => void send("show-result", { itemId, how: "all" })}>{t("showRest")}</Button>
      </div>
    );
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-2 text-muted">{t("countBy")}</legend>
      {BALLOT_COUNTS.map((count) => (
        <Button
          key={count}
          tone={count === ballot.count ? "primary" : "quiet"}
          aria-pressed={count === ballot.count}
          onPress={() => void send("count-by", { itemId, count })}
        >
          {t(`count.${count}`)}
        </Button>
      ))}
    </fieldset>
  );
}

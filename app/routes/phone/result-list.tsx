import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type BallotResult, placedBy } from "#domain/live/ballot.ts";
import type { ShownBallot } from "#domain/live/view.ts";

interface ResultListProps {
  readonly result: BallotResult;
  readonly ballot: Pick<ShownBallot, "count" | "shownFrom">;
}

/** What the vote said, as the wall has it; equal ones share their place. */
export function ResultList({ result, ballot: { count, shownFrom } }: ResultListProps) {
  const { t } = useTranslation(["phone", "screen"]);
  const { number } = useFormat();
  const placed = placedBy(result, count);
  const without = result.targets.length - placed.length;
  return (
    <div className="grid gap-2.5">
      <p className="text-base/6">
        {t("vote.result", { votes: number(result.votes), voters: number(result.voters) })} ·{" "}
        {t(`screen:count.${count}`)}
      </p>
      {shownFrom > 1 && <p className="text-base/6 font-medium">{t("screen:withheld", { count: shownFrom - 1 })}</p>}
      <ol className="grid gap-2.5">
        {placed.map(({ id, text, votes, balanced, municipalities, place, isTied, hasBroadMajority }) => (
          <li key={id} className="flex gap-3 rounded-lg border border-line bg-surface px-3.5 py-3">
            <span className="w-5 shrink-0 text-base/6 font-semibold text-muted tabular-nums">{place}</span>
            <span className="min-w-0 flex-1">
              <span className="block text-base/6 font-medium">{text}</span>
              <span className="block text-[13px]/5 text-muted">
                {[
                  t("vote.votes", { count: votes }),
                  count === "balanced" && t("screen:share", { share: balanced }),
                  t("vote.municipalities", { count: municipalities }),
                  hasBroadMajority && t("screen:broad"),
                  isTied && t("screen:tie"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {without > 0 && <p className="text-muted">{t("screen:withoutVotes", { count: without })}</p>}
    </div>
  );
}

import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { BallotResult } from "#domain/live/ballot.ts";

/** What the vote said, most votes first; equal ones share their place. */
export function ResultList({ result }: { readonly result: BallotResult }) {
  const { t } = useTranslation("phone");
  const { number } = useFormat();
  return (
    <div className="grid gap-2.5">
      <p className="text-base/6">{t("vote.result", { votes: number(result.votes), voters: number(result.voters) })}</p>
      <ol className="grid gap-2.5">
        {result.targets.map(({ id, text, votes, municipalities, rank, hasBroadMajority }) => (
          <li key={id} className="flex gap-3 rounded-lg border border-line bg-surface px-3.5 py-3">
            <span className="w-5 shrink-0 text-base/6 font-semibold text-muted tabular-nums">{rank}</span>
            <span className="min-w-0 flex-1">
              <span className="block text-base/6 font-medium">{text}</span>
              <span className="block text-[13px]/5 text-muted">
                {[
                  t("vote.votes", { count: votes }),
                  t("vote.municipalities", { count: municipalities }),
                  hasBroadMajority && t("vote.broad"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

import { useTranslation } from "#app/text/use-translation.ts";
import { type BallotResult, type PlacedTarget, placedBy } from "#domain/live/ballot.ts";
import type { ShownBallot } from "#domain/live/view.ts";

const SHOWN = 7;

/** While it is open only how many have voted; then the result by the count that the facilitator has chosen, and the kommuner behind. */
export function BallotWall({ ballot, voters }: { readonly ballot: ShownBallot | undefined; readonly voters: number }) {
  const { t } = useTranslation("screen");
  if (ballot === undefined) return null;
  if (ballot.result !== null) return <Result ballot={ballot} result={ballot.result} count={ballot.count} />;
  return (
    <>
      <p className="text-[1.5em]">{t("haveVoted", { count: voters })}</p>
      <ul className="mt-[1em] grid grid-cols-2 gap-x-[2em] gap-y-[0.5em] text-white/75">
        {ballot.targets.slice(0, 2 * SHOWN).map(({ id, text }) => (
          <li key={id} className="truncate">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ResultProps {
  readonly result: BallotResult;
  readonly count: ShownBallot["count"];
}

function Result({ ballot, result, count }: ResultProps & { readonly ballot: ShownBallot }) {
  const { t } = useTranslation("screen");
  const placed = placedBy(result, count);
  const without = result.targets.length - placed.length;
  return (
    <>
      <p className="mb-[1em] text-white/75">{t(`count.${count}`)}</p>
      {ballot.shownFrom > 1 && (
        <p className="mb-[1em] text-amber-bright">{t("withheld", { count: ballot.shownFrom - 1 })}</p>
      )}
      <ol className="grid gap-[0.75em]">
        {placed.slice(0, SHOWN).map((target) => (
          <ResultRow key={target.id} target={target} result={result} count={count} />
        ))}
      </ol>
      {placed.length > SHOWN && (
        <p className="mt-[1em] text-white/75">{t("moreVoted", { count: placed.length - SHOWN })}</p>
      )}
      {without > 0 && <p className="mt-[1em] text-white/75">{t("withoutVotes", { count: without })}</p>}
    </>
  );
}

function ResultRow({ target, result, count }: ResultProps & { readonly target: PlacedTarget }) {
  const { t } = useTranslation("screen");
  const share = t("share", { share: target.balanced });
  return (
    <li className="grid grid-cols-[2.2em_minmax(0,1fr)_5em] items-baseline gap-x-[0.6em]">
      <span className="font-semibold text-white/75 tabular-nums">{target.place}.</span>
      <span className="flex min-w-0 items-baseline gap-[0.8em]">
        <span className="truncate text-[1.15em] font-semibold">{target.text}</span>
        {target.hasBroadMajority && (
          <span className="shrink-0 rounded-full bg-amber-bright px-[0.7em] text-[0.8em] font-semibold text-ink">
            {t("broad")}
          </span>
        )}
        {target.isTied && <span className="shrink-0 text-[0.85em] text-amber-bright">{t("tie")}</span>}
      </span>
      <span className="text-right text-[1.3em] font-semibold whitespace-nowrap tabular-nums">
        {count === "raw" ? target.votes : share}
      </span>
      <span />
      <span className="h-[0.4em] self-center rounded-full bg-white/15">
        <span className="block h-full rounded-full bg-amber-bright" style={{ width: `${100 * target.ofMost}%` }} />
      </span>
      <span />
      <span />
      <span className="text-[0.85em] text-white/75">
        {t("behind", { count: target.municipalities, of: result.municipalities })} ·{" "}
        {count === "raw"
          ? t("balanced", { share, rank: target.balancedRank })
          : t("votes", { count: target.votes, rank: target.rank })}
        {target.proxyVotes > 0 && ` · ${t("proxy", { count: target.proxyVotes })}`}
      </span>
    </li>
  );
}

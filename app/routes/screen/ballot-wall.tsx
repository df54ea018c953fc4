import { useTranslation } from "#app/text/use-translation.ts";
import type { BallotResult, TargetResult } from "#domain/live/ballot.ts";
import type { ShownBallot } from "#domain/live/view.ts";

const SHOWN = 7;

/** While it is open only how many have voted; then votes, the kommuner behind them, and how it looks when each kommune counts alike. */
export function BallotWall({ ballot, voters }: { readonly ballot: ShownBallot | undefined; readonly voters: number }) {
  const { t } = useTranslation("screen");
  if (ballot === undefined) return null;
  if (ballot.result === null) {
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
  const targets = ballot.result.targets.filter(({ votes }) => votes > 0);
  const without = ballot.result.targets.length - targets.length;
  const most = Math.max(1, ...targets.map(({ votes }) => votes));
  return (
    <>
      <ol className="grid gap-[0.75em]">
        {targets.slice(0, SHOWN).map((target) => (
          <ResultRow key={target.id} target={target} result={ballot.result} most={most} />
        ))}
      </ol>
      {without > 0 && <p className="mt-[1em] text-white/75">{t("withoutVotes", { count: without })}</p>}
    </>
  );
}

function ResultRow({
  target,
  result,
  most,
}: {
  readonly target: TargetResult;
  readonly result: BallotResult | null;
  readonly most: number;
}) {
  const { t } = useTranslation("screen");
  const isTie = result?.targets.some((other) => other.id !== target.id && other.rank === target.rank) ?? false;
  return (
    <li className="grid grid-cols-[2.2em_minmax(0,1fr)_4em] items-baseline gap-x-[0.6em]">
      <span className="font-semibold text-white/75 tabular-nums">{target.rank}.</span>
      <span className="flex min-w-0 items-baseline gap-[0.8em]">
        <span className="truncate text-[1.15em] font-semibold">{target.text}</span>
        {target.hasBroadMajority && (
          <span className="shrink-0 rounded-full bg-amber-bright px-[0.7em] text-[0.8em] font-semibold text-ink">
            {t("broad")}
          </span>
        )}
        {isTie && <span className="shrink-0 text-[0.85em] text-amber-bright">{t("tie")}</span>}
      </span>
      <span className="text-right text-[1.3em] font-semibold tabular-nums">{target.votes}</span>
      <span />
      <span className="h-[0.4em] self-center rounded-full bg-white/15">
        <span
          className="block h-full rounded-full bg-amber-bright"
          style={{ width: `${(100 * target.votes) / most}%` }}
        />
      </span>
      <span />
      <span />
      <span className="text-[0.85em] text-white/75">
        {t("behind", { count: target.municipalities, of: result?.municipalities ?? 0 })} ·{" "}
        {t("balanced", { share: target.balanced, rank: target.balancedRank })}
        {target.proxyVotes > 0 && ` · ${t("proxy", { count: target.proxyVotes })}`}
      </span>
    </li>
  );
}

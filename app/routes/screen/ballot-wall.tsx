import { pagesOf } from "#app/live/wall/pages.ts";
import { usePage } from "#app/live/wall/use-page.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type BallotResult, type PlacedTarget, placedBy } from "#domain/live/ballot.ts";
import type { ShownBallot } from "#domain/live/view.ts";

/** Candidates are counted in lines: a long one has two. */
const SHOWN = { candidates: 16, results: 6 } as const;
const LONG_CANDIDATE = 34;

/** While it is open only how many have voted; then the result by the count that the facilitator has chosen, and the kommuner behind. */
export function BallotWall({ ballot, voters }: { readonly ballot: ShownBallot | undefined; readonly voters: number }) {
  const { t } = useTranslation("screen");
  if (ballot === undefined) return null;
  if (ballot.result !== null) return <Result ballot={ballot} result={ballot.result} count={ballot.count} />;
  return (
    <>
      <p className="text-[1.6em] font-semibold">{t("haveVoted", { count: voters })}</p>
      <Candidates targets={ballot.targets} />
    </>
  );
}

/** What may be voted for, page after page. */
function Candidates({ targets }: Pick<ShownBallot, "targets">) {
  const { t } = useTranslation("screen");
  const pages = pagesOf(targets, SHOWN.candidates, ({ text }) => (text.length > LONG_CANDIDATE ? 2 : 1));
  const shown = pages[usePage(pages.length)] ?? [];
  const more = targets.length - shown.length;
  return (
    <>
      <ul className="mt-[0.8em] grid grid-cols-2 gap-x-[1.6em] gap-y-[0.45em] text-[1.35em] text-white/85">
        {shown.map(({ id, text }) => (
          <li key={id} className="line-clamp-2">
            {text}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-[1em] text-[1.2em] text-white/75">{t("moreNotes", { count: more })}</p>}
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
      <p className="mb-[0.8em] text-[1.2em] text-white/75">{t(`count.${count}`)}</p>
      {ballot.shownFrom > 1 && (
        <p className="mb-[0.8em] text-[1.2em] text-amber-bright">{t("withheld", { count: ballot.shownFrom - 1 })}</p>
      )}
      <ol className="grid gap-[0.75em]">
        {placed.slice(0, SHOWN.results).map((target) => (
          <ResultRow key={target.id} target={target} result={result} count={count} />
        ))}
      </ol>
      {placed.length > SHOWN.results && (
        <p className="mt-[0.8em] text-[1.2em] text-white/75">
          {t("moreVoted", { count: placed.length - SHOWN.results })}
        </p>
      )}
      {without > 0 && <p className="mt-[0.5em] text-[1.2em] text-white/75">{t("withoutVotes", { count: without })}</p>}
    </>
  );
}

function ResultRow({ target, result, count }: ResultProps & { readonly target: PlacedTarget }) {
  const { t } = useTranslation("screen");
  const share = t("share", { share: target.balanced });
  return (
    <li className="grid grid-cols-[2.2em_minmax(0,1fr)_5em] items-baseline gap-x-[0.6em]">
      <span className="text-[1.4em] font-semibold text-white/75 tabular-nums">{target.place}.</span>
      <span className="flex min-w-0 items-baseline gap-[0.8em]">
        <span className="truncate text-[1.4em] font-semibold">{target.text}</span>
        {target.hasBroadMajority && (
          <span className="shrink-0 rounded-full bg-amber-bright px-[0.7em] text-[1em] font-semibold text-ink">
            {t("broad")}
          </span>
        )}
        {target.isTied && <span className="shrink-0 text-[1.1em] text-amber-bright">{t("tie")}</span>}
      </span>
      <span className="text-right text-[1.6em] font-semibold whitespace-nowrap tabular-nums">
        {count === "raw" ? target.votes : share}
      </span>
      <span />
      <span className="h-[0.4em] self-center rounded-full bg-white/15">
        <span className="block h-full rounded-full bg-amber-bright" style={{ width: `${100 * target.ofMost}%` }} />
      </span>
      <span />
      <span />
      <span className="text-[1.1em] text-white/75">
        {t("behind", { count: target.municipalities, of: result.municipalities })} ·{" "}
        {t("roles", { count: target.roles, of: result.roles })} ·{" "}
        {count === "raw"
          ? t("balanced", { share, rank: target.balancedRank })
          : t("votes", { count: target.votes, rank: target.rank })}
        {target.proxyVotes > 0 && ` · ${t("proxy", { count: target.proxyVotes })}`}
      </span>
    </li>
  );
}

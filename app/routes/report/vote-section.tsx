import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type BallotResult, placedBy } from "#domain/live/ballot.ts";
import type { LiveReport } from "./live-report.ts";
import { Section } from "./section.tsx";

/** Each ballot raw and balanced, with the kommuner behind; equal ones are told as such. */
export function VoteSection({ ballots }: Pick<LiveReport, "ballots">) {
  const { t } = useTranslation("report");
  return (
    <Section id="votes" heading={t("votes")} count={ballots.length}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {ballots.map(({ title, result }) => (
          <div key={title} className="break-inside-avoid">
            <h3 className="text-base/6">{title}</h3>
            <p className="mb-2 text-muted">
              {t("ballot", { ...result })}
              {result.proxyVotes > 0 && <>, {t("proxy", { count: result.proxyVotes })}</>}. {t("balancedNote")}
            </p>
            <ResultTable title={title} result={result} />
            <WithoutVotes result={result} />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** What nobody voted for is counted, not ranked; on paper only counted. */
function WithoutVotes({ result }: { readonly result: BallotResult }) {
  const { t } = useTranslation("report");
  const without = result.targets.filter(({ votes }) => votes === 0);
  if (without.length === 0) return null;
  return (
    <details className="mt-2 text-muted">
      <summary className="min-h-6 print:list-none">{t("withoutVotes", { count: without.length })}</summary>
      <ul className="mt-1 grid list-disc gap-1 pl-5 print:hidden">
        {without.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

function ResultTable({ title, result }: LiveReport["ballots"][number]) {
  const { t } = useTranslation("report");
  const { number } = useFormat();
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={title}
      className="overflow-x-auto"
    >
      <table className="w-full min-w-md border-collapse text-left [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-3 [&_th]:border-b [&_th]:border-line [&_th]:py-1.5 [&_th]:pr-3">
        <thead className="text-[13px] text-muted">
          <tr>
            <th scope="col">{t("table.idea")}</th>
            <th scope="col">{t("table.votes")}</th>
            <th scope="col">{t("table.balanced")}</th>
            <th scope="col">{t("table.behind")}</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {placedBy(result, "raw").map((target) => (
            <tr key={target.id}>
              <td>
                {target.rank}. {target.text}{" "}
                {target.hasBroadMajority && <strong className="text-synergy">{t("broad")}</strong>}{" "}
                {target.isTied && <span className="text-muted">({t("tie")})</span>}
              </td>
              <td>{target.votes}</td>
              <td>{t("percent", { value: number(Math.round(target.balanced * 100)) })}</td>
              <td>
                {target.municipalities}/{result.municipalities}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KIND_TONES } from "#app/components/kind-badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { FindingNews } from "./finding-news.ts";
import type { WaitingList } from "./waiting-lists.ts";

interface WaitingFinding extends FindingNews {
  /** Half sentences. */
  readonly reasons: readonly string[];
}
export interface WaitingPanelProps {
  readonly count: number;
  /** The pages with all of them. */
  readonly lists: readonly WaitingList[];
  /** The strongest of them. */
  readonly first: readonly WaitingFinding[];
}

/** Findings that one's own kommune has not answered. */
export function WaitingPanel({ count, first, lists }: WaitingPanelProps) {
  const { t } = useTranslation("overview");
  return (
    <Panel heading={t("waiting.heading")} aside={count > 0 ? t("waiting.count", { count }) : undefined}>
      {count === 0 && (
        <>
          <p>{t("waiting.none")}</p>
          <p className="text-muted">{t("waiting.noneYet")}</p>
        </>
      )}
      <ul className="divide-y divide-line">
        {first.map((finding, index) => (
          <WaitingRow key={finding.id} finding={finding} isFirst={index === 0} />
        ))}
      </ul>
      {count > first.length && (
        <ul className="mt-3 grid gap-1 text-[13px]">
          {lists.map(({ href, workshop, isOutside, count: shown }) => (
            <li key={href}>
              <Link to={href} className="link">
                {t(isOutside ? "waiting.allOutside" : "waiting.all", { count: shown, workshop })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function WaitingRow({ finding, isFirst }: { readonly finding: WaitingFinding; readonly isFirst: boolean }) {
  const { t } = useTranslation(["overview", "vocabulary"]);
  const { id, kind, relation, own, other, organisation, reasons, theirAnswer, changedSince } = finding;
  const notes = [
    t(`waiting.relation.${relation}`, { organisation }),
    ...reasons,
    changedSince && t("waiting.changed"),
    theirAnswer !== null && t("waiting.theyAnswered", { answer: t(`vocabulary:answer.${theirAnswer}`).toLowerCase() }),
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-1 last:pb-0">
      <span className={`w-2.5 shrink-0 self-stretch rounded-[4px] ${KIND_TONES[kind].solid}`} aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-52">
        <Link to={`/findings/${id}`} className="font-semibold hover:text-primary hover:underline">
          {own} <span aria-hidden="true">↔</span> {other}
        </Link>
        <p className="text-[13px] text-muted">{notes.filter(Boolean).join(" · ")}</p>
      </div>
      <LinkButton
        href={`/findings/${id}`}
        tone={isFirst ? "primary" : "quiet"}
        aria-label={t("waiting.answerTo", { own, other })}
      >
        {t("waiting.answer")}
      </LinkButton>
    </li>
  );
}

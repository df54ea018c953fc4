import { memo } from "react";
import { LinkButton } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { KIND_TONES, KindIcon } from "#app/components/kind-badge.tsx";
import { MarkedText } from "#app/components/marked-text.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";
import type { RelatedInitiative } from "./board-data.ts";

export interface RelatedListProps {
  readonly related: readonly RelatedInitiative[];
  /**
   * `stored`: what the check has written down. The others: what the text being written leads to right now; `alone` on one's
   * own board only, because the server does not answer.
   */
  readonly state: "stored" | "searching" | "found" | "alone" | "failed" | "waiting";
}

/** "Sammenspil med andre kommuner": what others do that meets this card, and why the check thinks so. */
export const RelatedList = memo(function RelatedList({ related, state }: RelatedListProps) {
  const { t } = useTranslation("card");
  const { municipality } = useBoard();
  return (
    <section aria-labelledby="related-heading" aria-busy={state === "searching"}>
      <h3 id="related-heading" className="text-sm/5">
        {t("related.heading")}
        {state !== "stored" && <span className="font-normal text-muted"> · {t("related.live")}</span>}
      </h3>
      <RelatedNote count={related.length} state={state} />
      <ul className="mt-2 grid gap-2.5">
        {othersFirst(related, municipality).map((each) => (
          <li key={`${each.boardId}.${each.initiativeId}`}>
            <RelatedCard related={each} />
          </li>
        ))}
      </ul>
    </section>
  );
});

/** One's own kommune's initiatives are known at home; the news is what the others do. */
const othersFirst = (related: readonly RelatedInitiative[], own: string): readonly RelatedInitiative[] => [
  ...related.filter(({ municipality }) => municipality !== own),
  ...related.filter(({ municipality }) => municipality === own),
];

function RelatedNote({ count, state }: { readonly count: number; readonly state: RelatedListProps["state"] }) {
  const { t } = useTranslation("card");
  if (state === "alone") return <p className="mt-1 text-muted">{t("related.alone")}</p>;
  if (state === "failed") return <p className="mt-1 text-muted">{t("related.failed")}</p>;
  if (count > 0) return null;
  if (state === "searching") return <p className="mt-1 text-muted">{t("related.searching")}</p>;
  return <p className="mt-1 text-muted">{t(state === "waiting" ? "related.noneYet" : "related.none")}</p>;
}

function RelatedCard({ related }: { readonly related: RelatedInitiative }) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { municipality } = useBoard();
  const { kind, title, status, findingId, titleMarks, passage, why } = related;
  const where = related.municipality === municipality ? t("related.own") : related.municipality;
  const tone = KIND_TONES[kind];
  return (
    <article className="relative overflow-hidden rounded-lg border border-line bg-surface p-3 pl-4">
      <span className={classNames("absolute inset-y-0 left-0 w-1", tone.solid)} aria-hidden="true" />
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-xs/5">
        <span className={classNames("inline-flex items-center gap-1.5 font-semibold", tone.text)}>
          <KindIcon kind={kind} />
          {word(`findingKind.${kind}`)}
        </span>
        <span className="text-muted">
          {status === null
            ? where
            : t("related.where", { municipality: where, phase: word(`status.${status}`).toLowerCase() })}
        </span>
      </p>
      <h4 className="mt-1 text-sm/5">
        <MarkedText text={title} marks={titleMarks} kind={kind} />
      </h4>
      {passage !== null && (
        <p className="mt-0.5 text-[13px]/5 text-muted">
          <MarkedText {...passage} kind={kind} />
        </p>
      )}
      <ul className="mt-1 grid gap-0.5 text-[13px]/5">
        {why.map((reason) => (
          <li key={reason} className="flex gap-1.5">
            <span className="text-muted" aria-hidden="true">
              ·
            </span>
            {reason}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex gap-2">
        {findingId !== null && (
          <LinkButton href={`/findings/${findingId}`} size="small">
            {t("related.compare")}
          </LinkButton>
        )}
        <LinkButton href={`/boards/${related.boardId}?card=${related.initiativeId}`} size="small" tone="plain">
          {t("related.open")}
        </LinkButton>
      </div>
    </article>
  );
}

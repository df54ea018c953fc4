import { Link } from "@remix-run/react";
import { classNames } from "#app/components/class-names.ts";
import { KIND_TONES, KindIcon } from "#app/components/kind-badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { FINDING_KINDS } from "#domain/finding.ts";
import type { ComparePage } from "./data.server.ts";

/** Open findings by kind, and the way to the list of each workshop. */
export function WaitingPanel({ page }: { readonly page: ComparePage }) {
  const { t } = useTranslation("compare");
  const { t: word } = useTranslation("vocabulary");
  const { number } = useFormat();
  const { waiting, workshops, view } = page;
  const shown = workshops.filter(({ id }) => view.filter.workshopId === null || id === view.filter.workshopId);
  const isNone = FINDING_KINDS.every((kind) => waiting[kind] === 0);
  return (
    <Panel heading={t("waiting.heading")}>
      {isNone ? (
        <p className="text-muted">{t("waiting.none")}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4 xl:grid-cols-2">
          {FINDING_KINDS.map((kind) => (
            <div key={kind} className="flex flex-col-reverse">
              <dt className="flex items-center gap-1 text-xs/5 text-muted">
                <KindIcon kind={kind} />
                {word(`findingKind.${kind}`).toLowerCase()}
              </dt>
              <dd className={classNames("text-[28px]/9 font-semibold tabular-nums", KIND_TONES[kind].text)}>
                {number(waiting[kind])}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className="mt-3 grid gap-1">
        {shown.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/workshops/${id}/findings`} className="link">
              {t("waiting.open", { title })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

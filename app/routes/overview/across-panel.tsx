import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KIND_TONES } from "#app/components/kind-badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Across, AcrossFinding } from "./across.server.ts";

/** For those who belong to no kommune: the findings of their workshop, where an answer is worth most first. */
export function AcrossPanel({ across }: { readonly across: Across }) {
  const { t } = useTranslation("overview");
  const { workshop, waiting, coverage, first } = across;
  return (
    <Panel heading={t("across.heading")} aside={t("waiting.count", { count: waiting })}>
      <p className="-mt-2 mb-3 text-[13px] text-muted">{workshop.title}</p>
      {coverage.total === 0 ? (
        <p className="text-muted">{t("across.none")}</p>
      ) : (
        <ProgressBar value={coverage.decided} max={coverage.total} label={t("across.progress", { ...coverage })} />
      )}
      <ul className="mt-3 divide-y divide-line">
        {first.map((finding) => (
          <Row key={finding.id} finding={finding} workshopId={workshop.id} />
        ))}
      </ul>
      {coverage.total > 0 && (
        <LinkButton href={`/workshops/${workshop.id}/findings`} tone="primary" className="mt-4">
          {t("across.review")}
        </LinkButton>
      )}
    </Panel>
  );
}

function Row({ finding, workshopId }: { readonly finding: AcrossFinding; readonly workshopId: string }) {
  const { t } = useTranslation(["overview", "vocabulary"]);
  const { id, kind, a, b, reasons } = finding;
  const kommuner = t(a.municipality === b.municipality ? "across.within" : "across.between", {
    kind: t(`vocabulary:findingKind.${kind}`),
    a: a.municipality,
    b: b.municipality,
  });
  return (
    <li className="flex gap-3 py-3 last:pb-0">
      <span className={`w-2.5 shrink-0 rounded-[4px] ${KIND_TONES[kind].solid}`} aria-hidden="true" />
      <div className="min-w-0">
        <Link
          to={`/findings/${id}?${new URLSearchParams({ order: "value", in: workshopId })}`}
          className="font-semibold hover:text-primary hover:underline"
        >
          {a.title} <span aria-hidden="true">↔</span> {b.title}
        </Link>
        <p className="text-[13px] text-muted">{[kommuner, ...reasons].join(" · ")}</p>
      </div>
    </li>
  );
}

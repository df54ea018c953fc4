import { LinkButton } from "#app/components/button.tsx";
import { KIND_TONES } from "#app/components/kind-badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";

export interface FindingsPanelProps {
  readonly byKind: Readonly<Record<FindingKind, number>>;
  readonly total: number;
  readonly decided: number;
  /** The page with all of them. */
  readonly href: string;
}

/** What the check found across kommuner, by kind, and how much of it is decided. */
export function FindingsPanel({ byKind, total, decided, href }: FindingsPanelProps) {
  const { t } = useTranslation(["workshop", "vocabulary"]);
  if (total === 0) {
    return (
      <Panel heading={t("findings.heading")}>
        <p className="text-muted">{t("findings.none")}</p>
      </Panel>
    );
  }
  return (
    <Panel heading={t("findings.heading")}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
        {FINDING_KINDS.map((kind) => (
          <div key={kind} className="flex flex-col-reverse">
            <dt className="text-xs text-muted">{t(`vocabulary:findingKind.${kind}`).toLowerCase()}</dt>
            <dd className={`text-[26px]/8 font-semibold ${KIND_TONES[kind].text}`}>{byKind[kind]}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4">
        <ProgressBar value={decided} max={total} label={t("findings.progress", { decided, total })} />
      </div>
      <LinkButton href={href} tone="primary" className="mt-4 w-full">
        {t("findings.review")}
      </LinkButton>
    </Panel>
  );
}

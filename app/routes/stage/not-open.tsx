import { Button, LinkButton } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RehearsalPanel } from "#app/live/rehearsal-panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Send } from "./use-stage.ts";

export interface NotOpenProps {
  readonly workshopId: string;
  /** Minutes of each item. */
  readonly planned: readonly number[];
  readonly send: Send;
}

/** Before anybody can join: what opening does, and whether there is an agenda to run. */
export function NotOpen({ workshopId, planned, send }: NotOpenProps) {
  const { t } = useTranslation("stage");
  const minutes = planned.reduce((sum, each) => sum + each, 0);
  const items = t("open.items", { count: planned.length });
  return (
    <>
      <PageHeading heading={t("heading")} />
      <Panel heading={t("open.heading")} className="max-w-2xl">
        <p className="mb-3">{t("open.text")}</p>
        <p className="mb-4 text-muted">
          {planned.length === 0 ? t("open.noAgenda") : t("open.length", { items, minutes })}
        </p>
        <div className="flex flex-wrap gap-2">
          {planned.length > 0 && (
            <Button tone="primary" onPress={() => void send("open")}>
              {t("open.submit")}
            </Button>
          )}
          <LinkButton href={`/workshops/${workshopId}/agenda`} tone={planned.length === 0 ? "primary" : "quiet"}>
            {planned.length === 0 ? t("open.toAgenda") : t("editAgenda")}
          </LinkButton>
        </div>
      </Panel>
      {planned.length > 0 && (
        <div className="mt-4 max-w-2xl">
          <RehearsalPanel workshopId={workshopId} />
        </div>
      )}
    </>
  );
}

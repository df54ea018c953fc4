import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import type { RehearsalState } from "#app/http/load-context.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";

const LOOK_EVERY_MS = 1_000;

/** "Prøvekørsel": begun here, followed here, and what it found. */
export function RehearsalPanel({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation("rehearsal");
  const fetcher = useFetcher<RehearsalState | null>();
  const address = `/workshops/${workshopId}/rehearsal`;
  const state = fetcher.data ?? null;
  const isRunning = state?.isRunning === true;
  const { load } = fetcher;
  useEffect(() => load(address), [load, address]);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => load(address), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, load, address]);
  return (
    <Panel heading={t("heading")}>
      <p className="text-muted">{t("what")}</p>
      <fetcher.Form method="post" action={address} className="mt-3">
        <Button type="submit" isDisabled={isRunning}>
          {t(state === null ? "start" : "again")}
        </Button>
      </fetcher.Form>
      <div role="status" className="mt-3">
        {state !== null && <Outcome state={state} />}
      </div>
    </Panel>
  );
}

function Outcome({ state }: { readonly state: RehearsalState }) {
  const { t } = useTranslation("rehearsal");
  const { at, items, title, done, trouble } = state;
  if (state.isRunning) {
    return <ProgressBar value={at} max={items} label={at === 0 ? t("joining") : t("at", { at, items, title })} />;
  }
  return (
    <>
      {trouble === null ? (
        <p className="font-medium text-synergy">{t("well", { items, done })}</p>
      ) : (
        <>
          <p className="font-medium text-overlap">{at === 0 ? t("notBegun") : t("badly", { at, items, title })}</p>
          <p className="mt-1 text-muted">{t("trouble", { trouble })}</p>
        </>
      )}
      <p className="mt-1 text-muted">{t(state.isWiped ? "wiped" : "notWiped")}</p>
    </>
  );
}

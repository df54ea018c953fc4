import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { ask } from "#app/http/ask.ts";
import type { RehearsalState } from "#app/http/load-context.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { send } from "./send.ts";
import { UnsentNote } from "./unsent-note.tsx";

const LOOK_EVERY_MS = 1_000;

/** "Prøvekørsel": begun here, followed here, and what it found. */
export function RehearsalPanel({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation("rehearsal");
  const { state, unsent, start } = useRehearsal(`/workshops/${workshopId}/rehearsal`);
  return (
    <Panel heading={t("heading")}>
      <p className="text-muted">{t("what")}</p>
      <Button className="mt-3" onPress={() => void start()} isDisabled={state?.isRunning === true}>
        {t(state === null ? "start" : "again")}
      </Button>
      {unsent !== null && <UnsentNote because={unsent} />}
      <div role="status" className="mt-3">
        {state !== null && <Outcome state={state} />}
      </div>
    </Panel>
  );
}

type Because = Parameters<typeof UnsentNote>[0]["because"];

/** How the rehearsal goes, read again while it runs. The page may be read anew meanwhile, which breaks off what a fetcher reads. */
function useRehearsal(address: string) {
  const [state, setState] = useState<RehearsalState | null>(null);
  const [unsent, setUnsent] = useState<Because | null>(null);
  const isRunning = state?.isRunning === true;
  useEffect(() => {
    // A look without an answer changes nothing: the next one may have it.
    const look = () =>
      void ask<RehearsalState | null>(address).then((reply) => {
        if (reply.ok) setState(reply.value);
      });
    if (!isRunning) return look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [address, isRunning]);
  const start = async () => {
    const reply = await send<RehearsalState>(address, {});
    setUnsent(reply.ok ? null : reply.because);
    if (reply.ok) setState(reply.value);
  };
  return { state, unsent, start };
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

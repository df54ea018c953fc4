import { useEffect, useMemo, useRef, useState } from "react";
import { LinkButton } from "#app/components/button.tsx";
import { useServerNow } from "#app/live/server-clock.ts";
import { useLiveView } from "#app/live/use-live-view.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { agendaOf, currentItem, type PointedOut, pointedOut } from "#domain/live/view.ts";
import { BesideTask } from "./beside-task.tsx";
import type { PhoneData } from "./data.server.ts";
import { type Phone, PhoneProvider } from "./phone-context.ts";
import { PhoneHead } from "./phone-head.tsx";
import { SelfPanel } from "./self-panel.tsx";
import { Task } from "./task.tsx";
import { useOwnNotes } from "./use-own-notes.ts";
import { useTextSize } from "./use-text-size.ts";
import { useWaitingAgreements } from "./use-waiting-agreements.ts";

/** Head, the one task, and one's own place at the foot. */
export function PhoneScreen({ loaded }: { readonly loaded: PhoneData }) {
  const { me } = loaded;
  const { view, isConnected, isRefused } = useLiveView("live", me.workshopId, loaded.view);
  const own = useOwnNotes(loaded, isConnected);
  const agreements = useWaitingAgreements(loaded, isConnected);
  const now = useServerNow(loaded.now);
  const item = currentItem(view);
  const stage = view.stage.now;
  const isAway = useIsAway(isConnected);
  useTextSize();
  useBeginAtTop(item?.id ?? stage?.state);
  const phone = useMemo<Phone | null>(
    () => (stage === undefined ? null : { view, stage, me, item, own, agreements, now }),
    [view, stage, me, item, own, agreements, now],
  );
  if (isRefused) return <MovedAway workshopId={me.workshopId} />;
  if (phone === null || stage === undefined) return <Closed />;
  const pointed = pointedOut(view);
  const agenda = agendaOf(view).filter(({ isSkipped }) => !isSkipped);
  const steps = { at: agenda.findIndex(({ id }) => id === item?.id) + 1, of: agenda.length };
  return (
    <PhoneProvider value={phone}>
      <div className="flex min-h-dvh flex-col">
        <PhoneHead stage={stage} item={item} steps={steps} now={now} />
        {isAway && <AwayNotice />}
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-xl flex-1 px-4.5 py-5 outline-none">
          {pointed !== null && <LookHere pointed={pointed} />}
          <Task key={item?.id ?? stage.state} />
          <BesideTask />
        </main>
        <SelfPanel />
      </div>
    </PhoneProvider>
  );
}

/** A new task is read from its beginning, however far down in the one before somebody was. */
function useBeginAtTop(task: string | undefined): void {
  const shown = useRef(task);
  useEffect(() => {
    if (shown.current === task) return;
    shown.current = task;
    window.scrollTo({ top: 0, behavior: "instant" });
  }, [task]);
}

/** What the facilitator asks everybody to look at, above one's own task. */
function LookHere({ pointed: { text, notes } }: { readonly pointed: PointedOut }) {
  const { t } = useTranslation("live");
  return (
    <section role="status" className="mb-5 rounded-lg border-2 border-gap bg-surface px-3.5 py-2.5">
      <h2 className="text-[13px]/5 text-gap">{t("lookHere")}</h2>
      <p className="text-base/6 font-semibold">{text}</p>
      <ul className="mt-1 grid list-disc gap-0.5 pl-5">
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same, and none has a state
          <li key={index}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

const AWAY_AFTER_MS = 3_000;

/** The server has not been heard for a moment: a short gap is not worth a word. */
function useIsAway(isConnected: boolean | null): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    setAway(false);
    if (isConnected !== false) return;
    const timer = setTimeout(() => setAway(true), AWAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isConnected]);
  return isAway;
}

function AwayNotice() {
  const { t } = useTranslation("phone");
  return (
    <p role="status" className="bg-gap-on px-4.5 py-2.5 text-gap">
      {t("away")}
    </p>
  );
}

/** Back by the way in: a phone whose session is over has its place there still, one whose place has moved is asked for a code. */
function MovedAway({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation("phone");
  return (
    <main id="content" tabIndex={-1} className="mx-auto w-full max-w-xl px-4.5 py-10 outline-none">
      <h1 className="text-xl/7">{t("moved.heading")}</h1>
      <p className="mt-2 mb-5">{t("moved.text")}</p>
      <LinkButton href={`/live/${workshopId}`} tone="primary" className="min-h-12 px-4 text-base">
        {t("moved.back")}
      </LinkButton>
    </main>
  );
}

function Closed() {
  const { t } = useTranslation("phone");
  return (
    <main id="content" tabIndex={-1} className="mx-auto w-full max-w-xl px-4.5 py-10 outline-none">
      <h1 className="text-xl/7">{t("closed.heading")}</h1>
    </main>
  );
}

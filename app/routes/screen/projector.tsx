import { Logo } from "#app/components/logo.tsx";
import type { QrCode } from "#app/live/qr.server.ts";
import { useServerNow } from "#app/live/server-clock.ts";
import { useLiveView } from "#app/live/use-live-view.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { spokenJoinCode } from "#domain/live/join-code.ts";
import { agendaOf, currentItem, type LiveView } from "#domain/live/view.ts";
import { AgendaRail } from "./agenda-rail.tsx";
import { ClockRail } from "./clock-rail.tsx";
import { Lobby } from "./lobby.tsx";
import { useTextScale } from "./use-text-scale.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { Wall } from "./wall.tsx";

export interface ProjectorProps {
  readonly workshopId: string;
  /** As it was when the page was made. */
  readonly view: LiveView;
  /** The server's time then. */
  readonly now: number;
  /** Where people join, as it is read out. */
  readonly joinAt: string;
  readonly qr: QrCode;
}

/**
 * What the hall sees. All sizes follow the width of the screen and the scale that + and − set, so that it is read from eight metres
 * on any projector. It says nothing of a lost connection: what stood there stands until it is back.
 */
export function Projector({ workshopId, view: loaded, now: loadedAt, joinAt, qr }: ProjectorProps) {
  const { t } = useTranslation("screen");
  const { view } = useLiveView("screen", workshopId, loaded);
  const now = useServerNow(loadedAt) ?? loadedAt;
  const scale = useTextScale();
  useWakeLock();
  const stage = view.stage.now;
  if (stage === undefined) return null;
  if (stage.isBlack) return <main className="fixed inset-0 bg-black" aria-label={t("black")} />;
  const item = currentItem(view);
  return (
    <main
      id="content"
      className="flex min-h-dvh flex-col gap-[2em] bg-projector px-[1.2em] py-[1.8em] leading-snug text-white lg:fixed lg:inset-0 lg:grid lg:grid-cols-[minmax(0,15em)_minmax(0,1fr)_minmax(0,12em)] lg:overflow-hidden lg:px-[2.2em]"
      style={{ fontSize: `calc(max(14px, 1.25vw) * ${scale})` }}
    >
      <div className="flex min-h-0 flex-col">
        <p className="flex items-center gap-[0.6em] font-semibold">
          <Logo size={32} tone="light" /> {t("product")}
        </p>
        <AgendaRail agenda={agendaOf(view)} stage={stage} />
        {stage.state !== "closed" && (
          <p className="mt-auto">
            <span className="block text-[0.85em] text-white/75">{t("joinAt")}</span>
            <span className="block text-[1.25em] font-semibold break-words">{joinAt}</span>
            <span className="block text-[1.9em] font-semibold tracking-[0.12em]">{spokenJoinCode(stage.joinCode)}</span>
          </p>
        )}
      </div>
      {item === null ? <Lobby view={view} qr={qr} /> : <Wall view={view} item={item} />}
      <ClockRail view={view} item={item} now={now} />
    </main>
  );
}

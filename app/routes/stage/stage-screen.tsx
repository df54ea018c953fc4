import { Button, LinkButton } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import type { QrCode } from "#app/live/qr.server.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { isTalk } from "#domain/live/agenda.ts";
import { owed } from "#domain/live/question.ts";
import { AgendaColumn } from "./agenda-column.tsx";
import { ArrivalsPanel } from "./arrivals-panel.tsx";
import { BallotShowing } from "./ballot-showing.tsx";
import { BesidePanel } from "./beside-panel.tsx";
import { HiddenNotes } from "./hidden-notes.tsx";
import { GiveLead, LeadBar, type LeadBarProps } from "./lead-bar.tsx";
import { NextLine, useBegunAt } from "./next-line.tsx";
import { RoomLinks } from "./room-links.tsx";
import { SpotlightList } from "./spotlight-list.tsx";
import { StageActs } from "./stage-acts.tsx";
import { StageBar } from "./stage-bar.tsx";
import { StageClock } from "./stage-clock.tsx";
import { useStageFacts } from "./stage-context.tsx";
import { SuggestedGroups } from "./suggested-groups.tsx";
import { TablesPanel } from "./tables-panel.tsx";
import { WallPreview } from "./wall-preview.tsx";

export interface StageScreenProps extends LeadBarProps {
  readonly qr: QrCode | null;
  readonly isOffline: boolean;
}

/** Beside the stage, which stays in view: a long agenda scrolls by itself. Below the head of the page. */
const sideClass = "p-4 lg:sticky lg:top-14 lg:max-h-[calc(100dvh-3.5rem)] lg:overflow-y-auto";

/** The facilitator's page: the day at the left, what is on in the middle, the room at the right. */
export function StageScreen({ qr, isOffline, ...lead }: StageScreenProps) {
  const { t } = useTranslation("stage");
  const { stage, item } = useStageFacts();
  // During a talk the questions are what the facilitator works with.
  const columns =
    item !== null && isTalk(item)
      ? "lg:grid-cols-[15rem_minmax(0,1fr)_24rem] xl:grid-cols-[15.5rem_minmax(0,1fr)_28rem]"
      : "lg:grid-cols-[15rem_minmax(0,1fr)_17.5rem] xl:grid-cols-[15.5rem_minmax(0,1fr)_19rem]";
  return (
    <div className={classNames("grid flex-1 grid-cols-1 content-start lg:content-stretch", columns)}>
      <h1 className="sr-only">{t("heading")}</h1>
      <div className="border-line max-lg:order-2 max-lg:border-t lg:border-r lg:bg-surface">
        <div className={sideClass}>
          <AgendaColumn />
        </div>
      </div>
      <div className="grid min-w-0 content-start gap-4 p-4 lg:px-5">
        <StageBar qr={qr} />
        <LeadBar {...lead} />
        {isOffline && (
          <p role="alert" className="rounded-lg bg-gap-on px-4 py-2.5 font-medium text-gap">
            {t("offline")}
          </p>
        )}
        {stage.state === "closed" ? <Closed /> : <Running />}
      </div>
      <div className="border-line max-lg:order-3 max-lg:border-t lg:border-l lg:bg-surface">
        <div className={classNames(sideClass, "grid content-start gap-6")}>
          {stage.state === "lobby" && <ArrivalsPanel />}
          <TablesPanel />
          <BesidePanel />
          <GiveLead {...lead} />
        </div>
      </div>
    </div>
  );
}

function Running() {
  const { item } = useStageFacts();
  const begunAt = useBegunAt(item?.id ?? null);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <StageClock />
        <div className="ml-auto">
          <StageActs />
        </div>
      </div>
      <BallotShowing />
      <WallPreview />
      {item === null && <BeforeStart />}
      {item !== null && <NextLine key={item.id} begunAt={begunAt} />}
      <SpotlightList />
      <SuggestedGroups />
      <HiddenNotes />
    </>
  );
}

/** What a facilitator does while people arrive; later it is behind the code. */
function BeforeStart() {
  const { t } = useTranslation("stage");
  return (
    <section aria-labelledby="before-start" className="rounded-xl border border-line bg-surface p-4">
      <h2 id="before-start" className="mb-2 text-base/6">
        {t("beforeStart")}
      </h2>
      <RoomLinks />
    </section>
  );
}

function Closed() {
  const { t } = useTranslation("stage");
  const { t: report } = useTranslation("report");
  const { workshopId, send, view } = useStageFacts();
  const { t: after } = useTranslation("after");
  const count = owed(Object.values(view.questions)).length;
  return (
    <section className="rounded-xl border border-line bg-surface p-6">
      <h2 className="mb-1 text-lg/7">{t("closed")}</h2>
      <p className="mb-4 text-muted">{t("closedText")}</p>
      {count > 0 && <p className="mb-4 font-semibold text-gap">{after("closing.owed", { count })}</p>}
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/workshops/${workshopId}/report`} tone="primary">
          {t("report")}
        </LinkButton>
        <LinkButton href={`/workshops/${workshopId}/retention`}>{report("settings.heading")}</LinkButton>
        <Button onPress={() => void send("reopen")}>{t("reopen")}</Button>
      </div>
    </section>
  );
}

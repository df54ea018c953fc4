import { useEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components";
import { LinkButton } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, collectsNotes } from "#domain/live/agenda.ts";
import type { ScheduledItem } from "#domain/live/schedule.ts";
import { useStageFacts } from "./stage-context.tsx";

const LOOKS: Record<ScheduledItem["state"], string> = {
  done: "border-line bg-surface text-muted",
  passed: "border-dashed border-line bg-transparent text-muted",
  now: "border-2 border-primary bg-primary-on",
  ahead: "border-line bg-surface hover:border-primary",
};

/** The day: what has been, what is on, what comes when. A press on an item goes there. */
export function AgendaColumn() {
  const { t } = useTranslation("stage");
  const { agenda, schedule, workshopId } = useStageFacts();
  const scheduled = new Map(schedule.items.map((each) => [each.id, each]));
  return (
    <section aria-labelledby="stage-agenda" className="min-w-0">
      <h2 id="stage-agenda" className="mb-2 text-xs/5 font-semibold tracking-wide text-muted uppercase">
        {t("agenda")}
      </h2>
      <ol className="grid gap-2">
        {agenda.map((item) => {
          const at = scheduled.get(item.id);
          return at === undefined ? null : <ItemLine key={item.id} item={item} at={at} />;
        })}
      </ol>
      <LinkButton href={`/workshops/${workshopId}/agenda`} className="mt-2 w-full">
        {t("editAgenda")}
      </LinkButton>
    </section>
  );
}

function ItemLine({ item, at }: { readonly item: AgendaItem; readonly at: ScheduledItem }) {
  const { t } = useTranslation("stage");
  const { stage, send } = useStageFacts();
  const isNow = at.state === "now";
  const isClosed = stage.state === "closed";
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNow && isBesideStage.matches()) line.current?.scrollIntoView({ block: "nearest" });
  }, [isNow]);
  return (
    <li ref={line} aria-current={isNow ? "step" : undefined} className="group relative">
      <AriaButton
        isDisabled={isNow || isClosed}
        onPress={() => void send("go-to", { itemId: item.id })}
        className={classNames("w-full rounded-lg border px-3 py-2 text-left", LOOKS[at.state])}
      >
        <span className="sr-only">{isNow ? t("itemState.now") : t("goTo", { title: item.title })}, </span>
        <span className={classNames("block font-medium text-pretty", at.state === "passed" && "line-through")}>
          {item.title}
        </span>
        <ItemFacts item={item} at={at} />
      </AriaButton>
      {!isClosed && (at.state === "ahead" || item.isSkipped) && <SkipButton item={item} />}
    </li>
  );
}

/** The column scrolls by itself only where it stands beside the stage. */
const isBesideStage = { matches: () => window.matchMedia("(min-width: 64rem)").matches };

function ItemFacts({ item, at }: { readonly item: AgendaItem; readonly at: ScheduledItem }) {
  const { t } = useTranslation(["stage", "live"]);
  const { time } = useFormat();
  const minutes = item.minutes + item.extraMinutes;
  const isOver = at.state === "done" || at.state === "passed";
  const writes = collectsNotes(item) && !isOver;
  const facts = [
    at.startsAt === null ? t("itemUntimed", { minutes }) : t("item", { time: time(at.startsAt), minutes }),
    isOver && t(`itemState.${at.state}`).toLowerCase(),
    writes && t(`live:anonymity.${item.anonymity}`),
    writes && t(`live:reveal.${item.reveal}`),
  ];
  return <span className="block text-xs/5 text-muted">{facts.filter(Boolean).join(" · ")}</span>;
}

function SkipButton({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation("stage");
  const { send } = useStageFacts();
  const { id, title, isSkipped } = item;
  return (
    <AriaButton
      aria-label={isSkipped ? t("takeInItem", { title }) : t("skipItem", { title })}
      onPress={() => void send("skip", { itemId: id, on: isSkipped ? "no" : "yes" })}
      className="absolute right-1 bottom-1 min-h-6 rounded-md bg-surface px-1.5 text-xs/5 font-medium text-primary hover:bg-primary-on focus-visible:opacity-100 lg:opacity-0 lg:group-hover:opacity-100"
    >
      {isSkipped ? t("takeIn") : t("skip")}
    </AriaButton>
  );
}

import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, sourceOf } from "#domain/live/agenda.ts";
import { owed } from "#domain/live/question.ts";
import { itemAfter, leavesManyBehind } from "#domain/live/stage-move.ts";
import { ASKS_READY, type LiveView } from "#domain/live/view.ts";
import { KeyMark } from "./key-mark.tsx";
import { lateByTable, primaryActOf } from "./primary-act.ts";
import { useStageFacts } from "./stage-context.tsx";
import { readyOf } from "./tables-panel.tsx";
import { stageKey } from "./use-stage-keys.ts";

/** What comes next, and how many are ready for it. When too few are, or an item has only just begun, it is asked once more. */
export function NextLine({ begunAt }: { readonly begunAt: number }) {
  const { t } = useTranslation("stage");
  const { view, stage, agenda, item, send } = useStageFacts();
  const from = item?.id ?? "";
  const following = itemAfter(agenda, from);
  const readiness = useReadiness();
  const [isArmed, arm] = useArmed(from);
  if (following === null) return <CloseLine />;
  const isPrimary = primaryActOf({ view, stage, item, following })?.act === "next";
  const goOn = () => {
    const asksAgain = readiness.isLow || Date.now() - begunAt < SETTLING_MS;
    if (asksAgain && !isArmed) arm();
    else void send("next", { from });
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p aria-live="polite" className="min-w-0 flex-1 basis-64 text-muted">
        {t("nextTo")} <strong className="font-semibold text-ink">{following.title}</strong>
        {readiness.isAsked && ` · ${t("ready", { count: readiness.ready, of: readiness.of })}. `}
        {readiness.isLow && (isArmed ? <NotReady /> : t("pressTwice"))}
        {!readiness.isLow && isArmed && ` · ${t("justBegun", { title: item?.title ?? "" })}`}
        <GroupFirst before={following} />
      </p>
      <Button tone={isArmed || isPrimary ? "primary" : "quiet"} onPress={goOn} {...stageKey("arrowright")}>
        {isArmed ? t("nextAgain") : t("next")} <KeyMark>→</KeyMark>
      </Button>
    </div>
  );
}

/** Before a vote on what is grouped. */
function GroupFirst({ before }: { readonly before: AgendaItem }) {
  const { t } = useTranslation("stage");
  const { view, agenda, item } = useStageFacts();
  const count = before.kind === "vote" && item?.kind === "grouping" ? looseNotes(view, agenda, item.id) : 0;
  return count === 0 ? null : <strong className="block font-semibold text-gap">{t("groupFirst", { count })}</strong>;
}

/** Notes that are in no group: two that say the same would share their votes. */
function looseNotes({ notes }: LiveView, agenda: readonly AgendaItem[], itemId: string): number {
  const sourceId = sourceOf(agenda, itemId)?.id;
  return Object.values(notes).filter((note) => note.itemId === sourceId && note.clusterId === null).length;
}

/** Whether the item asks people to say that they are ready, and whether few have. */
function useReadiness() {
  const { item, view } = useStageFacts();
  if (item === null || !ASKS_READY.has(item.kind)) return { isAsked: false, isLow: false, ready: 0, of: 0 };
  const { ready, of } = readyOf(view.participants, item.id);
  return { isAsked: of > 0, isLow: leavesManyBehind(ready, of), ready, of };
}

/** A second press so soon was meant for the item before. */
const SETTLING_MS = 1_500;

/** When the item came to this page, by this browser's clock; 0 for the one that the page was opened with. */
export function useBegunAt(itemId: string | null): number {
  const [begun, setBegun] = useState({ itemId, at: 0 });
  if (begun.itemId !== itemId) setBegun({ itemId, at: Date.now() });
  return begun.at;
}

const ARMED_MS = 15_000;

/** Pressed once for this item, a moment ago. */
function useArmed(itemId: string): [boolean, () => void] {
  const [armed, setArmed] = useState<string | null>(null);
  useEffect(() => {
    if (armed === null) return;
    const timer = setTimeout(() => setArmed(null), ARMED_MS);
    return () => clearTimeout(timer);
  }, [armed]);
  return [armed === itemId, () => setArmed(itemId)];
}

function NotReady() {
  const { t } = useTranslation(["stage", "live"]);
  const { view, item } = useStageFacts();
  const late = item === null ? new Map<string | null, number>() : lateByTable(view, item);
  const tables = Object.entries(view.tables)
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([id, { number }]) => ({ name: t("live:table", { number }), count: late.get(id) ?? 0 }));
  const who = [...tables, { name: t("withoutTable"), count: late.get(null) ?? 0 }]
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} (${count})`)
    .join(", ");
  return <>{t("notReady", { who })}</>;
}

function CloseLine() {
  const { t } = useTranslation("stage");
  const { t: after } = useTranslation("after");
  const { view, send } = useStageFacts();
  const count = owed(Object.values(view.questions)).length;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1 basis-64 text-muted">
        {t("lastItem")} {t("closeHint")}
        {count > 0 && <strong className="block text-gap">{after("closing.owed", { count })}</strong>}
      </p>
      <Button onPress={() => void send("close")}>{t("close")}</Button>
    </div>
  );
}

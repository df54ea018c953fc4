import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { noteWord, sourceOf } from "#domain/live/agenda.ts";
import { useStageFacts } from "./stage-context.tsx";

/** What waits to be shown, for the facilitator alone: closed until it is asked for, since somebody may look over a shoulder. */
export function HiddenNotes() {
  const { t } = useTranslation(["stage", "live"]);
  const { beside, agenda, item, send } = useStageFacts();
  const source = item === null ? null : sourceOf(agenda, item.id);
  if (source === null || beside.hidden.length === 0) return null;
  const titles = new Map(source.lanes.map(({ id, title }) => [id, title]));
  return (
    <details className="rounded-xl border border-line bg-surface px-4 py-3">
      <summary className="min-h-6 font-semibold">
        {t(`live:note.${noteWord(source)}.waiting`, { count: beside.hidden.length })}
      </summary>
      <p className="mt-1 text-[13px]/5 text-muted">{t("hidden.text")}</p>
      {source.lanes.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {source.lanes.map(({ id, title }) => (
            <Button key={id} size="small" onPress={() => void send("show-notes", { itemId: source.id, laneId: id })}>
              {t("showLane", { lane: title })}
            </Button>
          ))}
        </div>
      )}
      <ul className="mt-2">
        {beside.hidden.map(({ id, text, laneId, isHidden }) => (
          <li key={id} className="flex items-start justify-between gap-3 border-t border-line py-1.5">
            <p className="min-w-0">
              <span className={isHidden ? "text-muted line-through" : undefined}>{text}</span>
              {laneId !== null && <span className="text-[13px] text-muted"> · {titles.get(laneId)}</span>}
              {isHidden && <span className="text-[13px] text-muted"> · {t("hidden.mark")}</span>}
            </p>
            <Button size="small" onPress={() => void send("hide-note", { noteId: id, on: isHidden ? "no" : "yes" })}>
              {isHidden ? t("hidden.bringBack") : t("hidden.hide")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

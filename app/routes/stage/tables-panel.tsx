import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { collectsNotes, noteWord } from "#domain/live/agenda.ts";
import { ASKS_READY, type ShownParticipant } from "#domain/live/view.ts";
import { useStageFacts } from "./stage-context.tsx";

/** How far each table is. */
export function TablesPanel() {
  const { t } = useTranslation("stage");
  const { view, item, send } = useStageFacts();
  const tables = Object.entries(view.tables).sort(([, a], [, b]) => a.number - b.number);
  return (
    <section aria-labelledby="stage-tables">
      <h2 id="stage-tables" className="mb-1 text-xs/5 font-semibold tracking-wide text-muted uppercase">
        {t("tables")}
      </h2>
      {tables.length === 0 && <p className="text-[13px]/5 text-muted">{t("noTables")}</p>}
      <ul>
        {tables.map(([id, table]) => (
          <TableLine key={id} id={id} {...table} />
        ))}
      </ul>
      {item?.kind === "grouping" && tables.length > 0 && (
        <Button className="mt-2" onPress={() => void send("gather", { on: item.byTable ? "yes" : "no" })}>
          {item.byTable ? t("gather") : t("splitUp")}
        </Button>
      )}
    </section>
  );
}

function TableLine({ id, number, name }: { readonly id: string; readonly number: number; readonly name: string }) {
  const { t } = useTranslation(["stage", "live"]);
  const { view, item } = useStageFacts();
  const here = Object.entries(view.participants)
    .map(([participantId, each]) => ({ ...each, id: participantId }))
    .filter(({ tableId }) => tableId === id);
  const asksReady = here.length > 0 && item !== null && ASKS_READY.has(item.kind);
  const ready = here.filter(({ readyItemId }) => readyItemId === item?.id).length;
  const line = (
    <span className="grid grid-cols-[minmax(0,1fr)_auto_4.5rem] items-center gap-x-3 py-1.5">
      <span className="min-w-0 font-medium">
        <span className="block truncate">{[t("live:table", { number }), name].filter(Boolean).join(" · ")}</span>
        {item !== null && collectsNotes(item) && (
          <span className="block text-xs font-normal text-muted">
            {t(`live:note.${noteWord(item)}.count`, { count: view.counts[item.id]?.byTable[id] ?? 0 })}
          </span>
        )}
      </span>
      <span className="text-[13px] tabular-nums">
        {asksReady ? t("tableReady", { ready, of: here.length }) : t("tableJoined", { count: here.length })}
      </span>
      {asksReady ? <ShareBar value={ready} max={here.length} /> : <span />}
    </span>
  );
  return (
    <li className="border-t border-line">{here.length > 0 ? <TablePeople here={here}>{line}</TablePeople> : line}</li>
  );
}

interface TablePeopleProps {
  readonly here: readonly (ShownParticipant & { readonly id: string })[];
  /** The table's line, which opens to them. */
  readonly children: ReactNode;
}

/** Who sits there, and who of them helps those without a phone. */
function TablePeople({ here, children }: TablePeopleProps) {
  const { t } = useTranslation("stage");
  const { send } = useStageFacts();
  return (
    <details className="group">
      <summary className="relative list-none rounded-md hover:bg-sand/50 [&::-webkit-details-marker]:hidden">
        {children}
        <ChevronDown className="absolute top-2 -left-4 size-3.5 text-muted group-open:rotate-180" aria-hidden="true" />
      </summary>
      <ul className="pb-2 pl-3 text-[13px]/5">
        {here.map(({ id, name, isHost }) => (
          <li key={id} className="flex items-center justify-between gap-2 py-0.5">
            <span className="min-w-0 truncate">
              {name}
              {isHost && <span className="text-muted"> · {t("host")}</span>}
            </span>
            <Button
              size="small"
              tone="plain"
              aria-label={isHost ? t("endHostOf", { name }) : t("makeHostOf", { name })}
              onPress={() => void send("host", { participantId: id, on: isHost ? "no" : "yes" })}
            >
              {isHost ? t("endHost") : t("makeHost")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ShareBar({ value, max }: { readonly value: number; readonly max: number }) {
  const share = max === 0 ? 0 : Math.min(1, value / max);
  return (
    <span className="block h-1.5 overflow-hidden rounded-full bg-sand" aria-hidden="true">
      <span className="block h-full rounded-full bg-primary" style={{ width: `${share * 100}%` }} />
    </span>
  );
}

/** Those who say that they are ready, of those who have joined. */
export function readyOf(participants: Readonly<Record<string, ShownParticipant>>, itemId: string) {
  const all = Object.values(participants);
  return { ready: all.filter(({ readyItemId }) => readyItemId === itemId).length, of: all.length };
}

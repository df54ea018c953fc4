import { useMemo, useState } from "react";
import { useAsked } from "#app/http/use-asked.ts";
import { type AgendaItem, sourceOf } from "#domain/live/agenda.ts";
import { agendaOf, type LiveView, type ShownNote } from "#domain/live/view.ts";
import { type AlikeSet, type GroupHint, groupHints } from "./group-hints.ts";

export interface GroupHints {
  readonly hints: readonly GroupHint[];
  /** It is suggested no more on this screen. */
  readonly decline: (hint: GroupHint) => void;
}

export interface Hinted {
  readonly workshopId: string;
  readonly view: LiveView;
  readonly item: AgendaItem | null;
  /** Whether the note may be moved from here. */
  readonly mayMove: (note: Pick<ShownNote, "tableId">) => boolean;
}

/** Notes are shown part by part. */
const PAUSE_MS = 300;
const NONE: ReadonlySet<string> = new Set();

/** Suggestions for groups while the agenda is at grouping. The server is asked when other notes are shown; they do not change afterwards. */
export function useGroupHints({ workshopId, view, item, mayMove }: Hinted): GroupHints {
  const [declined, setDeclined] = useState(NONE);
  const isGrouping = item?.kind === "grouping";
  const sourceId = isGrouping ? (sourceOf(agendaOf(view), item.id)?.id ?? null) : null;
  const shown = useMemo(
    () =>
      Object.entries(view.notes)
        .map(([id, note]) => ({ ...note, id }))
        .filter(({ itemId }) => itemId === sourceId),
    [view.notes, sourceId],
  );
  // The texts do not change once they are shown: how many there are tells which.
  const address = shown.length === 0 ? null : `/live/${workshopId}/group?of=${sourceId}&shown=${shown.length}`;
  const { answer } = useAsked<{ readonly alike: readonly AlikeSet[] }>(address, PAUSE_MS);
  const at = { clusters: view.clusters, byTable: item?.byTable === true, declined };
  return {
    hints: isGrouping ? groupHints(answer?.alike ?? [], { ...at, notes: shown.filter(mayMove) }) : [],
    decline: ({ key }) => setDeclined((before) => new Set([...before, key])),
  };
}

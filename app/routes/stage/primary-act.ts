/**
 * The deliberate act that an item is for: what its big button does. Closing is none: its key shows notes too, and pressed once too often
 * it would end the workshop.
 */
import { compareDanish } from "#domain/danish-order.ts";
import {
  type AgendaItem,
  type AgendaLane,
  collectsNotes,
  type NoteWord,
  noteWord,
  sourceOf,
} from "#domain/live/agenda.ts";
import { agendaOf, type LiveView, type Stage } from "#domain/live/view.ts";

export type PrimaryAct =
  | { readonly act: "begin"; readonly item: AgendaItem }
  | { readonly act: "call-up"; readonly organisationId: string; readonly name: string; readonly isFirst: boolean }
  | ({ readonly act: "show-notes" } & NotesToShow)
  | { readonly act: "show-result" }
  | { readonly act: "show-place"; readonly from: number }
  | { readonly act: "next"; readonly item: AgendaItem };

interface NotesToShow {
  readonly itemId: string;
  readonly lane: AgendaLane | null;
  /** What they are called. */
  readonly word: NoteWord;
}

export interface Kommune {
  readonly id: string;
  readonly name: string;
}

/** By name: the order of a round. */
export const kommunerOf = (view: Pick<LiveView, "organisations">): Kommune[] =>
  Object.entries(view.organisations)
    .filter(([, { isMunicipality }]) => isMunicipality)
    .map(([id, { name }]) => ({ id, name }))
    .sort((a, b) => compareDanish(a.name, b.name));

interface Standing {
  readonly view: LiveView;
  readonly stage: Stage;
  readonly item: AgendaItem | null;
  /** The item that comes next. */
  readonly following: AgendaItem | null;
}

export function primaryActOf({ view, stage, item, following }: Standing): PrimaryAct | null {
  if (item?.kind === "round") {
    const kommune = kommuneAfter(kommunerOf(view), stage.spotlightId);
    if (kommune !== null) {
      return { act: "call-up", organisationId: kommune.id, name: kommune.name, isFirst: stage.spotlightId === null };
    }
  }
  const notes = notesToShow(view, item);
  if (notes !== null) return { act: "show-notes", ...notes };
  if (item?.kind === "vote" && item.revealedAt === null) return { act: "show-result" };
  const shownFrom = view.ballots[item?.id ?? ""]?.shownFrom ?? 1;
  if (item?.kind === "vote" && shownFrom > 1) return { act: "show-place", from: shownFrom };
  if (following === null) return null;
  return item === null ? { act: "begin", item: following } : { act: "next", item: following };
}

/** What waits to be shown: all at once while it is written, heading by heading in the item that is for it. */
export function notesToShow(view: LiveView, item: AgendaItem | null): NotesToShow | null {
  const source = item === null ? null : sourceOf(agendaOf(view), item.id);
  if (item === null || source === null || item.kind === "vote" || !collectsNotes(source)) return null;
  if ((view.counts[source.id]?.hidden ?? 0) === 0) return null;
  const nextLane = source.lanes.find(({ id }) => !source.revealedLanes.includes(id));
  const lane = item.kind === "reveal" ? (nextLane ?? null) : null;
  return { itemId: source.id, lane, word: noteWord(source) };
}

const kommuneAfter = (kommuner: readonly Kommune[], id: string | null): Kommune | null =>
  kommuner[kommuner.findIndex((each) => each.id === id) + 1] ?? null;

/** How many have not said that they are ready, by table; null for those without one. */
export function lateByTable(
  { participants }: Pick<LiveView, "participants">,
  item: AgendaItem,
): Map<string | null, number> {
  const late = new Map<string | null, number>();
  for (const { readyItemId, tableId } of Object.values(participants)) {
    if (readyItemId !== item.id) late.set(tableId, (late.get(tableId) ?? 0) + 1);
  }
  return late;
}

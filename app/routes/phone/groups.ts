import { type AgendaItem, CLUSTER_TITLE_LIMIT, sourceOf } from "#domain/live/agenda.ts";
import { agendaOf, type LiveView, type ShownCluster } from "#domain/live/view.ts";
import { type NoteWithId, shownNotesOf } from "./shown-notes.tsx";

/** Where something can be put that is no group. */
export const NEW_GROUP = "new-group";
export const NO_GROUP = "no-group";

export interface Group extends ShownCluster {
  readonly id: string;
  readonly notes: readonly NoteWithId[];
}

export interface Groups {
  readonly groups: readonly Group[];
  /** In no group. */
  readonly loose: readonly NoteWithId[];
}

/** What is grouped in the item; where the tables work on their own, only what one's own table may move. */
export function groupsOf(view: LiveView, item: AgendaItem, tableId: string | null): Groups {
  const itemId = sourceOf(agendaOf(view), item.id)?.id ?? "";
  const isAtHand = (thing: { readonly tableId: string | null }) =>
    !item.byTable || thing.tableId === null || thing.tableId === tableId;
  const notes = shownNotesOf(view, itemId).filter(isAtHand);
  const groups = Object.entries(view.clusters)
    .map(([id, cluster]) => ({ ...cluster, id, notes: notes.filter(({ clusterId }) => clusterId === id) }))
    .filter((group) => group.itemId === itemId && isAtHand(group))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const known = new Set(groups.map(({ id }) => id));
  return { groups, loose: notes.filter(({ clusterId }) => clusterId === null || !known.has(clusterId)) };
}

/** What a new group is called until somebody says otherwise: the words of its first note, cut between words. */
export function titleFrom(text: string): string {
  if (text.length <= CLUSTER_TITLE_LIMIT) return text;
  return `${text.slice(0, CLUSTER_TITLE_LIMIT - 1).replace(/\s+\S*$/, "")}…`;
}

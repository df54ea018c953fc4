import { type AgendaItem, CLUSTER_TITLE_LIMIT, type NoteWord, noteWord, sourceOf } from "#domain/live/agenda.ts";
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
  /** What its notes are called. */
  readonly word: NoteWord;
  readonly groups: readonly Group[];
  /** In no group. */
  readonly loose: readonly NoteWithId[];
}

/** Where the tables work on their own, what stands at another one is not at hand. */
export const isAtHand =
  ({ byTable }: Pick<AgendaItem, "byTable">, own: string | null) =>
  ({ tableId }: { readonly tableId: string | null }): boolean =>
    !byTable || tableId === null || tableId === own;

/** What is grouped in the item; where the tables work on their own, only what one's own table may move. */
export function groupsOf(view: LiveView, item: AgendaItem, tableId: string | null): Groups {
  const source = sourceOf(agendaOf(view), item.id);
  const itemId = source?.id ?? "";
  const isOwn = isAtHand(item, tableId);
  const notes = shownNotesOf(view, itemId).filter(isOwn);
  const groups = Object.entries(view.clusters)
    .map(([id, cluster]) => ({ ...cluster, id, notes: notes.filter(({ clusterId }) => clusterId === id) }))
    .filter((group) => group.itemId === itemId && isOwn(group))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const known = new Set(groups.map(({ id }) => id));
  const loose = notes.filter(({ clusterId }) => clusterId === null || !known.has(clusterId));
  return { word: noteWord(source), groups, loose };
}

/** What a new group is called until somebody says otherwise: the words of its first note, cut between words. */
export function titleFrom(text: string): string {
  if (text.length <= CLUSTER_TITLE_LIMIT) return text;
  return `${text.slice(0, CLUSTER_TITLE_LIMIT - 1).replace(/\s+\S*$/, "")}…`;
}

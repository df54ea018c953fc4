/** Which suggestions for groups stand while people group: what is grouped already, or said no to, is suggested no more. */
import { CLUSTER_TITLE_LIMIT } from "#domain/live/agenda.ts";
import type { ShownCluster, ShownNote } from "#domain/live/view.ts";

/** A set of notes that say much the same, as the server tells it. */
export interface AlikeSet {
  readonly noteIds: readonly string[];
  /** What they are all about, in words; null when only words tell. */
  readonly about: string | null;
  /** Words that make them alike. */
  readonly words: readonly string[];
}

export interface GroupHint extends Omit<AlikeSet, "noteIds"> {
  /** The same suggestion has the same key. */
  readonly key: string;
  /** In no group yet. */
  readonly notes: readonly HintedNote[];
  /** The group in which the others of the set stand; null for a new one. */
  readonly into: { readonly id: string; readonly title: string } | null;
}

type HintedNote = ShownNote & { readonly id: string };

interface AtHand {
  /** Notes that may be moved, in a group or not. */
  readonly notes: readonly HintedNote[];
  readonly clusters: Readonly<Record<string, Pick<ShownCluster, "title">>>;
  /** Each table has groups of its own. */
  readonly byTable: boolean;
  /** Keys of those that somebody here has said no to. */
  readonly declined: ReadonlySet<string>;
}

/** More would be read by nobody while the clock runs. */
const MOST = 4;

/** Those with most in common first; a note is in one of them at most. */
export function groupHints(alike: readonly AlikeSet[], at: AtHand): GroupHint[] {
  const byId = new Map(at.notes.map((note) => [note.id, note]));
  const taken = new Set<string>();
  const hints: GroupHint[] = [];
  for (const { noteIds, ...because } of alike) {
    for (const notes of placesOf(
      noteIds.flatMap((id) => byId.get(id) ?? []),
      at.byTable,
    )) {
      const hint = hintOf(notes, because, at);
      if (hint === null || at.declined.has(hint.key) || hint.notes.some(({ id }) => taken.has(id))) continue;
      for (const { id } of hint.notes) taken.add(id);
      hints.push(hint);
    }
  }
  return hints.slice(0, MOST);
}

function placesOf(notes: readonly HintedNote[], byTable: boolean): readonly (readonly HintedNote[])[] {
  if (!byTable) return [notes];
  return [...new Set(notes.map(({ tableId }) => tableId))].map((table) =>
    notes.filter(({ tableId }) => tableId === table),
  );
}

function hintOf(
  notes: readonly HintedNote[],
  because: Omit<AlikeSet, "noteIds">,
  { clusters }: Pick<AtHand, "clusters">,
): GroupHint | null {
  const groupOf = ({ clusterId }: HintedNote) => (clusterId !== null && clusters[clusterId] ? clusterId : null);
  const loose = notes.filter((note) => groupOf(note) === null);
  const groups = notes.flatMap((note) => groupOf(note) ?? []);
  // Where two of them stand in one group, people have seen it already, and the rest belong there.
  const home = groups.find((id, index) => groups.indexOf(id) !== index) ?? null;
  if (loose.length < (home === null ? 2 : 1)) return null;
  const into = home === null ? null : { id: home, title: clusters[home]?.title ?? "" };
  return { ...because, notes: loose, into, key: [home ?? "", ...loose.map(({ id }) => id)].join(" ") };
}

/** What a group made of the suggestion is called, until somebody says otherwise. */
export function titleOfHint({ about, words }: Pick<AlikeSet, "about" | "words">): string {
  const name = about ?? [...words].sort((a, b) => a.length - b.length)[0] ?? "";
  return `${name.charAt(0).toLocaleUpperCase("da")}${name.slice(1)}`.slice(0, CLUSTER_TITLE_LIMIT);
}

/**
 * Grouping what has been revealed. The database is the one place where a note stands: of two who move it at once, the last one's place
 * holds, and it is never in two. Where the tables work on their own, each moves only what is its own.
 */
import { and, asc, eq, inArray, isNotNull, isNull, max } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem, cluster, note, workshopRun } from "#db/schema/live.ts";
import { CLUSTER_TITLE_LIMIT, sourceOf } from "#domain/live/agenda.ts";
import type { NoteText } from "#domain/synergy/alike-notes.ts";
import { agendaIn } from "./agenda.ts";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Who groups: a participant at a table, or a facilitator. */
export interface Grouper {
  readonly workshopId: string;
  readonly tableId: string | null;
  readonly isFacilitator: boolean;
}

export type GroupRefusal = "not-now" | "not-yours" | "no-such" | "title" | "changed";
export type Grouped = { readonly done: true } | { readonly done: false; readonly refused: GroupRefusal };

/** Where a note is and is to be: `null` is in no cluster. */
export interface Placing {
  readonly noteIds: readonly string[];
  readonly to: string | null;
  /** For undoing: refused when one of the notes is somewhere else by now. */
  readonly from?: string | null | undefined;
}

type StoredNote = typeof note.$inferSelect;
type StoredCluster = typeof cluster.$inferSelect;
const refusing = (refused: GroupRefusal): Grouped => ({ done: false, refused });
const DONE: Grouped = { done: true };

/** Puts notes into a cluster, or takes them out of theirs. */
export async function placeNotes(db: Database, by: Grouper, placing: Placing): Promise<Grouped> {
  return grouping(db, by, (tx, may) => {
    const notes = notesNamed(tx, by, placing.noteIds);
    if (notes === null) return refusing("no-such");
    const target = placing.to === null ? null : clusterNamed(tx, by, placing.to);
    if (target === undefined) return refusing("no-such");
    if (![...notes, ...(target === null ? [] : [target])].every(may)) return refusing("not-yours");
    if (target !== null && notes.some(({ itemId }) => itemId !== target.itemId)) return refusing("no-such");
    const { from } = placing;
    if (from !== undefined && notes.some(({ clusterId }) => clusterId !== from)) return refusing("changed");
    setCluster(tx, placing.noteIds, placing.to);
    return DONE;
  });
}

/** A new cluster of these notes, in the place of the first of them. */
export async function createCluster(
  db: Database,
  by: Grouper,
  { id, title, noteIds }: { id: string; title: string; noteIds: readonly string[] },
): Promise<Grouped> {
  if (!isTitle(title)) return refusing("title");
  return grouping(db, by, (tx, may) => {
    if (tx.select().from(cluster).where(eq(cluster.id, id)).get() !== undefined) return DONE;
    const notes = notesNamed(tx, by, noteIds);
    const [first] = notes ?? [];
    if (notes === null || first === undefined) return refusing("no-such");
    if (!notes.every(may)) return refusing("not-yours");
    if (notes.some(({ itemId }) => itemId !== first.itemId)) return refusing("no-such");
    const { itemId, laneId, tableId, workshopId } = first;
    tx.insert(cluster)
      .values({ id, workshopId, itemId, laneId, tableId, title: title.trim(), sortOrder: nextPlace(tx, itemId) })
      .run();
    setCluster(tx, noteIds, id);
    return DONE;
  });
}

/** @param from refused when it is called something else by now */
export async function renameCluster(
  db: Database,
  by: Grouper,
  { id, title, from }: { id: string; title: string; from?: string | undefined },
): Promise<Grouped> {
  if (!isTitle(title)) return refusing("title");
  return changing(db, { by, id }, (tx, found) => {
    if (from !== undefined && found.title !== from) return refusing("changed");
    tx.update(cluster).set({ title: title.trim() }).where(eq(cluster.id, id)).run();
    return DONE;
  });
}

/** All of one cluster's notes go into another; the first one is gone. */
export async function mergeClusters(
  db: Database,
  by: Grouper,
  { id, into, at }: { id: string; into: string; at: number },
): Promise<Grouped> {
  return grouping(db, by, (tx, may) => {
    const [found, target] = [clusterNamed(tx, by, id), clusterNamed(tx, by, into)];
    if (found === undefined || target === undefined || id === into) return refusing("no-such");
    if (found.itemId !== target.itemId) return refusing("no-such");
    if (!may(found) || !may(target)) return refusing("not-yours");
    tx.update(note).set({ clusterId: into }).where(eq(note.clusterId, id)).run();
    tx.update(cluster).set({ binnedAt: at }).where(eq(cluster.id, id)).run();
    return DONE;
  });
}

/**
 * The cluster goes, its notes stand by themselves again.
 *
 * @param onlyEmpty for undoing: refused when somebody has put a note into it
 */
export async function dissolveCluster(
  db: Database,
  by: Grouper,
  { id, at, onlyEmpty }: { id: string; at: number; onlyEmpty: boolean },
): Promise<Grouped> {
  return changing(db, { by, id }, (tx) => {
    const isFilled = tx.select({ id: note.id }).from(note).where(eq(note.clusterId, id)).get() !== undefined;
    if (onlyEmpty && isFilled) return refusing("changed");
    tx.update(note).set({ clusterId: null }).where(eq(note.clusterId, id)).run();
    tx.update(cluster).set({ binnedAt: at }).where(eq(cluster.id, id)).run();
    return DONE;
  });
}

/** Brings back a cluster that was merged or dissolved, with those of its notes that nobody has moved since. */
export async function restoreCluster(
  db: Database,
  by: Grouper,
  { id, noteIds, from }: { id: string; noteIds: readonly string[]; from: string | null },
): Promise<Grouped> {
  return grouping(db, by, (tx, may) => {
    const found = tx
      .select()
      .from(cluster)
      .where(and(eq(cluster.id, id), eq(cluster.workshopId, by.workshopId)))
      .get();
    const notes = notesNamed(tx, by, noteIds);
    if (found === undefined || notes === null) return refusing("no-such");
    if (![found, ...notes].every(may)) return refusing("not-yours");
    if (found.binnedAt === null || notes.some(({ clusterId }) => clusterId !== from)) return refusing("changed");
    tx.update(cluster).set({ binnedAt: null }).where(eq(cluster.id, id)).run();
    setCluster(tx, noteIds, id);
    return DONE;
  });
}

/** What may be grouped now, to find what is alike in it; none while there is nothing to group for who asks. */
export async function textsToGroup(db: Database, by: Grouper): Promise<NoteText[]> {
  return db.transaction((tx) =>
    tx
      .select({ id: note.id, text: note.text, part: note.laneId })
      .from(note)
      .where(and(eq(note.itemId, scopeOf(tx, by)?.itemId ?? ""), isThere))
      .orderBy(asc(note.sortOrder), asc(note.id))
      .all(),
  );
}

const isThere = and(isNotNull(note.revealedAt), isNull(note.hiddenAt), isNull(note.binnedAt));

type Owned = Pick<StoredNote, "itemId" | "tableId">;

/** Whoever takes part groups while the agenda is at it; a facilitator tidies whenever the workshop is open. */
function grouping(
  db: Database,
  by: Grouper,
  change: (tx: Transaction, may: (thing: Owned) => boolean) => Grouped,
): Grouped {
  return db.transaction((tx) => {
    const scope = scopeOf(tx, by);
    if (scope === null) return refusing("not-now");
    return change(tx, ({ itemId, tableId }) => by.isFacilitator || (itemId === scope.itemId && scope.isOwn(tableId)));
  });
}

const changing = (
  db: Database,
  { by, id }: { by: Grouper; id: string },
  change: (tx: Transaction, found: StoredCluster) => Grouped,
): Grouped =>
  grouping(db, by, (tx, may) => {
    const found = clusterNamed(tx, by, id);
    if (found === undefined) return refusing("no-such");
    return may(found) ? change(tx, found) : refusing("not-yours");
  });

/** The notes that are being grouped, and whose; null while there is nothing to group for who asks. */
function scopeOf(
  tx: Transaction,
  { workshopId, tableId, isFacilitator }: Grouper,
): { itemId: string; isOwn: (tableId: string | null) => boolean } | null {
  const run = tx.select().from(workshopRun).where(eq(workshopRun.workshopId, workshopId)).get();
  if (run === undefined || run.closedAt !== null) return null;
  const item = tx
    .select()
    .from(agendaItem)
    .where(eq(agendaItem.id, run.itemId ?? ""))
    .get();
  if (!isFacilitator && item?.kind !== "grouping") return null;
  const source = item === undefined ? null : sourceOf(agendaIn(tx, workshopId), item.id);
  const itemId = source?.id ?? "";
  // Where the tables work on their own, nobody moves what stands at another one; what has no table is everybody's.
  const isOwn = (table: string | null) => item?.byTable !== true || table === null || table === tableId;
  return { itemId, isOwn };
}

/** All of them, shown and there; null when one is not. */
function notesNamed(tx: Transaction, { workshopId }: Grouper, ids: readonly string[]): StoredNote[] | null {
  const found = tx
    .select()
    .from(note)
    .where(and(inArray(note.id, [...ids]), eq(note.workshopId, workshopId), isThere))
    .all();
  return found.length === new Set(ids).size ? found : null;
}

const clusterNamed = (tx: Transaction, { workshopId }: Grouper, id: string): StoredCluster | undefined =>
  tx
    .select()
    .from(cluster)
    .where(and(eq(cluster.id, id), eq(cluster.workshopId, workshopId), isNull(cluster.binnedAt)))
    .get();

const setCluster = (tx: Transaction, noteIds: readonly string[], clusterId: string | null): void =>
  void tx
    .update(note)
    .set({ clusterId })
    .where(inArray(note.id, [...noteIds]))
    .run();

const isTitle = (title: string): boolean => title.trim() !== "" && title.trim().length <= CLUSTER_TITLE_LIMIT;

/** After all clusters of the item; as many digits as there will ever be. */
function nextPlace(tx: Transaction, itemId: string): string {
  const last = tx
    .select({ order: max(cluster.sortOrder) })
    .from(cluster)
    .where(eq(cluster.itemId, itemId))
    .get();
  return String(Number(last?.order ?? 0) + 1).padStart(6, "0");
}

/** What others did to the board, told in few words to those who cannot see a card jump. */
import { type InitiativeSnapshot, type Lane, laneOf } from "#domain/initiative.ts";

export type BoardNews =
  | { readonly type: "added" | "removed" | "restored" | "edited"; readonly title: string }
  | { readonly type: "moved"; readonly title: string; readonly lane: Lane };

type Initiatives = readonly InitiativeSnapshot[];

/**
 * What was done to some of the initiatives between two snapshots; unchanged initiatives are the same objects in both.
 *
 * @param ids those that others touched
 */
export function newsBetween(before: Initiatives, after: Initiatives, ids: ReadonlySet<string>): BoardNews[] {
  const known = new Map(before.map((initiative) => [initiative.id, initiative]));
  return after.flatMap((now) => {
    const old = known.get(now.id);
    if (old === now || !ids.has(now.id)) return [];
    if (old === undefined) return now.binnedAt === null ? [{ type: "added" as const, title: now.title }] : [];
    return [changeOf(old, now)];
  });
}

function changeOf(old: InitiativeSnapshot, now: InitiativeSnapshot): BoardNews {
  const { title } = now;
  if (old.binnedAt === null && now.binnedAt !== null) return { type: "removed", title };
  if (old.binnedAt !== null && now.binnedAt === null) return { type: "restored", title };
  const lane = laneOf(now.status);
  return lane === laneOf(old.status) ? { type: "edited", title } : { type: "moved", title, lane };
}

/** One announcement for many changes: a later move of a card replaces its earlier edits. */
export function gather(waiting: readonly BoardNews[], news: readonly BoardNews[]): BoardNews[] {
  const byTitle = new Map(waiting.map((each) => [each.title, each]));
  for (const each of news) {
    const earlier = byTitle.get(each.title);
    if (earlier === undefined || each.type !== "edited") byTitle.set(each.title, each);
  }
  return [...byTitle.values()];
}

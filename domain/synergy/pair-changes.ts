/** What a change of initiatives does to the pairs that are shown. */
import type { Rewording } from "./rewording.ts";
import type { ShownPair } from "./types.ts";

/** Two initiatives by their keys, the smaller first. */
export type PairKey = readonly [a: string, b: string];

export const pairKey = (x: string, y: string): PairKey => (x < y ? [x, y] : [y, x]);

/** Pairs that a change brought about. `gone` names pairs that were shown and are no more. */
export interface PairChanges {
  readonly changed: readonly ShownPair[];
  readonly gone: readonly PairKey[];
}

/** Of an edit of one initiative. */
export interface EditChanges extends PairChanges {
  /** Null unless it says the same as before in other words. */
  readonly reworded: Rewording | null;
}

/** Several changes one after the other as one: the last word on each pair counts. */
export function togetherOf(changes: readonly PairChanges[]): PairChanges {
  const last = new Map<string, ShownPair | PairKey>();
  for (const { changed, gone } of changes) {
    for (const pair of changed) last.set(`${pair.a} ${pair.b}`, pair);
    for (const pair of gone) last.set(pair.join(" "), pair);
  }
  const changed: ShownPair[] = [];
  const gone: PairKey[] = [];
  for (const entry of last.values()) {
    if ("kind" in entry) changed.push(entry);
    else gone.push(entry);
  }
  return { changed, gone };
}

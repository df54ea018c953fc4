/** Places within a lane. Keys made by others (any letters and digits) and equal keys from concurrent moves are lived with. */
import { generateNKeysBetween } from "fractional-indexing";

/**
 * Keys for `count` cards between two neighbours; null stands for the start or the end of the lane.
 * Null when no key fits there: neighbours with equal keys, or with keys that this scheme did not make.
 */
export function keysBetween(before: string | null, after: string | null, count: number): string[] | null {
  if (before !== null && after !== null && before >= after) return null;
  try {
    return generateNKeysBetween(before, after, count);
  } catch {
    // The library throws on keys of another scheme; the caller gives the whole lane fresh ones.
    return null;
  }
}

/** Keys for a whole lane, in order. */
export const freshKeys = (count: number): string[] => generateNKeysBetween(null, null, count);

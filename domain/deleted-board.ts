const DAY_MS = 24 * 60 * 60 * 1000;
/** So long a deleted board can be brought back. */
const KEPT_MS = 30 * DAY_MS;

/** When a board deleted at that moment can no longer be brought back. */
export const restorableUntil = (deletedAt: number): number => deletedAt + KEPT_MS;

/** Boards deleted then or before can no longer be brought back, and are erased. */
export const beyondRestoring = (now: number): number => now - KEPT_MS;

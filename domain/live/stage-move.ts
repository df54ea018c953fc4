/** How the facilitator moves a workshop through its agenda: which item comes next, and what a move can be taken back to. */
import type { AgendaItem } from "./agenda.ts";

/** Why the stage stays as it is. */
export type StageRefusal =
  | "not-open"
  | "closed"
  | "not-closed"
  | "not-lead"
  | "lead-is-here"
  | "not-facilitator"
  | "no-such-item"
  | "half-shown"
  | "nothing-before"
  | "nothing-after"
  | "nothing-to-undo";

/** What a move changes of an item. */
export interface ItemBefore
  extends Pick<AgendaItem, "id" | "startedAt" | "endedAt" | "isSkipped" | "extraMinutes" | "spotlightMinutes"> {}

/** How the stage stood before a move, in what the move changed. What has been shown meanwhile stays shown. */
export interface StageBefore {
  readonly itemId: string | null;
  readonly startedAt: number | null;
  readonly timerEndsAt: number | null;
  readonly timerLeftMs: number | null;
  readonly spotlightId: string | null;
  readonly items: readonly ItemBefore[];
}

/** Moves that can be taken back, one after the other. */
export const UNDO_LIMIT = 20;
/** After this long without a sign of the lead facilitator another may take over. */
export const LEAD_IS_GONE_MS = 20_000;
/** How often a facilitator's page gives a sign. */
export const HEARTBEAT_MS = 5_000;
/** When fewer are ready, going on asks once more. */
const READY_ENOUGH = 0.7;

/** The item after the current one that is not skipped, the first before anything has begun; null after the last. */
export function itemAfter(agenda: readonly AgendaItem[], itemId: string | null): AgendaItem | null {
  const at = agenda.findIndex(({ id }) => id === itemId);
  return agenda.slice(at + 1).find(({ isSkipped }) => !isSkipped) ?? null;
}

export function itemBefore(agenda: readonly AgendaItem[], itemId: string | null): AgendaItem | null {
  const at = agenda.findIndex(({ id }) => id === itemId);
  return agenda.slice(0, Math.max(0, at)).findLast(({ isSkipped }) => !isSkipped) ?? null;
}

/** Whether going on leaves so many behind that it is asked twice. */
export const leavesManyBehind = (ready: number, joined: number): boolean => joined > 0 && ready / joined < READY_ENOUGH;

export const isLeadGone = (
  { leadPersonId, leadSeenAt }: { readonly leadPersonId: string | null; readonly leadSeenAt: number | null },
  now: number,
): boolean => leadPersonId === null || leadSeenAt === null || now - leadSeenAt > LEAD_IS_GONE_MS;

/** What differs between the items before and after a move, as it was before. */
export function changedItems(before: readonly AgendaItem[], after: readonly AgendaItem[]): ItemBefore[] {
  const now = new Map(after.map((item) => [item.id, item]));
  return before.flatMap((item) => {
    const { id, startedAt, endedAt, isSkipped, extraMinutes, spotlightMinutes } = item;
    const was = { id, startedAt, endedAt, isSkipped, extraMinutes, spotlightMinutes };
    const is = now.get(id);
    const isSame =
      is === undefined ||
      (is.startedAt === startedAt &&
        is.endedAt === endedAt &&
        is.isSkipped === isSkipped &&
        is.extraMinutes === extraMinutes &&
        is.spotlightMinutes === spotlightMinutes);
    return isSame ? [] : [was];
  });
}

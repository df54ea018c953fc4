/** When the items of an agenda begin: as planned, as they did, and as it looks now; and how far the day is from its plan. */
import type { AgendaItem } from "./agenda.ts";
import { type Timer, timeLeft } from "./timer.ts";

const MINUTE_MS = 60_000;
/** A workshop that began further from its plan than this was moved to another time: it is measured from its beginning. */
const MOVED_MS = 6 * 60 * MINUTE_MS;

/** `passed`: skipped, or jumped over. */
export type ScheduledState = "done" | "now" | "ahead" | "passed";

export interface ScheduledItem {
  readonly id: string;
  readonly state: ScheduledState;
  /** Where the plan puts it; null while nobody has said when the workshop begins. */
  readonly plannedAt: number | null;
  /** When it began, or is expected to begin; null for one that was passed and while nothing is known. */
  readonly startsAt: number | null;
}

export interface Schedule {
  readonly items: readonly ScheduledItem[];
  /** When the day is over, as it looks now; when it was over, once it is closed. */
  readonly endsAt: number | null;
  /** Whole minutes that the end of the day is behind its plan, below 0 ahead of it; null when there is nothing to measure by, and once it is closed. */
  readonly behindMinutes: number | null;
  /** Whole minutes from the first beginning to the last end; null until it is closed. */
  readonly tookMinutes: number | null;
}

export interface Standing {
  /** In order. */
  readonly agenda: readonly AgendaItem[];
  /** When the workshop was planned to begin. */
  readonly plannedAt: number | null;
  /** The item that runs; null before the first and after the last. */
  readonly itemId: string | null;
  readonly timer: Timer | null;
  readonly isClosed: boolean;
}

/** What an item has been given, with what the facilitator added. */
export const allottedMs = ({ minutes, extraMinutes }: Pick<AgendaItem, "minutes" | "extraMinutes">): number =>
  Math.max(0, minutes + extraMinutes) * MINUTE_MS;

type Given = Pick<AgendaItem, "minutes" | "extraMinutes" | "spotlightMinutes">;

/** What each kommune has in a round: as much as the others, whatever one of them was given on top. */
export function shareMs({ minutes, extraMinutes, spotlightMinutes }: Given, kommuner: number): number {
  return allottedMs({ minutes, extraMinutes: extraMinutes - spotlightMinutes }) / Math.max(1, kommuner);
}

/**
 * An item with more minutes, or fewer; never with fewer than none.
 *
 * @param isForOne they are the kommune's that speaks, and no other's
 */
export function withMinutes(
  { minutes, extraMinutes: before, spotlightMinutes }: Given,
  { more, isForOne }: { readonly more: number; readonly isForOne: boolean },
): Omit<Given, "minutes"> {
  // The others cannot give back what one of them was given on top.
  const least = (isForOne ? 0 : Math.max(0, spotlightMinutes)) - minutes;
  const extraMinutes = Math.max(least, before + more);
  const given = isForOne ? extraMinutes - before : 0;
  return { extraMinutes, spotlightMinutes: spotlightMinutes + given };
}

/** What is left for an item that is begun, or taken up again. */
export function remainingMs(item: Pick<AgendaItem, "minutes" | "extraMinutes" | "startedAt" | "endedAt">): number {
  const { startedAt, endedAt } = item;
  const used = startedAt === null || endedAt === null ? 0 : endedAt - startedAt;
  return Math.max(0, allottedMs(item) - used);
}

/** Planned beginnings, one after the other. */
export function plannedStarts(
  agenda: readonly Pick<AgendaItem, "id" | "minutes">[],
  startsAt: number,
): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let at = startsAt;
  for (const { id, minutes } of agenda) {
    starts.set(id, at);
    at += minutes * MINUTE_MS;
  }
  return starts;
}

export const plannedMinutes = (agenda: readonly Pick<AgendaItem, "minutes">[]): number =>
  agenda.reduce((sum, { minutes }) => sum + minutes, 0);

export function scheduleOf(standing: Standing, now: number): Schedule {
  const { agenda } = standing;
  const states = statesOf(standing);
  const anchor = anchorOf(standing);
  const planned = anchor === null ? null : plannedStarts(agenda, anchor);
  const { starts, endsAt } = expectedStarts({ standing, states, anchor }, now);
  const items = agenda.map(({ id }, index) => ({
    id,
    state: states[index] ?? "ahead",
    plannedAt: planned?.get(id) ?? null,
    startsAt: starts[index] ?? null,
  }));
  return { items, endsAt, behindMinutes: behindOf({ standing, anchor, endsAt }, now), tookMinutes: tookOf(standing) };
}

function statesOf({ agenda, itemId, isClosed }: Standing): ScheduledState[] {
  const at = agenda.findIndex(({ id }) => id === itemId);
  return agenda.map((item, index) => {
    if (index === at) return "now";
    if (item.isSkipped) return "passed";
    if (index < at || isClosed) return item.startedAt === null ? "passed" : "done";
    return "ahead";
  });
}

const beganAt = (agenda: readonly AgendaItem[]): number | null => {
  const starts = agenda.flatMap(({ startedAt }) => startedAt ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
};

/** The moment from which the plan counts. */
function anchorOf({ agenda, plannedAt }: Standing): number | null {
  const began = beganAt(agenda);
  if (plannedAt === null || began === null) return plannedAt ?? began;
  return Math.abs(began - plannedAt) > MOVED_MS ? began : plannedAt;
}

interface Reckoning {
  readonly standing: Standing;
  readonly states: readonly ScheduledState[];
  readonly anchor: number | null;
}

function expectedStarts(
  { standing, states, anchor }: Reckoning,
  now: number,
): { starts: (number | null)[]; endsAt: number | null } {
  const { agenda } = standing;
  let at = upcomingFrom(standing, { anchor, now });
  const starts = agenda.map((item, index) => {
    const state = states[index];
    if (state === "passed") return null;
    if (state !== "ahead") return item.startedAt;
    const startsAt = at;
    if (at !== null) at += remainingMs(item);
    return startsAt;
  });
  return { starts, endsAt: at };
}

/** When the first item that is still ahead can begin. */
function upcomingFrom(standing: Standing, { anchor, now }: { anchor: number | null; now: number }): number | null {
  const { agenda, itemId, isClosed } = standing;
  const current = agenda.find(({ id }) => id === itemId);
  if (current !== undefined) return expectedEnd(current, { timer: standing.timer, now });
  if (isClosed) return lastEnd(agenda) ?? anchor;
  if (anchor === null) return null;
  // Nobody waits for a day that is long over, or has not come.
  return now - anchor > MOVED_MS ? anchor : Math.max(anchor, now);
}

function expectedEnd(item: AgendaItem, { timer, now }: { timer: Timer | null; now: number }): number {
  const byClock = now + (timer === null ? 0 : timeLeft(timer, now));
  // In a round the clock is that of one kommune; the others have their share of the item.
  return item.kind === "round" ? Math.max(byClock, (item.startedAt ?? now) + allottedMs(item)) : byClock;
}

const lastEnd = (agenda: readonly AgendaItem[]): number | null => {
  const ends = agenda.flatMap(({ endedAt }) => endedAt ?? []);
  return ends.length === 0 ? null : Math.max(...ends);
};

function tookOf({ agenda, isClosed }: Standing): number | null {
  const [began, ended] = [beganAt(agenda), lastEnd(agenda)];
  return isClosed && began !== null && ended !== null ? Math.round((ended - began) / MINUTE_MS) : null;
}

function behindOf(
  { standing, anchor, endsAt }: { standing: Standing; anchor: number | null; endsAt: number | null },
  now: number,
): number | null {
  const { agenda, itemId, isClosed } = standing;
  if (anchor === null || endsAt === null || isClosed) return null;
  const isAhead = itemId === null;
  if (isAhead && (now < anchor || now - anchor > MOVED_MS)) return null;
  return Math.trunc((endsAt - (anchor + plannedMinutes(agenda) * MINUTE_MS)) / MINUTE_MS);
}

/** A card on its way to another place on the board: which one, and where it would be laid. */
import type { Place } from "#domain/board-doc/commands.ts";
import type { Lane } from "#domain/initiative.ts";

/** A place in a lane, counted among its shown cards without the one that is carried. */
export interface Spot {
  readonly lane: Lane;
  readonly index: number;
}

export interface Carried {
  readonly id: string;
  readonly by: "pointer" | "keys";
  /** Null where it cannot be laid. */
  readonly spot: Spot | null;
}

/** A lane on the screen, with its shown cards in order and without the one that is carried. */
export interface OpenLane {
  readonly lane: Lane;
  readonly others: readonly string[];
}

export type Step = "up" | "down" | "left" | "right" | "first" | "last";

/** The place as a command takes it: told by a neighbour, so that cards which a filter hides do not matter. */
export function placeOf({ lane, index }: Spot, others: readonly string[]): Place {
  const before = others[index - 1];
  const after = others[index];
  if (before !== undefined) return { lane, beside: { id: before, position: "after" } };
  return after === undefined ? { lane } : { lane, beside: { id: after, position: "before" } };
}

/** The place one step on: up and down within the lane, sideways to the next lane on the screen. */
export function stepFrom(spot: Spot, step: Step, lanes: readonly OpenLane[]): Spot {
  const at = lanes.findIndex(({ lane }) => lane === spot.lane);
  const sideways = step === "left" ? -1 : step === "right" ? 1 : 0;
  const target = lanes[at + sideways] ?? lanes[at];
  if (target === undefined) return spot;
  const end = target.others.length;
  const index = { up: spot.index - 1, down: spot.index + 1, left: spot.index, right: spot.index, first: 0, last: end };
  return { lane: target.lane, index: Math.min(end, Math.max(0, index[step])) };
}

export const isSameSpot = (a: Spot | null, b: Spot | null): boolean =>
  a === b || (a !== null && b !== null && a.lane === b.lane && a.index === b.index);

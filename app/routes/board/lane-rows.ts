/** The lanes and cards as they stand on the screen: where something is dropped is a question of what people see. */
import { LANES, type Lane } from "#domain/initiative.ts";
import type { OpenLane, Spot } from "./carrying.ts";

const LANE = "[data-lane]";
const ROW = "[data-card]";

/** The section of a lane, its heading included. */
const sectionOf = (board: HTMLElement, lane: Lane): HTMLElement | null =>
  board.querySelector<HTMLElement>(`[data-lane=${lane}]`);

const laneNamed = (name: string | undefined): Lane | null => LANES.find((lane) => lane === name) ?? null;

export const rowOf = (board: HTMLElement, id: string): HTMLElement | null =>
  board.querySelector<HTMLElement>(`[data-card="${id}"]`);

export const rowAround = (element: Element): HTMLElement | null => element.closest<HTMLElement>(ROW);

const rowsIn = (section: Element): HTMLElement[] => [...section.querySelectorAll<HTMLElement>(ROW)];

/** Rows of the lane around `element`, without the carried one. */
export const otherRows = (element: Element, carriedId: string): HTMLElement[] =>
  rowsIn(element.closest(LANE) ?? element).filter(({ dataset }) => dataset["card"] !== carriedId);

/** Lanes in their order; on a narrow screen only the chosen one. */
export const openLanes = (board: HTMLElement, carriedId: string): OpenLane[] =>
  LANES.flatMap((lane) => {
    const section = sectionOf(board, lane);
    return section === null || section.offsetParent === null ? [] : [{ lane, others: othersIn(section, carriedId) }];
  });

/** Ids of a lane's cards, also of one that is not on the screen. */
export const othersOf = (board: HTMLElement, lane: Lane, carriedId: string): string[] => {
  const section = sectionOf(board, lane);
  return section === null ? [] : othersIn(section, carriedId);
};

const othersIn = (section: HTMLElement, carriedId: string): string[] =>
  otherRows(section, carriedId).map(({ dataset }) => dataset["card"] ?? "");

/** Where a card lies now; null when it is not on the screen. */
export function spotOf(board: HTMLElement, id: string): Spot | null {
  const row = rowOf(board, id);
  const section = row?.closest<HTMLElement>(LANE);
  const lane = laneNamed(section?.dataset["lane"]);
  if (row === null || !section || lane === null) return null;
  return { lane, index: rowsIn(section).indexOf(row) };
}

export interface Pointed {
  /** What lies under the pointer. */
  readonly under: Element | null;
  readonly x: number;
  readonly y: number;
}

/**
 * The place that the pointer shows: over a lane's tab the end of that lane, in a lane's column between its cards,
 * between two columns what it was before, and beside all of them none.
 */
export function spotAt(board: HTMLElement, at: Pointed, was: { id: string; spot: Spot | null }): Spot | null {
  const tab = laneNamed(at.under?.closest<HTMLElement>("[data-lane-tab]")?.dataset["laneTab"]);
  if (tab !== null) return { lane: tab, index: othersOf(board, tab, was.id).length };
  const section = sectionAt(board, at);
  const lane = laneNamed(section?.dataset["lane"]);
  if (section === null || lane === null) return board.contains(at.under) ? was.spot : null;
  return { lane, index: otherRows(section, was.id).filter((row) => middleOf(row) < at.y).length };
}

/** The lane in whose column the pointer is, also below its last card; where lanes stand in two rows, the nearer one. */
function sectionAt(board: HTMLElement, { x, y }: Pointed): HTMLElement | null {
  const near = [...board.querySelectorAll<HTMLElement>(LANE)].flatMap((section) => {
    const { left, right, top, bottom } = section.getBoundingClientRect();
    return left <= x && x < right ? [{ section, away: Math.max(top - y, y - bottom, 0) }] : [];
  });
  return near.sort((a, b) => a.away - b.away)[0]?.section ?? null;
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

/** Half of the room between two cards. */
const HALF_GAP = 5;

/** How far below the top of the lane's list the line goes that shows a place. */
export function heightOfSpot(rows: readonly HTMLElement[], index: number): number {
  const after = rows[index];
  if (after !== undefined) return Math.max(0, after.offsetTop - HALF_GAP);
  const before = rows.at(-1);
  return before === undefined ? 0 : before.offsetTop + before.offsetHeight + HALF_GAP;
}

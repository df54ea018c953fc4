import { useSearchParams } from "@remix-run/react";
import { useCallback, useState } from "react";
import { LANES, type Lane } from "#domain/initiative.ts";
import { LANE_PARAM } from "./board-view.ts";

export interface LaneChoice {
  /** The one lane that a narrow screen shows. */
  readonly chosen: Lane;
  /** Where a card is written for which nobody said a lane. */
  readonly composeIn: Lane;
  /** Has the lane stay the one that is seen. */
  readonly keep: (lane: Lane) => void;
}

/** The lane of the address, else the first with cards: as it was when the page opened, so that it does not jump while others write. */
export function useLaneChoice(cards: Readonly<Record<Lane, readonly unknown[]>>, startsIdea: boolean): LaneChoice {
  const [params] = useSearchParams();
  const asked = LANES.find((lane) => lane === params.get(LANE_PARAM));
  const [unasked, setUnasked] = useState<Lane>(() => firstLane(cards, startsIdea));
  const keep = useCallback((lane: Lane) => setUnasked(lane), []);
  return { chosen: asked ?? unasked, composeIn: asked ?? "idea", keep };
}

function firstLane(cards: Readonly<Record<Lane, readonly unknown[]>>, startsIdea: boolean): Lane {
  const first = startsIdea ? undefined : LANES.find((lane) => cards[lane].length > 0);
  return first ?? "idea";
}

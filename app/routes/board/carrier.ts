import type { Place } from "#domain/board-doc/commands.ts";
import { type Carried, isSameSpot, placeOf, type Spot, type Step, stepFrom } from "./carrying.ts";
import { openLanes, othersOf, spotOf } from "./lane-rows.ts";
import { createStore, type Store } from "./store.ts";

/** Carries one card at a time across the board. */
export interface Carrier {
  readonly carried: Store<Carried | null>;
  lift(id: string, by: Carried["by"]): void;
  hover(spot: Spot | null): void;
  step(step: Step): void;
  /** Lays the card where it hovers; over nothing, or where it lay before, nothing happens. */
  drop(): void;
  cancel(): void;
}

export interface CarrierOptions {
  /** The element around the lanes. */
  readonly board: () => HTMLElement | null;
  /** One drop is one move. */
  readonly onDrop: (carried: Carried & { readonly spot: Spot }, place: Place) => void;
  /** The card stays where it was. */
  readonly onKept: (carried: Carried) => void;
}

export function createCarrier({ board, onDrop, onKept }: CarrierOptions): Carrier {
  const carried = createStore<Carried | null>(null);
  const hover = (spot: Spot | null) => {
    const now = carried.get();
    if (now !== null && !isSameSpot(now.spot, spot)) carried.set({ ...now, spot });
  };
  const keep = (now: Carried) => {
    carried.set(null);
    onKept(now);
  };
  return {
    carried,
    hover,
    lift(id, by) {
      const element = board();
      const spot = element === null ? null : spotOf(element, id);
      if (spot !== null) carried.set({ id, by, spot });
    },
    step(step) {
      const now = carried.get();
      const element = board();
      if (element === null || now === null || now.spot === null) return;
      hover(stepFrom(now.spot, step, openLanes(element, now.id)));
    },
    drop() {
      const now = carried.get();
      const element = board();
      if (now === null || element === null) return;
      const { id, spot } = now;
      const lay = spotOf(element, id);
      // Somebody else may have binned it on the way.
      if (spot === null || lay === null || isSameSpot(spot, lay)) return keep(now);
      carried.set(null);
      onDrop({ ...now, spot }, placeOf(spot, othersOf(element, spot.lane, id)));
    },
    cancel() {
      const now = carried.get();
      if (now !== null) keep(now);
    },
  };
}

import { useEffect } from "react";

/** Time for what the board is read and moved with to come first. */
const AFTER_MS = 2_000;
/** A page that is never at rest gets them all the same. */
const AT_LATEST_MS = 3_000;

const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import("./card-form.tsx"),
  () => import("./description-field.tsx"),
  () => import("./card-menu.tsx"),
  () => import("./composer.tsx"),
  () => import("./list-dialog.tsx"),
  () => import("./copy-out.tsx"),
];

/** Fetches what a board is written with while there is a network: a part that comes later than the break comes never. */
export function usePartsAtHand(isWriting: boolean): void {
  useEffect(() => {
    if (!isWriting) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      for (const fetchPart of PARTS) {
        // One after the other and between frames: running all of them at once would be felt by whoever is dragging.
        await pageAtRest();
        if (isOver) return;
        // Without network now, it is asked for again when it is needed.
        await fetchPart().catch(() => undefined);
      }
    }, AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isWriting]);
}

const pageAtRest = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari does not tell when it rests.
    if (typeof requestIdleCallback === "undefined") setTimeout(resolve, 50);
    else requestIdleCallback(() => resolve(), { timeout: AT_LATEST_MS });
  });

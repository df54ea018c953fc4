import { useEffect } from "react";

/** Time for what the board is read and moved with to come first. */
const AFTER_MS = 2_000;

/** Fetches what a board is written with while there is a network: a part that comes later than the break comes never. */
export function usePartsAtHand(isWriting: boolean): void {
  useEffect(() => {
    if (!isWriting) return;
    const timer = setTimeout(() => {
      const parts = [
        import("./card-menu.tsx"),
        import("./card-form.tsx"),
        import("./description-field.tsx"),
        import("./composer.tsx"),
        import("./list-dialog.tsx"),
        import("./copy-out.tsx"),
      ];
      // Without network now, they are asked for again when they are needed.
      void Promise.allSettled(parts);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [isWriting]);
}

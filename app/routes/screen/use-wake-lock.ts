import { useEffect } from "react";

/** Keeps the projector's computer from going to sleep, where the browser can. The browser lets go when the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const keep = () => {
      if (document.visibilityState !== "visible") return;
      navigator.wakeLock.request("screen").then(
        (kept) => {
          lock = kept;
          if (isGone) void kept.release();
        },
        // Refused on low battery, or by the computer's owner: the screen then does as it is set.
        () => undefined,
      );
    };
    keep();
    document.addEventListener("visibilitychange", keep);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", keep);
      void lock?.release();
    };
  }, []);
}

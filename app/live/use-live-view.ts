import { useEffect, useState } from "react";
import type { LiveView } from "#domain/live/view.ts";

export interface LiveConnection {
  /** As the loader read it, and from then on as the server says. */
  readonly view: LiveView;
  /** Null before the first try. */
  readonly isConnected: boolean | null;
  readonly isRefused: boolean;
}

/**
 * What a live workshop shows, from the loader's reading on.
 *
 * @param topic whose room: those who take part, or the projector
 */
export function useLiveView(topic: "live" | "screen", workshopId: string, loaded: LiveView): LiveConnection {
  const [view, setView] = useState(loaded);
  const [isConnected, setConnected] = useState<boolean | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    void import("./live-room.ts").then(({ watchLiveRoom }) => {
      if (isGone) return;
      const watcher = { onView: setView, onConnected: setConnected, onRefused: () => setRefused(true) };
      stop = watchLiveRoom({ topic, id: workshopId }, watcher);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [topic, workshopId]);
  return { view, isConnected, isRefused };
}

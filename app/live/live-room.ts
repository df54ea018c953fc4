/** A live workshop's room, which the server writes: what every screen of the workshop shows follows from it. */
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { readLiveView } from "#domain/board-doc/live.ts";
import { COLLAB_PATH, type PublishedName, publishedName } from "#domain/board-doc/wire.ts";
import type { LiveView } from "#domain/live/view.ts";

/** After a restart of the server everybody is back within this, spread out. */
const LONGEST_WAIT_MS = { from: 1_500, to: 4_000 } as const;

export interface LiveRoomWatcher {
  /** What is shown now. */
  readonly onView: (view: LiveView) => void;
  /** Whether the server can be heard. */
  readonly onConnected: (isConnected: boolean) => void;
  /** The server let this page out for good: the place was taken away, or the session has ended. */
  readonly onRefused: () => void;
}

/** @returns ends it */
export function watchLiveRoom(name: PublishedName, watcher: LiveRoomWatcher): () => void {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${COLLAB_PATH}`;
  const provider = new WebsocketProvider(address, publishedName(name), doc, {
    awareness,
    disableBc: true,
    maxBackoffTime: LONGEST_WAIT_MS.from + Math.random() * (LONGEST_WAIT_MS.to - LONGEST_WAIT_MS.from),
  });
  const tell = () => {
    const view = readLiveView(doc);
    if (view !== null) watcher.onView(view);
  };
  doc.on("update", tell);
  provider.on("status", ({ status }) => watcher.onConnected(status === "connected"));
  provider.on("connection-close", (event) => {
    if (event !== null && event.code >= 4400 && event.code < 4500) watcher.onRefused();
  });
  return () => {
    provider.destroy();
    awareness.destroy();
    doc.destroy();
  };
}

/** The person's own room, which the server writes: fetched when a page has nothing else to do. */
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type InboxState, readInbox } from "#domain/board-doc/inbox.ts";
import { COLLAB_PATH, publishedName } from "#domain/board-doc/wire.ts";

/** Nobody waits for it: after a restart everybody's browsers come back over this time. */
const LONGEST_WAIT_MS = { from: 5_000, to: 20_000 } as const;

/**
 * Tells what the inbox holds, at once and whenever it changes; null while that is not known.
 *
 * @returns ends it
 */
export function watchInbox(personId: string, tell: (inbox: InboxState | null) => void): () => void {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  // Who reads their inbox is nobody's business.
  awareness.setLocalState(null);
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${COLLAB_PATH}`;
  const provider = new WebsocketProvider(address, publishedName({ topic: "inbox", id: personId }), doc, {
    awareness,
    disableBc: true,
    maxBackoffTime: LONGEST_WAIT_MS.from + Math.random() * (LONGEST_WAIT_MS.to - LONGEST_WAIT_MS.from),
  });
  doc.on("update", () => tell(readInbox(doc)));
  provider.on("status", ({ status }) => {
    // A page that is opened meanwhile knows better.
    if (status === "disconnected") tell(null);
  });
  provider.on("sync", (isSynced: boolean) => {
    if (isSynced) tell(readInbox(doc));
  });
  return () => {
    provider.destroy();
    awareness.destroy();
    doc.destroy();
  };
}

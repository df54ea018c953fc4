/** The document of a person's own room: what the pages of that person show without asking. */
import type * as Y from "yjs";

export interface InboxState {
  /** Notices that have not been read, about boards that the person may read. */
  readonly unread: number;
}

const ROOT = "inbox";

export function writeInbox(doc: Y.Doc, { unread }: InboxState): void {
  const inbox = doc.getMap(ROOT);
  if (inbox.get("unread") !== unread) inbox.set("unread", unread);
}

/** Null before the server has written anything. */
export function readInbox(doc: Y.Doc): InboxState | null {
  const unread = doc.getMap(ROOT).get("unread");
  return typeof unread === "number" ? { unread } : null;
}

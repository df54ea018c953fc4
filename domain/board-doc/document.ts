/** A board's document out of what is stored of it, and back. */
import * as Y from "yjs";
import { DOCUMENT_VERSION, META, VERSION_KEY } from "./schema.ts";

export type BoardDoc = Y.Doc;

/** What is stored of a document: a state, and the updates since. */
export interface StoredDocument {
  readonly state: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

/**
 * The document, with deleted text collected as garbage.
 *
 * @throws when stored bytes do not decode, or build on something that is not there
 */
export function openDocument({ state, updates }: StoredDocument): BoardDoc {
  // Nothing reads the name; Yjs would draw sixteen random numbers to make one up.
  const doc = new Y.Doc({ guid: "board" });
  doc.transact(() => {
    if (state !== null) Y.applyUpdate(doc, state);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    doc.destroy();
    throw new Error("The stored document has gaps.");
  }
  return doc;
}

export const encodeDocument = (doc: BoardDoc): Uint8Array => Y.encodeStateAsUpdate(doc);

export const encodeStateVector = (doc: BoardDoc): Uint8Array => Y.encodeStateVector(doc);

/** Writes the version of the document's shape, once. */
export function stampVersion(doc: BoardDoc): void {
  const meta = doc.getMap(META);
  if (meta.get(VERSION_KEY) !== DOCUMENT_VERSION) doc.transact(() => meta.set(VERSION_KEY, DOCUMENT_VERSION));
}

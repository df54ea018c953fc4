/** A document's log in short: one state that stands for all of it. */
import { contentOf } from "./content.ts";
import { encodeDocument, encodeStateVector, openDocument, type StoredDocument } from "./document.ts";

const areEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export interface CompactedDocument {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

/**
 * One state in place of a state and the updates since. (Yjs' mergeUpdates would keep deleted text for ever.)
 *
 * @throws when the state does not read back as the same document
 */
export function compactDocument(stored: StoredDocument): CompactedDocument {
  const doc = openDocument(stored);
  const state = encodeDocument(doc);
  const stateVector = encodeStateVector(doc);
  const again = openDocument({ state, updates: [] });
  const same = contentOf(again) === contentOf(doc) && areEqual(encodeStateVector(again), stateVector);
  doc.destroy();
  again.destroy();
  if (!same) throw new Error("A compacted document differs from its log.");
  return { state, stateVector };
}

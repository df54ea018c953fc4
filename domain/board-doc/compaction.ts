/** A document's log in short: one state that stands for all of it. */
import { contentOf } from "./content.ts";
import { type BoardDoc, encodeDocument, encodeStateVector, openDocument, type StoredDocument } from "./document.ts";

const areEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export interface CompactedDocument {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  /** Of what was ever written, how much is deleted, from 0 to 1. */
  readonly deletedShare: number;
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
  const deletedShare = deletedShareOf(doc);
  doc.destroy();
  again.destroy();
  if (!same) throw new Error("A compacted document differs from its log.");
  return { state, stateVector, deletedShare };
}

function deletedShareOf(doc: BoardDoc): number {
  const written = [...doc.store.clients.values()].flat();
  const lengthOf = (structs: typeof written) => structs.reduce((sum, { length }) => sum + length, 0);
  const deleted = lengthOf(written.filter((struct) => struct.deleted));
  return deleted === 0 ? 0 : deleted / lengthOf(written);
}

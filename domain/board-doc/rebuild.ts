/** A board written anew: the same to everybody who reads it, and without a trace of what was ever deleted in it. */
import * as Y from "yjs";
import type { BoardSnapshot } from "#domain/initiative.ts";
import { type BoardDoc, stampVersion } from "./document.ts";
import { revertInitiative } from "./revert.ts";
import { readBoard } from "./snapshot.ts";

/**
 * A document that says what the snapshot says. Its history begins here: it cannot be merged with the one before.
 *
 * @throws when it would not read back as the same board
 */
export function rebuildBoard(board: BoardSnapshot): BoardDoc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const initiative of board.initiatives) revertInitiative(doc, initiative);
    stampVersion(doc);
  });
  if (JSON.stringify(readBoard(doc)) === JSON.stringify(board)) return doc;
  doc.destroy();
  throw new Error("A rebuilt board differs from the one it is to take the place of.");
}

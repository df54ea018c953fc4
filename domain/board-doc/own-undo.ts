/** Taking back one's own steps. What others have done since is never taken along. */
import * as Y from "yjs";
import { COMMAND_ORIGIN, type InitiativeMap, initiativeOf, initiativesOf, setField } from "./schema.ts";

/** Any shared type, by where its items hang. */
type Container = Pick<InitiativeMap, "_map" | "_start">;
type Step = Y.UndoManager["undoStack"][number];

/**
 * Remembers the steps of this document's own commands.
 *
 * @param stepMs what is typed within it is one step
 */
export const trackOwnSteps = (doc: Y.Doc, stepMs: number): Y.UndoManager =>
  new Y.UndoManager(initiativesOf(doc), {
    trackedOrigins: new Set([COMMAND_ORIGIN]),
    captureTimeout: stepMs,
    // A set that one's own tag made stays while others' tags lie in it.
    deleteFilter: ({ content }) => !(content instanceof Y.ContentType && hasWorkOfOthers(content.type, doc.clientID)),
  });

/**
 * Takes back the last step of `undo`. An initiative that the step added and that somebody else has worked in since goes to
 * the bin instead of being deleted; redo brings it back from there.
 *
 * @param undo from `trackOwnSteps`
 * @returns the ids of initiatives that went to the bin instead
 */
export function undoOwnStep(doc: Y.Doc, undo: Y.UndoManager, now: number): string[] {
  const added = addedBy(doc, undo.undoStack.at(-1));
  const kept = added.filter(([, initiative]) => hasWorkOfOthers(initiative, doc.clientID));
  if (kept.length === 0) {
    undo.undo();
    return [];
  }
  undo.undoStack.pop();
  asUndo(doc, undo, () => {
    for (const [id, initiative] of added) {
      if (kept.some(([other]) => other === id)) setField(initiative, "binnedAt", now);
      else initiativesOf(doc).delete(id);
    }
  });
  return kept.map(([id]) => id);
}

type Added = readonly [id: string, initiative: InitiativeMap];

/** The initiatives that came with the step and still stand. */
function addedBy(doc: Y.Doc, step: Step | undefined): Added[] {
  return [...initiativesOf(doc).keys()].flatMap((id): Added[] => {
    const initiative = initiativeOf(doc, id);
    const isOfStep = step && initiative?._item && Y.isDeleted(step.insertions, initiative._item.id);
    return isOfStep ? [[id, initiative]] : [];
  });
}

/** Whether anything in it, at any depth, was written by another client than this one. */
function hasWorkOfOthers(type: Container, own: number): boolean {
  for (const item of itemsIn(type)) {
    if (item.deleted) continue;
    if (item.id.client !== own) return true;
    if (item.content instanceof Y.ContentType && hasWorkOfOthers(item.content.type, own)) return true;
  }
  return false;
}

function* itemsIn(type: Container): Generator<Y.Item> {
  yield* type._map.values();
  for (let item = type._start; item !== null; item = item.right) yield item;
}

/** A change that the manager takes for its own undoing, so that redo is what takes it back. */
function asUndo(doc: Y.Doc, undo: Y.UndoManager, change: () => void): void {
  undo.undoing = true;
  try {
    doc.transact(change, undo);
  } finally {
    undo.undoing = false;
  }
}

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
    keepingFields(doc, undo, "undo");
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

/** Does again what was taken back last. */
export const redoOwnStep = (doc: Y.Doc, undo: Y.UndoManager): void => keepingFields(doc, undo, "redo");

/** Plain fields that every initiative has. */
const LASTING_FIELDS = ["status", "order"] as const;

/**
 * Runs the manager's own undo or redo. It takes a value away and puts none back where somebody else's came in between, which
 * is right for what may be missing; a status and a place in the lane go back to what is still known of them.
 */
function keepingFields(doc: Y.Doc, undo: Y.UndoManager, direction: "undo" | "redo"): void {
  const isUndoing = direction === "undo" ? "undoing" : "redoing";
  undo[isUndoing] = true;
  try {
    doc.transact(() => {
      undo[direction]();
      // Ended by the manager, though its transaction, this one, still goes on.
      undo[isUndoing] = true;
      for (const id of initiativesOf(doc).keys()) restoreFields(initiativeOf(doc, id));
    }, undo);
  } finally {
    undo[isUndoing] = false;
  }
}

function restoreFields(initiative: InitiativeMap | null): void {
  for (const field of LASTING_FIELDS) {
    if (initiative === null || initiative.has(field)) continue;
    const known = valueBefore(initiative._map.get(field)?.left) ?? valueBefore(initiative._map.get(field));
    if (known !== undefined) initiative.set(field, known);
  }
}

/** The nearest value that has not been forgotten, from an item on to what it replaced. */
function valueBefore(item: Y.Item | null | undefined): unknown {
  for (let at = item ?? null; at !== null; at = at.left) {
    if (at.content instanceof Y.ContentAny) return at.content.arr.at(-1);
  }
  return undefined;
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

/** Takes initiatives back to how they were, as new changes: nothing of what came since is lost from the history. */
import * as Y from "yjs";
import {
  type ActorRole,
  type BoardSnapshot,
  type InitiativeSnapshot,
  type RichTextNode,
  TAG_FIELDS,
} from "#domain/initiative.ts";
import { binInitiative } from "./commands.ts";
import { readRichText, writeRichText } from "./rich-text.ts";
import {
  COMMAND_ORIGIN,
  clearField,
  createInitiative,
  ensureDescription,
  ensureMap,
  type InitiativeMap,
  initiativeOf,
  initiativesOf,
  setField,
  titleOf,
} from "./schema.ts";
import { initiativeIds } from "./snapshot.ts";
import { writeDifference } from "./text-difference.ts";

/** Makes one initiative what it was, on the board or in the bin as it was then. It is made anew where it is gone. */
export function revertInitiative(doc: Y.Doc, before: InitiativeSnapshot): void {
  doc.transact(() => {
    const initiative = initiativeOf(doc, before.id) ?? madeAnew(doc, before.id);
    revertTitle(initiative, before.title);
    revertDescription(initiative, before.description);
    revertValues(initiative, before);
    revertEntries<ActorRole>(
      ensureMap(initiative, "actors"),
      new Map(before.actors.map(({ actorId, role }) => [actorId, role])),
    );
    for (const field of TAG_FIELDS) {
      revertEntries<true>(ensureMap(initiative, field), new Map(before.tags[field].map((id) => [id, true])));
    }
  }, COMMAND_ORIGIN);
}

/**
 * Makes the whole board what it was. What has come since goes into the bin and not further.
 *
 * @param now for what goes into the bin
 */
export function revertBoard(doc: Y.Doc, before: BoardSnapshot, now: number): void {
  doc.transact(() => {
    const then = new Set(before.initiatives.map(({ id }) => id));
    for (const id of initiativeIds(doc)) {
      if (!then.has(id) && !initiativeOf(doc, id)?.has("binnedAt")) binInitiative(doc, id, now);
    }
    for (const initiative of before.initiatives) revertInitiative(doc, initiative);
  }, COMMAND_ORIGIN);
}

function madeAnew(doc: Y.Doc, initiativeId: string): InitiativeMap {
  const initiative = createInitiative();
  initiativesOf(doc).set(initiativeId, initiative);
  return initiative;
}

function revertTitle(initiative: InitiativeMap, before: string): void {
  const title = titleOf(initiative);
  if (title !== null) writeDifference(title, before);
  else initiative.set("title", new Y.Text(before));
}

function revertDescription(initiative: InitiativeMap, before: readonly RichTextNode[]): void {
  const description = ensureDescription(initiative);
  if (JSON.stringify(readRichText(description)) === JSON.stringify(before)) return;
  description.delete(0, description.length);
  writeRichText(description, before);
}

function revertValues(initiative: InitiativeMap, before: InitiativeSnapshot): void {
  const { status, order, startYear, paused, evaluated, binnedAt, source } = before;
  const marks = { paused: paused || null, evaluated: evaluated || null };
  const values = { status, order, startYear, ...marks, binnedAt, source };
  for (const [field, value] of Object.entries(values) as [keyof typeof values, never][]) {
    if (JSON.stringify(initiative.get(field) ?? null) === JSON.stringify(value)) continue;
    if (value === null) clearField(initiative, field as "startYear");
    else setField(initiative, field, value);
  }
}

/** Only what differs is touched, so that a tag that somebody adds meanwhile stays. */
function revertEntries<T>(map: Y.Map<T>, before: ReadonlyMap<string, T>): void {
  for (const key of [...map.keys()]) if (!before.has(key)) map.delete(key);
  for (const [key, value] of before) if (map.get(key) !== value) map.set(key, value);
}

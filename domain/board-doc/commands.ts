/**
 * Everything people do to a board, one transaction each. Commands are tolerant: what they aim at may have been binned or
 * removed by somebody else a moment ago, and then nothing happens.
 */
import type * as Y from "yjs";
import {
  type ActorRole,
  type ActorTag,
  byOrder,
  INITIATIVE_MARKS,
  type InitiativeMark,
  type InitiativeSource,
  type InitiativeStatus,
  isInitiativeStatus,
  LANE_STATUSES,
  type Lane,
  laneOf,
  type RichTextNode,
  type TagField,
  TITLE_LIMIT,
} from "#domain/initiative.ts";
import { freshKeys, keysBetween } from "./order.ts";
import { richTextFromPlain, writeRichText } from "./rich-text.ts";
import {
  actorsOf,
  COMMAND_ORIGIN,
  clearField,
  createInitiative,
  descriptionOf,
  ensureDescription,
  ensureMap,
  type InitiativeMap,
  initiativeOf,
  initiativesOf,
  isOrder,
  setField,
  tagsOf,
  titleOf,
} from "./schema.ts";
import { writeDifference } from "./text-difference.ts";

export interface NewInitiative {
  readonly id: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly description?: readonly RichTextNode[];
  readonly actors?: readonly ActorTag[];
  readonly tags?: Partial<Record<TagField, readonly string[]>>;
  readonly startYear?: number | null;
  readonly paused?: boolean;
  readonly evaluated?: boolean;
  readonly source?: InitiativeSource | null;
}

/** Where a card goes: beside another card of the lane, or at the lane's end. */
export interface Place {
  readonly lane: Lane;
  readonly beside?: { readonly id: string; readonly position: "before" | "after" };
}

/** Runs a change as one transaction under the commands' origin; inside another transaction it joins that one. */
const command = (doc: Y.Doc, change: () => void): void => doc.transact(change, COMMAND_ORIGIN);

function change(doc: Y.Doc, initiativeId: string, apply: (initiative: InitiativeMap) => void): void {
  const initiative = initiativeOf(doc, initiativeId);
  if (initiative !== null) command(doc, () => apply(initiative));
}

/** One line, composed letters (å, not a with a ring), within what the server takes. */
function tidyTitle(title: string): string {
  const line = title.normalize("NFC").replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
  return line.length <= TITLE_LIMIT ? line : line.slice(0, TITLE_LIMIT).replace(/[\ud800-\udbff]$/, "");
}

interface Placed {
  readonly id: string;
  readonly order: string;
  readonly initiative: InitiativeMap;
}

/** The cards people see in a lane, in order. */
function cardsOf(doc: Y.Doc, lane: Lane): Placed[] {
  const cards: Placed[] = [];
  for (const id of initiativesOf(doc).keys()) {
    const initiative = initiativeOf(doc, id);
    if (initiative === null || initiative.has("binnedAt")) continue;
    const status = initiative.get("status");
    const order = initiative.get("order");
    if (isInitiativeStatus(status) && isOrder(order) && laneOf(status) === lane) cards.push({ id, order, initiative });
  }
  return cards.sort(byOrder);
}

/** Gives `initiatives` keys at a place among the lane's other cards; keys that leave no room are all made anew. */
function place(others: readonly Placed[], at: number, initiatives: readonly InitiativeMap[]): void {
  const keys = keysBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null, initiatives.length);
  if (keys !== null) {
    for (const [index, key] of keys.entries()) initiatives[index]?.set("order", key);
    return;
  }
  const row = [...others.map(({ initiative }) => initiative)];
  row.splice(at, 0, ...initiatives);
  for (const [index, key] of freshKeys(row.length).entries()) row[index]?.set("order", key);
}

function indexIn(others: readonly Placed[], beside: Place["beside"]): number {
  const index = beside === undefined ? -1 : others.findIndex(({ id }) => id === beside.id);
  if (beside === undefined || index === -1) return others.length;
  return beside.position === "before" ? index : index + 1;
}

function build(initiative: InitiativeMap, content: NewInitiative): void {
  titleOf(initiative)?.insert(0, tidyTitle(content.title));
  setField(initiative, "status", content.status);
  const description = descriptionOf(initiative);
  if (description !== null && content.description !== undefined) writeRichText(description, content.description);
  buildMarks(initiative, content);
}

function buildMarks(initiative: InitiativeMap, content: NewInitiative): void {
  const { actors, tags, startYear, source } = content;
  for (const { actorId, role } of actors ?? []) actorsOf(initiative)?.set(actorId, role);
  for (const [field, ids] of Object.entries(tags ?? {})) {
    for (const id of ids) tagsOf(initiative, field as TagField)?.set(id, true);
  }
  if (startYear) setField(initiative, "startYear", startYear);
  for (const mark of INITIATIVE_MARKS) if (content[mark]) setField(initiative, mark, true);
  if (source) setField(initiative, "source", source);
}

/** Adds initiatives at the end of their lanes, in the order given: one transaction, one undo. */
export function insertInitiatives(doc: Y.Doc, list: readonly NewInitiative[]): void {
  command(doc, () => {
    const byLane = new Map<Lane, InitiativeMap[]>();
    const before = new Map<Lane, Placed[]>();
    for (const content of list) {
      const lane = laneOf(content.status);
      if (!before.has(lane)) before.set(lane, cardsOf(doc, lane));
      const initiative = createInitiative();
      initiativesOf(doc).set(content.id, initiative);
      build(initiative, content);
      byLane.set(lane, [...(byLane.get(lane) ?? []), initiative]);
    }
    for (const [lane, initiatives] of byLane) place(before.get(lane) ?? [], before.get(lane)?.length ?? 0, initiatives);
  });
}

/** Adds one initiative at the end of its lane. */
export const addInitiative = (doc: Y.Doc, content: NewInitiative): void => insertInitiatives(doc, [content]);

/** Only what differs is written, so that two people can write in the same title. */
export function setTitle(doc: Y.Doc, initiativeId: string, title: string): void {
  change(doc, initiativeId, (initiative) => {
    const text = titleOf(initiative);
    if (text !== null) writeDifference(text, tidyTitle(title));
  });
}

/** What did not fit the title becomes the first paragraphs of the description. */
export function prependToDescription(doc: Y.Doc, initiativeId: string, text: string): void {
  change(doc, initiativeId, (initiative) => {
    const description = ensureDescription(initiative);
    if (text.trim() !== "") writeRichText(description, richTextFromPlain(text));
  });
}

/** Moves cards, in the order given. A card from another lane gets the lane's first status. */
export function moveInitiatives(doc: Y.Doc, ids: readonly string[], to: Place): void {
  command(doc, () => {
    const moving = ids.map((id) => initiativeOf(doc, id)).filter((initiative) => initiative !== null);
    const others = cardsOf(doc, to.lane).filter(({ id }) => !ids.includes(id));
    for (const initiative of moving) {
      const status = initiative.get("status");
      const keeps = isInitiativeStatus(status) && laneOf(status) === to.lane;
      // Status and order are written together even when one stays as it is: of two moves at the same time, one wins whole.
      setField(initiative, "status", keeps ? status : LANE_STATUSES[to.lane][0]);
    }
    place(others, indexIn(others, to.beside), moving);
  });
}

/** A status of another lane takes the card to the end of that lane. */
export function setStatus(doc: Y.Doc, initiativeId: string, status: InitiativeStatus): void {
  change(doc, initiativeId, (initiative) => {
    const current = initiative.get("status");
    const stays = isInitiativeStatus(current) && laneOf(current) === laneOf(status);
    if (!stays) moveInitiatives(doc, [initiativeId], { lane: laneOf(status) });
    setField(initiative, "status", status);
  });
}

/** Tags an actor, or changes its role. */
export function tagActor(doc: Y.Doc, initiativeId: string, tag: ActorTag): void {
  change(doc, initiativeId, (initiative) => {
    const actors = ensureMap<ActorRole>(initiative, "actors");
    if (actors.get(tag.actorId) !== tag.role) actors.set(tag.actorId, tag.role);
  });
}

export function untagActor(doc: Y.Doc, initiativeId: string, actorId: string): void {
  change(doc, initiativeId, (initiative) => actorsOf(initiative)?.delete(actorId));
}

interface Tag {
  readonly field: TagField;
  readonly tagId: string;
}

export function addTag(doc: Y.Doc, initiativeId: string, { field, tagId }: Tag): void {
  change(doc, initiativeId, (initiative) => {
    const tags = ensureMap<true>(initiative, field);
    if (!tags.has(tagId)) tags.set(tagId, true);
  });
}

export function removeTag(doc: Y.Doc, initiativeId: string, { field, tagId }: Tag): void {
  change(doc, initiativeId, (initiative) => tagsOf(initiative, field)?.delete(tagId));
}

export function setStartYear(doc: Y.Doc, initiativeId: string, year: number | null): void {
  change(doc, initiativeId, (initiative) =>
    year === null ? clearField(initiative, "startYear") : setField(initiative, "startYear", year),
  );
}

export function setMark(
  doc: Y.Doc,
  initiativeId: string,
  { mark, isSet }: { mark: InitiativeMark; isSet: boolean },
): void {
  change(doc, initiativeId, (initiative) => (isSet ? setField(initiative, mark, true) : clearField(initiative, mark)));
}

/** Into the bin; edits that others make meanwhile are kept and are there when it comes back. */
export function binInitiative(doc: Y.Doc, initiativeId: string, now: number): void {
  change(doc, initiativeId, (initiative) => setField(initiative, "binnedAt", now));
}

/** Deletes initiatives for good; what has been laid back meanwhile stays. */
export function emptyBin(doc: Y.Doc, initiativeIds: readonly string[]): void {
  command(doc, () => {
    for (const id of initiativeIds) if (initiativeOf(doc, id)?.has("binnedAt")) initiativesOf(doc).delete(id);
  });
}

export function restoreInitiative(doc: Y.Doc, initiativeId: string): void {
  change(doc, initiativeId, (initiative) => clearField(initiative, "binnedAt"));
}

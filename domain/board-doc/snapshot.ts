/** Y.Doc → plain, validated board. Reading never throws: what is unknown or invalid is left out. */
import type * as Y from "yjs";
import {
  type ActorTag,
  type BoardSnapshot,
  byOrder,
  type InitiativeSnapshot,
  isActorRole,
  isInitiativeStatus,
  TAG_FIELDS,
  type TagField,
} from "#domain/initiative.ts";
import { plainFromRichText, readRichText } from "./rich-text.ts";
import {
  actorsOf,
  descriptionOf,
  type InitiativeMap,
  initiativeOf,
  initiativesOf,
  isId,
  isMoment,
  isOrder,
  isSource,
  isStartYear,
  tagsOf,
  titleOf,
} from "./schema.ts";

function readTags(initiative: InitiativeMap, field: TagField): string[] {
  const tags = tagsOf(initiative, field);
  return tags === null ? [] : [...tags.keys()].filter((id) => isId(id) && tags.get(id) === true).sort();
}

function readActors(initiative: InitiativeMap): ActorTag[] {
  const actors = actorsOf(initiative);
  if (actors === null) return [];
  return [...actors.entries()]
    .flatMap(([actorId, role]) => (isId(actorId) && isActorRole(role) ? [{ actorId, role }] : []))
    .sort((a, b) => (a.actorId < b.actorId ? -1 : 1));
}

const valueOr = <T>(value: unknown, valid: (value: unknown) => value is T): T | null => (valid(value) ? value : null);

/** One initiative, or null when there is none under the id or it lacks what makes it one. */
export function readInitiative(doc: Y.Doc, initiativeId: string): InitiativeSnapshot | null {
  const initiative = initiativeOf(doc, initiativeId);
  if (initiative === null || !isId(initiativeId)) return null;
  const title = titleOf(initiative);
  const status = initiative.get("status");
  const order = initiative.get("order");
  if (title === null || !isInitiativeStatus(status) || !isOrder(order)) return null;
  const fragment = descriptionOf(initiative);
  const description = fragment === null ? [] : readRichText(fragment);
  return {
    id: initiativeId,
    title: title.toString(),
    description,
    descriptionText: plainFromRichText(description),
    status,
    order,
    actors: readActors(initiative),
    tags: Object.fromEntries(TAG_FIELDS.map((field) => [field, readTags(initiative, field)])) as Record<
      TagField,
      string[]
    >,
    startYear: valueOr(initiative.get("startYear"), isStartYear),
    paused: initiative.get("paused") === true,
    ...(initiative.get("evaluated") === true && { evaluated: true as const }),
    binnedAt: valueOr(initiative.get("binnedAt"), isMoment),
    source: valueOr(initiative.get("source"), isSource),
  };
}

/** Ids of everything that lies in the board, the bin included. */
export const initiativeIds = (doc: Y.Doc): string[] => [...initiativesOf(doc).keys()];

/** The whole board in the order that people see, the bin included. */
export function readBoard(doc: Y.Doc): BoardSnapshot {
  return {
    initiatives: initiativeIds(doc)
      .map((id) => readInitiative(doc, id))
      .filter((initiative) => initiative !== null)
      .sort(byOrder),
  };
}

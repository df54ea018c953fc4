/**
 * The shared document of a board. Its keys are named here and nowhere else.
 *
 * Every field is as small as people edit it (a text, a set, a status), so that edits made at the same time merge. A set is
 * a Y.Map from id to true: two people who add different tags both keep theirs.
 */
import * as Y from "yjs";
import {
  type ActorRole,
  type InitiativeSource,
  type InitiativeStatus,
  TAG_FIELDS,
  type TagField,
} from "#domain/initiative.ts";

export const INITIATIVES = "initiatives";
export const META = "meta";

/** Version of the document's shape; written to `meta` by the server. */
export const DOCUMENT_VERSION = 1;
export const VERSION_KEY = "version";

export type InitiativeMap = Y.Map<unknown>;

/** The fields of an initiative that are one value each: the last writer wins. */
export interface PlainFields {
  readonly status: InitiativeStatus;
  readonly order: string;
  readonly startYear: number;
  readonly paused: true;
  readonly evaluated: true;
  readonly binnedAt: number;
  readonly source: InitiativeSource;
}
export type PlainField = keyof PlainFields;

/** Every key of an initiative, as named in the history of changes. */
export type InitiativeField = "title" | "description" | "actors" | TagField | PlainField;

/** What the history of changes names: a field, or that the initiative came to be. */
export type LoggedField = InitiativeField | "created";

/** Without these an initiative is not one. */
export const REQUIRED_FIELDS = ["title", "status", "order"] as const satisfies readonly InitiativeField[];

/** Commands write under this origin, so that undo follows one's own commands and nobody else's. */
export const COMMAND_ORIGIN = "command";

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);
const ORDER = /^[0-9A-Za-z]{1,256}$/;

/** Ids of initiatives, actors and tags. Names that JavaScript objects treat specially are no ids. */
export const isId = (value: unknown): value is string =>
  typeof value === "string" && ID.test(value) && !RESERVED.has(value);

/** Place within a lane: letters and digits, compared byte by byte. */
export const isOrder = (value: unknown): value is string => typeof value === "string" && ORDER.test(value);

export const isStartYear = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1900 && (value as number) <= 2100;

export const isMoment = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const SOURCE_LIMIT = 2_000;
const isWebAddress = (value: unknown): value is string =>
  typeof value === "string" && value.length <= SOURCE_LIMIT && /^https?:\/\//i.test(value);

/** Where an initiative was first described; the address is a web address. */
export function isSource(value: unknown): value is InitiativeSource {
  if (typeof value !== "object" || value === null) return false;
  const { url, title, ...rest } = value as Record<string, unknown>;
  return (
    isWebAddress(url) && typeof title === "string" && title.length <= SOURCE_LIMIT && Object.keys(rest).length === 0
  );
}

/** Addresses a link in a description may have. */
export const isLinkAddress = (value: unknown): value is string =>
  isWebAddress(value) || (typeof value === "string" && value.length <= SOURCE_LIMIT && /^mailto:/i.test(value));

export const initiativesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(INITIATIVES);

export function initiativeOf(doc: Y.Doc, initiativeId: string): InitiativeMap | null {
  const found = initiativesOf(doc).get(initiativeId);
  return found instanceof Y.Map ? found : null;
}

/** Type of each container of an initiative. */
const CONTAINERS = { title: Y.Text, description: Y.XmlFragment, actors: Y.Map } as const;

export function titleOf(initiative: InitiativeMap): Y.Text | null {
  const title = initiative.get("title");
  return title instanceof Y.Text ? title : null;
}

/** What the editor of a card binds to. */
export function descriptionOf(initiative: InitiativeMap): Y.XmlFragment | null {
  const description = initiative.get("description");
  return description instanceof Y.XmlFragment ? description : null;
}

/** The description, made when an initiative from elsewhere came without it. */
export function ensureDescription(initiative: InitiativeMap): Y.XmlFragment {
  const found = descriptionOf(initiative);
  if (found !== null) return found;
  const made = new Y.XmlFragment();
  initiative.set("description", made);
  return made;
}

export function actorsOf(initiative: InitiativeMap): Y.Map<ActorRole> | null {
  const actors = initiative.get("actors");
  return actors instanceof Y.Map ? actors : null;
}

export function tagsOf(initiative: InitiativeMap, field: TagField): Y.Map<true> | null {
  const tags = initiative.get(field);
  return tags instanceof Y.Map ? tags : null;
}

export function setField<F extends PlainField>(initiative: InitiativeMap, field: F, value: PlainFields[F]): void {
  initiative.set(field, value);
}

export function clearField(
  initiative: InitiativeMap,
  field: Exclude<PlainField, (typeof REQUIRED_FIELDS)[number]>,
): void {
  if (initiative.has(field)) initiative.delete(field);
}

/**
 * An initiative with all its containers. They are made at birth: if two people each made the missing map of a set at the
 * same time, one map would replace the other and a tag would be lost.
 */
export function createInitiative(): InitiativeMap {
  const initiative: InitiativeMap = new Y.Map();
  for (const [field, Container] of Object.entries(CONTAINERS)) initiative.set(field, new Container());
  for (const field of TAG_FIELDS) initiative.set(field, new Y.Map());
  return initiative;
}

/** The set of a field, made when an initiative from elsewhere came without it. */
export function ensureMap<T>(initiative: InitiativeMap, field: TagField | "actors"): Y.Map<T> {
  const found = initiative.get(field);
  if (found instanceof Y.Map) return found as Y.Map<T>;
  const made = new Y.Map<T>();
  initiative.set(field, made);
  return made;
}

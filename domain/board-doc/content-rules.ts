/**
 * What may stand where in the document, as a table: read by the server before it lets a client's bytes near the live
 * document. Everything that is not named here is refused.
 */
import * as Y from "yjs";
import { isActorRole, isInitiativeStatus, TAG_FIELDS } from "#domain/initiative.ts";
import { type BLOCKS, MARKS, MAX_DEPTH, MENTION } from "./rich-text.ts";
import {
  INITIATIVES,
  isId,
  isLinkAddress,
  isMoment,
  isOrder,
  isSource,
  isStartYear,
  type PlainField,
} from "./schema.ts";

/** The part a shared type plays. `gone`: it lies below something deleted, so whatever is put there vanishes too. */
export type Role =
  | "initiatives"
  | "initiative"
  | "title"
  | "actors"
  | "tags"
  | "description"
  | "text"
  | "mention"
  | (typeof BLOCKS)[number]
  | "gone";

/** Where an item is put: into a type that plays a role, so deep below the root, under a key or in a sequence. */
export interface Slot {
  readonly role: Role;
  readonly depth: number;
  readonly key: string | null;
}

/** The role of a shared type that is put there, `value` for anything plain, null where it is refused. */
export type Admission = Role | "value" | null;

type Content = Y.Item["content"];

export const rootRole = (name: string): Role | null => (name === INITIATIVES ? "initiatives" : null);

const isTrue = (value: unknown): boolean => value === true;

const PLAIN: Readonly<Record<PlainField, (value: unknown) => boolean>> = {
  status: isInitiativeStatus,
  order: isOrder,
  startYear: isStartYear,
  paused: isTrue,
  evaluated: isTrue,
  binnedAt: isMoment,
  source: isSource,
};
const PLAIN_RULES = new Map<string, (value: unknown) => boolean>(Object.entries(PLAIN));
const TAG_KEYS = new Set<string>(TAG_FIELDS);
const MARK_KEYS = new Set<string>(MARKS);

const CHILD_ELEMENTS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  description: ["paragraph", "bulletList", "orderedList"],
  paragraph: [MENTION],
  bulletList: ["listItem"],
  orderedList: ["listItem"],
  listItem: ["paragraph", "bulletList", "orderedList"],
};

const isShortText = (value: unknown) => typeof value === "string" && value.length <= 64;
const ATTRIBUTES = new Map<string, (value: unknown) => boolean>([
  ["orderedList.start", (value) => Number.isSafeInteger(value)],
  ["orderedList.type", (value) => value === null || isShortText(value)],
  ["mention.id", isId],
  ["mention.mentionSuggestionChar", isShortText],
]);

/**
 * Whether plain values stand there that all keep the rule. There may be several: Yjs joins values that one person put under
 * a key one after the other and that undo keeps, and the last of them counts.
 */
const isPlain = (content: Content, rule: ((value: unknown) => boolean) | undefined): boolean =>
  rule !== undefined && content instanceof Y.ContentAny && content.arr.length > 0 && content.arr.every(rule);

const typeOf = (content: Content): Y.AbstractType<unknown> | null =>
  content instanceof Y.ContentType ? content.type : null;

// Y.XmlText extends Y.Text, Y.XmlElement extends Y.XmlFragment: only the very class will do.
const isExactly = (content: Content, Type: new () => unknown): boolean => typeOf(content)?.constructor === Type;

function initiativeField(key: string, content: Content): Admission {
  if (key === "title") return isExactly(content, Y.Text) ? "title" : null;
  if (key === "description") return isExactly(content, Y.XmlFragment) ? "description" : null;
  if (key === "actors") return isExactly(content, Y.Map) ? "actors" : null;
  if (TAG_KEYS.has(key)) return isExactly(content, Y.Map) ? "tags" : null;
  return isPlain(content, PLAIN_RULES.get(key)) ? "value" : null;
}

/** What the editor's link may say beside its address. */
const LINK_EXTRAS = new Set(["target", "rel", "class", "title"]);

const isLinkExtra = ([name, value]: [string, unknown]): boolean =>
  LINK_EXTRAS.has(name) && (value === null || isShortText(value));

/** Bold and italic say nothing more: whatever an object held would be stored for ever and shown nowhere. */
const isPlainMark = (value: unknown): boolean =>
  value === true ||
  (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

function isMark({ key, value }: Y.ContentFormat): boolean {
  if (!MARK_KEYS.has(key)) return false;
  if (value === null) return true;
  if (key !== "link") return isPlainMark(value);
  const { href, ...rest } = value as Record<string, unknown>;
  return isLinkAddress(href) && Object.entries(rest).every(isLinkExtra);
}

function textContent(content: Content): Admission {
  const admitted = content instanceof Y.ContentString || (content instanceof Y.ContentFormat && isMark(content));
  return admitted ? "value" : null;
}

function elementContent({ role, depth, key }: Slot, content: Content): Admission {
  if (key !== null) return isPlain(content, ATTRIBUTES.get(`${role}.${key}`)) ? "value" : null;
  if (role === "paragraph" && isExactly(content, Y.XmlText)) return "text";
  const type = typeOf(content);
  if (!(type instanceof Y.XmlElement) || type.constructor !== Y.XmlElement || depth > MAX_DEPTH) return null;
  return CHILD_ELEMENTS[role]?.includes(type.nodeName) ? (type.nodeName as Role) : null;
}

function keyedContent({ role, key }: Slot, content: Content): Admission {
  if (key === null) return null;
  if (role === "initiative") return initiativeField(key, content);
  if (!isId(key)) return null;
  if (role === "initiatives") return isExactly(content, Y.Map) ? "initiative" : null;
  return isPlain(content, role === "tags" ? isTrue : isActorRole) ? "value" : null;
}

/** The keys under which something deleted may lie: those under which something may stand. */
function isKey({ role, key }: Slot): boolean {
  if (role === "initiatives" || role === "actors" || role === "tags") return isId(key);
  if (role === "initiative") return key !== null && /^[a-zA-Z]{1,64}$/.test(key) && key !== "constructor";
  return key === null || ATTRIBUTES.has(`${role}.${key}`);
}

const KEYED: ReadonlySet<Role> = new Set<Role>(["initiatives", "initiative", "actors", "tags"]);

function sequenceContent(slot: Slot, content: Content): Admission {
  if (slot.role === "text" && slot.key === null) return textContent(content);
  if (slot.role === "title" && slot.key === null) return content instanceof Y.ContentString ? "value" : null;
  return elementContent(slot, content);
}

/** Whether content may stand in a slot, and what part it plays there. */
export function admits(slot: Slot, content: Content): Admission {
  if (slot.role === "gone") return "gone";
  if (content instanceof Y.ContentDeleted) return isKey(slot) ? "value" : null;
  return KEYED.has(slot.role) ? keyedContent(slot, content) : sequenceContent(slot, content);
}

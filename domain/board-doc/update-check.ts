/**
 * Whether a client's update may be applied to the live document. Yjs does not defend itself: an update with a gap waits
 * inside the document for ever, a foreign root stays, and a deep value makes reading throw for everyone.
 */
import * as Y from "yjs";
import { BOARD_INITIATIVE_LIMIT, DESCRIPTION_LIMIT, TITLE_LIMIT } from "#domain/initiative.ts";
import { type InitiativeMap, initiativesOf, REQUIRED_FIELDS } from "./schema.ts";
import { type PlacedItem, type Refusal, Refused, UpdateStructs } from "./update-structs.ts";

const TAG_LIMIT = 200;

export type UpdateVerdict =
  | { readonly ok: true /** Client ids that bring something new. */; readonly writers: readonly number[] }
  | { readonly ok: false; readonly because: Refusal };

/** Judges an update (V1) beside the document it is meant for; changes nothing and never throws. */
export function checkUpdate(doc: Y.Doc, bytes: Uint8Array): UpdateVerdict {
  try {
    const update = new UpdateStructs(doc, bytes);
    new ContentCheck(update).run();
    return { ok: true, writers: update.writers() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, because: error.because };
    // References that run in circles or far too deep end the stack; nothing of them has touched the document.
    if (error instanceof RangeError) return { ok: false, because: "content" };
    throw error;
  }
}

type SharedType = Y.AbstractType<unknown>;
type Container = NonNullable<PlacedItem["container"]>;

/** What must hold beyond each item being in its place: required fields, and sizes. */
class ContentCheck {
  readonly #made: Y.Item[] = [];
  /** Keys written per initiative, and per set. */
  readonly #fields = new Map<Container, Set<string>>();
  readonly #members = new Map<Container, Set<string>>();
  /** Characters written per title and description. */
  readonly #written = new Map<Container, number>();

  constructor(readonly update: UpdateStructs) {}

  run(): void {
    for (const placed of this.update.newItems()) this.#note(placed);
    this.#checkNewInitiatives();
    this.#checkRoom();
    this.#checkRemovedFields();
    this.#checkSets();
    for (const [text, added] of this.#written) this.#checkLength(text, added);
  }

  #note({ item, slot, container, admitted }: PlacedItem): void {
    if (admitted === "initiative" && !this.update.isDeletedHere(item.id)) this.#made.push(item);
    if (container === null) return;
    if (slot.role === "initiative") addTo(this.#fields, container, slot.key);
    if (slot.role === "tags" || slot.role === "actors") addTo(this.#members, container, slot.key);
    if (item.content instanceof Y.ContentString) {
      const text = this.#textOf(container);
      if (text !== null) this.#written.set(text, (this.#written.get(text) ?? 0) + item.length);
    }
  }

  #checkNewInitiatives(): void {
    for (const initiative of this.#made) {
      const fields = this.#fields.get(initiative);
      if (!REQUIRED_FIELDS.every((field) => fields?.has(field))) throw new Refused("content");
    }
  }

  /** The board has room for so many cards; those in the bin are not on it. An update that takes no card in is never one too many. */
  #checkRoom(): void {
    const restored = new Set<unknown>();
    for (const item of this.#deletedItems()) if (item.parentSub === "binnedAt") restored.add(item.parent);
    // Nearly every edit: the cards of a large board are not to be counted for it.
    if (this.#made.length === 0 && restored.size === 0) return;
    const cards = [...initiativesOf(this.update.doc).values()] as InitiativeMap[];
    if (cards.length + this.#made.length <= BOARD_INITIATIVE_LIMIT) return;
    const isBinnedNow = (card: unknown) => this.#fields.get(card as Container)?.has("binnedAt") ?? false;
    const isGone = ({ _item }: InitiativeMap) => _item !== null && this.update.isDeletedHere(_item.id);
    const stays = (card: InitiativeMap) =>
      !isGone(card) && !isBinnedNow(card) && (!card.has("binnedAt") || restored.has(card));
    const before = cards.filter((card) => !card.has("binnedAt")).length;
    const after = cards.filter(stays).length + this.#made.filter((made) => !isBinnedNow(made)).length;
    if (after > Math.max(before, BOARD_INITIATIVE_LIMIT)) throw new Refused("too-large");
  }

  /** A field that an initiative must have may be replaced, or go with the whole initiative. */
  #checkRemovedFields(): void {
    const required = new Set<string | null>(REQUIRED_FIELDS);
    const root = initiativesOf(this.update.doc);
    for (const item of this.#deletedItems()) {
      const initiative = item.parent as SharedType;
      if (!required.has(item.parentSub) || initiative._item?.parent !== root) continue;
      if (this.update.isDeletedHere(initiative._item.id)) continue;
      if (!this.#fields.get(initiative)?.has(item.parentSub as string)) throw new Refused("content");
    }
  }

  /** Items of the live document that stand now and that this update deletes. */
  *#deletedItems(): Generator<Y.Item> {
    for (const [client, ranges] of this.update.deletions) {
      const structs = this.update.doc.store.clients.get(client) ?? [];
      const state = Y.getState(this.update.doc.store, client);
      for (const { clock, len } of ranges) if (clock < state) yield* standing(structs, clock, clock + len);
    }
  }

  #checkSets(): void {
    for (const [container, keys] of this.#members) {
      const before = container instanceof Y.Map ? container.size : 0;
      if (before + keys.size > TAG_LIMIT) throw new Refused("too-large");
    }
  }

  /** The title or description that a piece of text belongs to. */
  #textOf(container: Container): Container | null {
    let at: Container | null = container;
    while (at !== null && !isWholeText(at)) {
      at = at instanceof Y.Item ? this.update.containerOf(at) : (at._item?.parent as SharedType | null);
    }
    return at;
  }

  /** Too long only when what the update deletes from the text does not make room. */
  #checkLength(text: Container, added: number): void {
    const before = text instanceof Y.Item ? 0 : textLength(text);
    const excess = before + added - (typeOf(text)?.constructor === Y.Text ? TITLE_LIMIT : DESCRIPTION_LIMIT);
    if (excess <= 0) return;
    let removed = 0;
    for (const item of this.#deletedItems()) {
      if (item.content instanceof Y.ContentString && isWithin(item, text)) removed += item.length;
    }
    if (removed < excess) throw new Refused("too-large");
  }
}

function addTo(sets: Map<Container, Set<string>>, container: Container, key: string | null): void {
  if (key !== null) sets.set(container, (sets.get(container) ?? new Set()).add(key));
}

function* standing(structs: readonly (Y.Item | Y.GC)[], from: number, to: number): Generator<Y.Item> {
  if (structs.length === 0) return;
  for (let index = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= to) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}

function typeOf(container: Container): SharedType | null {
  if (!(container instanceof Y.Item)) return container;
  return container.content instanceof Y.ContentType ? container.content.type : null;
}

const isWholeText = (container: Container): boolean => {
  const type = typeOf(container)?.constructor;
  return type === Y.Text || type === Y.XmlFragment;
};

function isWithin(item: Y.Item, text: Container): boolean {
  let parent = item.parent as SharedType | null;
  while (parent !== null && parent !== text) parent = (parent._item?.parent ?? null) as SharedType | null;
  return parent !== null;
}

function textLength(node: SharedType): number {
  if (node instanceof Y.Text) return node.length;
  if (!(node instanceof Y.XmlFragment)) return 0;
  return node.toArray().reduce((sum, child) => sum + textLength(child as unknown as SharedType), 0);
}

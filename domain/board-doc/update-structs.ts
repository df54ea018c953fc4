/** A client's update taken apart and looked at beside the live document, without being applied. */
import * as Y from "yjs";
import { admits, type Role, rootRole, type Slot } from "./content-rules.ts";

/** Why bytes are refused. `gap`: they build on something the document has not got. */
export type Refusal = "malformed" | "gap" | "content" | "too-large";

/** Thrown while an update is being judged, caught where the verdict is given. */
export class Refused extends Error {
  constructor(readonly because: Refusal) {
    super(because);
  }
}

type Struct = Y.Item | Y.GC;

const MAX_STRUCTS = 50_000;
/** Text written and deleted again before it was sent comes as bare clock steps; more than this is no typing. */
const MAX_GC_STEPS = 50_000;

export interface PlacedItem {
  readonly item: Y.Item;
  readonly slot: Slot;
  /** What the item is put into: a type of the live document, an item of this update that makes one, or a root. */
  readonly container: Y.AbstractType<unknown> | Y.Item | null;
  readonly admitted: Role | "value";
}

interface Place extends Slot {
  readonly container: PlacedItem["container"];
}

const GONE: Place = { role: "gone", depth: 0, key: null, container: null };

/** The structs of an update, by client, checked for completeness: nothing skipped, nothing beyond what is known. */
export class UpdateStructs {
  readonly deletions: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
  readonly #byClient = new Map<number, Struct[]>();
  readonly #places = new Map<Y.Item, Place | "under-way">();

  constructor(
    readonly doc: Y.Doc,
    bytes: Uint8Array,
  ) {
    const { structs, ds } = decode(bytes);
    if (structs.length > MAX_STRUCTS) throw new Refused("too-large");
    for (const struct of structs) this.#add(struct);
    this.deletions = ds.clients;
    for (const [client, ranges] of this.deletions) {
      for (const { clock, len } of ranges) if (clock + len > this.#end(client)) throw new Refused("gap");
    }
  }

  #add(struct: Struct | Y.Skip): void {
    if (struct instanceof Y.Skip) throw new Refused("content");
    if (struct instanceof Y.GC && struct.length > MAX_GC_STEPS) throw new Refused("content");
    const { client, clock } = struct.id;
    const known = this.#byClient.get(client);
    if (known === undefined) {
      if (clock > Y.getState(this.doc.store, client)) throw new Refused("gap");
      this.#byClient.set(client, [struct]);
      return;
    }
    const last = known[known.length - 1];
    if (last === undefined || last.id.clock + last.length !== clock) throw new Refused("content");
    known.push(struct);
  }

  #end(client: number): number {
    const last = this.#byClient.get(client)?.at(-1);
    const here = last === undefined ? 0 : last.id.clock + last.length;
    return Math.max(here, Y.getState(this.doc.store, client));
  }

  /** Clients of whom the update brings something new. */
  writers(): number[] {
    return [...this.#byClient.keys()].filter((client) => this.#end(client) > Y.getState(this.doc.store, client));
  }

  /** Every new item with its place; throws where one may not stand. */
  *newItems(): Generator<PlacedItem> {
    for (const [client, structs] of this.#byClient) {
      const state = Y.getState(this.doc.store, client);
      for (const item of structs) {
        if (!(item instanceof Y.Item) || item.id.clock + item.length <= state) continue;
        const { container, ...slot } = this.#place(item);
        const admitted = admits(slot, item.content);
        if (admitted === null) throw new Refused("content");
        if (admitted !== "gone") yield { item, slot, container, admitted };
      }
    }
  }

  /** What an item of this update is put into. */
  containerOf(item: Y.Item): PlacedItem["container"] {
    return this.#place(item).container;
  }

  isDeletedHere({ client, clock }: Y.ID): boolean {
    return (
      this.deletions.get(client)?.some((range) => range.clock <= clock && clock < range.clock + range.len) ?? false
    );
  }

  /** A struct by id: from the live document where it is known there, otherwise from this update. */
  #find({ client, clock }: Y.ID): Struct {
    const state = Y.getState(this.doc.store, client);
    const structs = clock < state ? this.doc.store.clients.get(client) : this.#byClient.get(client);
    if (structs === undefined || clock >= this.#end(client)) throw new Refused("gap");
    const found = structs[Y.findIndexSS(structs, clock)];
    if (found === undefined) throw new Refused("gap");
    return found;
  }

  #place(item: Y.Item): Place {
    const known = this.#places.get(item);
    if (known === "under-way") throw new Refused("content");
    if (known !== undefined) return known;
    this.#places.set(item, "under-way");
    const place = this.#resolve(item);
    this.#places.set(item, place);
    return place;
  }

  /** As Yjs finds an item's parent: named, or that of its neighbour. */
  #resolve(item: Y.Item): Place {
    // All references are looked up, so that one to something unknown is a gap and never waits inside the document.
    const left = item.origin === null ? null : this.#find(item.origin);
    const right = item.rightOrigin === null ? null : this.#find(item.rightOrigin);
    const parent = item.parent as string | Y.ID | Y.AbstractType<unknown> | null;
    if (typeof parent === "string") return this.#root(parent, item.parentSub);
    if (parent instanceof Y.ID) return this.#under(this.#find(parent), item.parentSub);
    const neighbour = left ?? right;
    if (!(neighbour instanceof Y.Item)) return GONE;
    return this.#placeOf(neighbour);
  }

  #root(name: string, key: string | null): Place {
    const role = rootRole(name);
    if (role === null) throw new Refused("content");
    return { role, depth: 0, key, container: null };
  }

  #under(parent: Struct, key: string | null): Place {
    if (!(parent instanceof Y.Item) || parent.content instanceof Y.ContentDeleted) return GONE;
    if (!(parent.content instanceof Y.ContentType)) throw new Refused("content");
    const above = this.#placeOf(parent);
    const role = admits(above, parent.content);
    if (role === null || role === "value") throw new Refused("content");
    const known = parent.id.clock < Y.getState(this.doc.store, parent.id.client);
    return { role, depth: above.depth + 1, key, container: known ? parent.content.type : parent };
  }

  #placeOf(item: Y.Item): Place {
    const parent = item.parent as unknown;
    if (!(parent instanceof Y.AbstractType)) return this.#place(item);
    if (parent._item !== null) return this.#under(parent._item, item.parentSub);
    return this.#root(Y.findRootTypeKey(parent), item.parentSub);
  }
}

function decode(bytes: Uint8Array): { structs: (Struct | Y.Skip)[]; ds: Y.Snapshot["ds"] } {
  try {
    // V1 only, and read lazily: a claim of millions of structs ends where the bytes end.
    return Y.decodeUpdate(bytes);
  } catch (error) {
    throw Object.assign(new Refused("malformed"), { cause: error });
  }
}

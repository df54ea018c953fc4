/** The browser's own copy of a board: what is written offline survives a reload and merges when the server is back. */
import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

const PREFIX = "sammenspil:";
const UNSAVED = "unsaved";

export interface CopyOwner {
  readonly personId: string;
  /** The room's name with its generation. */
  readonly room: string;
}

const copyName = ({ personId, room }: CopyOwner): string => `${PREFIX}${personId}:${room}`;

export interface LocalCopy {
  /** Under this origin the copy's content enters the document. */
  readonly origin: unknown;
  /** Resolves with the fields that an earlier visit could not save, once the copy is in the document. */
  readonly loaded: Promise<readonly string[]>;
  rememberUnsaved(fields: ReadonlySet<string>): void;
  /** Deletes the copy: the board is gone, or may not be read any more. */
  drop(): void;
  close(): void;
}

/** Null where the browser keeps nothing, such as in some private windows. */
export function openLocalCopy(doc: Y.Doc, owner: CopyOwner): LocalCopy | null {
  if (typeof indexedDB === "undefined") return null;
  const persistence = new IndexeddbPersistence(copyName(owner), doc);
  const loaded = persistence.whenSynced.then(async () => {
    const unsaved: unknown = await persistence.get(UNSAVED);
    return typeof unsaved === "string" && unsaved !== "" ? unsaved.split(" ") : [];
  });
  let isOpen = true;
  return {
    origin: persistence,
    loaded,
    rememberUnsaved(fields) {
      void loaded.then(() => (isOpen ? persistence.set(UNSAVED, [...fields].join(" ")) : undefined));
    },
    drop() {
      isOpen = false;
      void persistence.clearData();
    },
    close() {
      isOpen = false;
      void persistence.destroy();
    },
  };
}

/** True for a copy that nobody will open again: another person's, or an earlier generation of this board. */
export function isForgotten(name: string, owner: CopyOwner): boolean {
  if (!name.startsWith(PREFIX) || name === copyName(owner)) return false;
  const [personId, room = ""] = name.slice(PREFIX.length).split(":");
  return personId !== owner.personId || boardOf(room) === boardOf(owner.room);
}

const boardOf = (room: string): string => room.slice(0, room.lastIndexOf("."));

/** Deletes forgotten copies; a browser that cannot list them keeps them until signing out clears everything. */
export async function dropForgottenCopies(owner: CopyOwner): Promise<void> {
  const databases = typeof indexedDB === "undefined" ? [] : ((await indexedDB.databases?.()) ?? []);
  for (const { name } of databases) {
    if (name !== undefined && isForgotten(name, owner)) indexedDB.deleteDatabase(name);
  }
}

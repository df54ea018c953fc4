/** The document of an open room, ahead of the log by what the next commit will hold. */
import * as Y from "yjs";
import { type BoardLog, type LoggedUpdate, storedDocument } from "#db/queries/board-log.ts";
import { CREATED } from "#db/queries/initiative-rows.ts";
import type { DocumentChanges } from "#db/queries/projection.ts";
import {
  type BoardDoc,
  encodeDocument,
  encodeStateVector,
  openDocument,
  stampVersion,
} from "#domain/board-doc/document.ts";
import { type BoardChange, observeBoard } from "#domain/board-doc/observe.ts";
import { checkUpdate, type UpdateVerdict } from "#domain/board-doc/update-check.ts";
import { ChangeNotes } from "./change-notes.ts";
import type { Connection } from "./connection.ts";
import { MAX_BOARD_BYTES } from "./limits.ts";

/** Who causes a change: the origin of every transaction on the document. */
export interface Author {
  /** Null for the server itself. */
  readonly personId: string | null;
  readonly at: number;
  readonly connection: Connection | null;
}

/** What has been applied since the last cut. */
export interface Uncommitted {
  readonly updates: readonly (LoggedUpdate & { readonly connection: Connection | null })[];
  readonly changes: DocumentChanges;
}

export class LiveDocument {
  readonly boardId: string;
  readonly doc: BoardDoc;
  #updates: Uncommitted["updates"][number][] = [];
  readonly #changes = new ChangeNotes();
  /** At most so many bytes; measured only when that may be too many. */
  #size: number;
  #whole: Uint8Array | null = null;
  #vector: Uint8Array | null = null;
  #stamped: boolean;

  /** @throws when what is stored does not decode */
  constructor(boardId: string, log: BoardLog) {
    this.boardId = boardId;
    this.doc = openDocument(storedDocument(log));
    this.#size = (log.snapshot?.state.length ?? 0) + log.rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#stamped = log.lastSeq > 0;
    this.doc.on("update", (bytes: Uint8Array, author: Author) => this.#updated(bytes, author));
    observeBoard(this.doc, (change, author) => this.#changed(change, author as Author));
  }

  get isAhead(): boolean {
    return this.#updates.length > 0;
  }

  judge(update: Uint8Array): UpdateVerdict {
    const verdict = checkUpdate(this.doc, update);
    return verdict.ok && this.#wouldBurst(update.length) ? { ok: false, because: "too-large" } : verdict;
  }

  /** Applies an update that has been judged. */
  apply(update: Uint8Array, author: Author): void {
    this.#stamp(author.at);
    Y.applyUpdate(this.doc, update, author);
  }

  edit(change: (doc: BoardDoc) => void, author: Author): void {
    this.#stamp(author.at);
    this.doc.transact(() => change(this.doc), author);
  }

  /** Hands over what has been applied since the last time. */
  cut(): Uncommitted {
    const uncommitted = { updates: this.#updates, changes: this.#changes.take() };
    this.#updates = [];
    return uncommitted;
  }

  /** The whole document, encoded once for all who ask until it changes. */
  whole(): Uint8Array {
    this.#whole ??= encodeDocument(this.doc);
    return this.#whole;
  }

  /** What somebody with this state vector lacks. */
  since(stateVector: Uint8Array): Uint8Array {
    const knowsNothing = stateVector.length === 1 && stateVector[0] === 0;
    return knowsNothing ? this.whole() : Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  stateVector(): Uint8Array {
    this.#vector ??= encodeStateVector(this.doc);
    return this.#vector;
  }

  destroy(): void {
    this.doc.destroy();
  }

  /** The server writes the version of the document's shape with the first content. */
  #stamp(at: number): void {
    if (this.#stamped) return;
    this.#stamped = true;
    this.doc.transact(() => stampVersion(this.doc), { personId: null, at, connection: null } satisfies Author);
  }

  #updated(bytes: Uint8Array, { personId, at, connection }: Author): void {
    this.#updates.push({ boardId: this.boardId, personId, at, bytes, connection });
    this.#size += bytes.length;
    this.#whole = null;
    this.#vector = null;
  }

  #changed(change: BoardChange, { personId, at }: Author): void {
    for (const [initiativeId, fields] of change) {
      const named = [...fields].map((field) => (field === "whole" ? CREATED : field));
      this.#changes.note(
        initiativeId,
        named.map((field) => [field, { personId, at }] as const),
      );
    }
  }

  #wouldBurst(bytes: number): boolean {
    if (this.#size + bytes <= MAX_BOARD_BYTES) return false;
    this.#size = this.whole().length;
    return this.#size + bytes > MAX_BOARD_BYTES;
  }
}

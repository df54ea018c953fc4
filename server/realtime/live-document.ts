/**
 * The document of an open room, ahead of the log by what the next commit will hold. It is made when somebody first needs
 * more of it than its bytes.
 */
import * as Y from "yjs";
import type { BoardLog, LoggedUpdate } from "#db/queries/board-log.ts";
import { CREATED } from "#db/queries/initiative-rows.ts";
import type { DocumentChanges } from "#db/queries/projection.ts";
import { type BoardDoc, encodeDocument, encodeStateVector, stampVersion } from "#domain/board-doc/document.ts";
import { type BoardChange, observeBoard } from "#domain/board-doc/observe.ts";
import { checkUpdate, type UpdateVerdict } from "#domain/board-doc/update-check.ts";
import { BoardAtRest } from "./board-at-rest.ts";
import { ChangeNotes } from "./change-notes.ts";
import type { Connection } from "./connection.ts";
import { MAX_BOARD_BYTES } from "./limits.ts";
import { step2Frame, updateFrame } from "./messages.ts";
import { toWire, type Wire } from "./wire-frame.ts";

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
  /** Until the document is made. */
  #atRest: BoardAtRest | null;
  #doc: BoardDoc | null = null;
  #updates: Uncommitted["updates"][number][] = [];
  readonly #changes = new ChangeNotes();
  /** At most so many bytes; measured only when that may be too many. */
  #size: number;
  /** Bytes applied in the change that is under way. */
  #underWay = 0;
  #stamped: boolean;
  /** Both hold until something changes. */
  #hello: Wire | null = null;
  #vector: Uint8Array | null = null;

  /** @throws when what is stored is damaged */
  constructor(boardId: string, log: BoardLog) {
    this.boardId = boardId;
    this.#atRest = new BoardAtRest(log);
    this.#size = (log.snapshot?.state.length ?? 0) + log.rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#stamped = log.lastSeq > 0;
  }

  /** @throws when what is stored does not decode */
  get doc(): BoardDoc {
    this.#doc ??= this.#make();
    return this.#doc;
  }

  #make(): BoardDoc {
    const doc = this.#resting.open();
    doc.on("update", (bytes: Uint8Array, author: Author) => this.#updated(bytes, author));
    observeBoard(doc, (change, author) => this.#changed(change, author as Author));
    this.#atRest = null;
    return doc;
  }

  get #resting(): BoardAtRest {
    if (this.#atRest === null) throw new Error("The board is no longer at rest.");
    return this.#atRest;
  }

  /** False while the board is but bytes. */
  get isMade(): boolean {
    return this.#doc !== null;
  }

  get isAhead(): boolean {
    return this.#updates.length > 0;
  }

  judge(update: Uint8Array): UpdateVerdict {
    const verdict = checkUpdate(this.doc, update);
    return verdict.ok && this.#wouldBurst(update.length) ? { ok: false, because: "too-large" } : verdict;
  }

  /** All that `make` applies and edits is one author's one change. */
  change(author: Author, make: (doc: BoardDoc) => void): void {
    this.doc.transact(() => make(this.doc), author);
    this.#stamp(author.at);
  }

  /** Applies an update that has been judged, within a change. */
  apply(update: Uint8Array): void {
    this.#underWay += update.length;
    Y.applyUpdate(this.doc, update);
  }

  /** Hands over what has been applied since the last time. */
  cut(): Uncommitted {
    const uncommitted = { updates: this.#updates, changes: this.#changes.take() };
    this.#updates = [];
    return uncommitted;
  }

  /** What somebody with this state vector lacks; as a step 2 it says besides that this is all. */
  answer({ stateVector, as }: { stateVector: Uint8Array; as: "step2" | "update" }): Wire {
    if (as === "step2" && this.#isNewTo(stateVector)) return this.#everything();
    const missing = Y.encodeStateAsUpdate(this.doc, stateVector);
    return toWire([as === "step2" ? step2Frame(missing) : updateFrame(missing)]);
  }

  /** They have nothing of the board, though perhaps something of their own. */
  #isNewTo(stateVector: Uint8Array): boolean {
    const clients = this.#doc === null ? this.#resting.vector : this.#doc.store.clients;
    return [...Y.decodeStateVector(stateVector).keys()].every((client) => !clients.has(client));
  }

  /** Encoded once for all who ask until it changes. */
  #everything(): Wire {
    this.#hello ??= this.#doc === null ? this.#resting.hello() : toWire([step2Frame(encodeDocument(this.#doc))]);
    return this.#hello;
  }

  stateVector(): Uint8Array {
    this.#vector ??= this.#doc === null ? this.#resting.stateVector() : encodeStateVector(this.#doc);
    return this.#vector;
  }

  destroy(): void {
    this.#doc?.destroy();
  }

  /** The server writes the version of the document's shape with the first content. */
  #stamp(at: number): void {
    if (this.#stamped || !this.isAhead) return;
    this.#stamped = true;
    this.doc.transact(() => stampVersion(this.doc), { personId: null, at, connection: null } satisfies Author);
  }

  #updated(bytes: Uint8Array, { personId, at, connection }: Author): void {
    this.#updates.push({ boardId: this.boardId, personId, at, bytes, connection });
    this.#size += bytes.length;
    this.#underWay = 0;
    this.#hello = null;
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
    const most = this.#size + this.#underWay + bytes;
    if (most <= MAX_BOARD_BYTES) return false;
    this.#size = encodeDocument(this.doc).length;
    this.#underWay = 0;
    return this.#size + bytes > MAX_BOARD_BYTES;
  }
}

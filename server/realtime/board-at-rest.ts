/** A board that nobody has written in since it was loaded, as its bytes: whoever has nothing of it is given those. */
import * as Y from "yjs";
import { type BoardLog, storedDocument } from "#db/queries/board-log.ts";
import { type BoardDoc, openDocument } from "#domain/board-doc/document.ts";
import { step2Frame, updateFrame } from "./messages.ts";
import { toWire, type Wire } from "./wire-frame.ts";

/** The update that brings nothing: what a client answers that has nothing to give. */
const NOTHING = Uint8Array.of(0, 0);

export const bringsNothing = (update: Uint8Array): boolean =>
  update.length === NOTHING.length && update.every((byte) => byte === 0);

export class BoardAtRest {
  readonly #log: BoardLog;
  /** How far each client's writing goes. */
  readonly vector: ReadonlyMap<number, number>;

  /** @throws when a row does not decode */
  constructor(log: BoardLog) {
    this.#log = log;
    this.vector = vectorOf(log);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(new Map(this.vector));
  }

  /** Everything, and only then that it is everything: the last message is the step 2 by which a client knows itself in step. */
  hello(): Wire {
    const { state, updates } = storedDocument(this.#log);
    const pieces = state === null ? updates : [state, ...updates];
    const last = pieces.at(-1) ?? NOTHING;
    return toWire([...pieces.slice(0, -1).map(updateFrame), step2Frame(last)]);
  }

  /** @throws when what is stored does not decode */
  open(): BoardDoc {
    return openDocument(storedDocument(this.#log));
  }
}

function vectorOf({ snapshot, rows }: BoardLog): Map<number, number> {
  const vector = snapshot === null ? new Map<number, number>() : Y.decodeStateVector(snapshot.stateVector);
  for (const { bytes } of rows) {
    for (const { id, length } of Y.decodeUpdate(bytes).structs) {
      vector.set(id.client, Math.max(vector.get(id.client) ?? 0, id.clock + length));
    }
  }
  return vector;
}

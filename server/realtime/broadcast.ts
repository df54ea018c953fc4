/** What one commit tells the people in a room. */
import * as Y from "yjs";
import type { Connection } from "./connection.ts";
import { updateFrame } from "./messages.ts";
import { toWire, type Wire } from "./wire-frame.ts";

/** More updates than this in one turn go out as one, which costs their readers less. */
const MERGE_ABOVE = 4;

export interface ToldUpdate {
  readonly bytes: Uint8Array;
  /** Who wrote it and has it already; null for the server. */
  readonly connection: Connection | null;
}

export class Broadcast {
  readonly #updates: readonly ToldUpdate[];
  readonly #onMerged: (updates: number) => void;
  #forOthers: Wire | null = null;

  /** @param onMerged called when many go out as one */
  constructor(updates: readonly ToldUpdate[], onMerged: (updates: number) => void) {
    this.#updates = updates;
    this.#onMerged = onMerged;
  }

  /** What a socket has not written itself; null when that is nothing. */
  for(connection: Connection): Wire | null {
    if (this.#updates.length > MERGE_ABOVE || !this.#updates.some((update) => update.connection === connection)) {
      return this.#all();
    }
    const others = this.#updates.filter((update) => update.connection !== connection);
    return others.length === 0 ? null : toWire(others.map(({ bytes }) => updateFrame(bytes)));
  }

  #all(): Wire | null {
    if (this.#updates.length === 0) return null;
    this.#forOthers ??= toWire(this.#merged().map(updateFrame));
    return this.#forOthers;
  }

  #merged(): readonly Uint8Array[] {
    const updates = this.#updates.map(({ bytes }) => bytes);
    if (updates.length <= MERGE_ABOVE) return updates;
    this.#onMerged(updates.length);
    return [Y.mergeUpdates(updates)];
  }
}

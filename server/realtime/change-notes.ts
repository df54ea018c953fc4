import type { Change } from "#db/queries/initiative-rows.ts";
import type { DocumentChanges } from "#db/queries/projection.ts";

/** Who changed what last, gathered until somebody takes it on. */
export class ChangeNotes {
  #notes = new Map<string, Map<string, Change>>();

  get isEmpty(): boolean {
    return this.#notes.size === 0;
  }

  note(initiativeId: string, fields: Iterable<readonly [string, Change]>): void {
    const noted = this.#notes.get(initiativeId) ?? new Map<string, Change>();
    for (const [field, change] of fields) noted.set(field, change);
    this.#notes.set(initiativeId, noted);
  }

  /** Adds newer notes. */
  add(newer: DocumentChanges): void {
    for (const [initiativeId, fields] of newer) this.note(initiativeId, fields);
  }

  /** Gives older notes back: newer ones stand. */
  putBack(older: DocumentChanges): void {
    const newer = this.take();
    this.add(older);
    this.add(newer);
  }

  /** Takes the notes on so many initiatives, the first noted first; on all when nothing else is said. */
  take(most = Number.POSITIVE_INFINITY): DocumentChanges {
    const notes = this.#notes;
    if (notes.size <= most) {
      this.#notes = new Map();
      return notes;
    }
    const taken = new Map([...notes].slice(0, most));
    for (const initiativeId of taken.keys()) notes.delete(initiativeId);
    return taken;
  }
}

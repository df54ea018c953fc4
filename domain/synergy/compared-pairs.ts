/** Which pairs were compared already when each of the two asks for its candidates. */
import { rowsOfNumbers } from "./rows.ts";

export class ComparedPairs {
  /** By place, those that compared themselves with it; let go of when it asks. */
  readonly #earlier = rowsOfNumbers();
  readonly #done = new Set<number>();

  /** Those of its candidates that did not compare themselves with it before. */
  newOf(place: number, candidates: Uint32Array): readonly number[] {
    const known = new Set(this.#earlier.rowOf(place));
    this.#earlier.clear(place);
    this.#done.add(place);
    const fresh: number[] = [];
    for (const other of candidates) {
      if (known.has(other)) continue;
      fresh.push(other);
      if (!this.#done.has(other)) this.#earlier.push(other, place);
    }
    return fresh;
  }
}

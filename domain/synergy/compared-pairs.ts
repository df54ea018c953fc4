/** Which pairs were compared already when each of the two asks for its candidates. */
import { grown, rowsOfNumbers } from "./rows.ts";

const DONE = 1;

export class ComparedPairs {
  /** By place, those that compared themselves with it; let go of when it asks. */
  readonly #earlier = rowsOfNumbers();
  /** By place: `DONE` when it has asked. */
  #asked = new Uint8Array(1024);
  /** By place, the turn in which it was last found among those that came earlier. */
  #known = new Uint32Array(1024);
  #turn = 0;

  /** Those of its candidates that did not compare themselves with it before. */
  newOf(place: number, candidates: readonly number[]): readonly number[] {
    this.#turn += 1;
    this.#makeRoom(place);
    for (const other of this.#earlier.rowOf(place)) this.#known[other] = this.#turn;
    this.#earlier.clear(place);
    this.#asked[place] = DONE;
    const fresh: number[] = [];
    for (const other of candidates) {
      if (this.#known[other] === this.#turn) continue;
      fresh.push(other);
      if (this.#asked[other] !== DONE) this.#earlier.push(other, place);
    }
    return fresh;
  }

  #makeRoom(place: number): void {
    this.#asked = grown(this.#asked, place + 1);
    this.#known = grown(this.#known, place + 1);
  }
}

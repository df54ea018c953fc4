/** Which pairs were compared already when each of the two asks for its candidates. */
export class ComparedPairs {
  readonly #earlier = new Map<number, number[]>();
  readonly #done = new Set<number>();

  /** Those of its candidates that did not compare themselves with it before. */
  newOf(place: number, candidates: Uint32Array): readonly number[] {
    const known = new Set(this.#earlier.get(place));
    this.#earlier.delete(place);
    this.#done.add(place);
    const fresh: number[] = [];
    for (const other of candidates) {
      if (known.has(other)) continue;
      fresh.push(other);
      if (this.#done.has(other)) continue;
      const list = this.#earlier.get(other);
      if (list === undefined) this.#earlier.set(other, [place]);
      else list.push(place);
    }
    return fresh;
  }
}

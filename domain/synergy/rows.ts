/**
 * Rows of numbers of any length in one block of memory. What the check keeps of an initiative is dozens of short lists; as
 * arrays of their own a hundred thousand times each, they would cost several times what is in them.
 */
type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Uint32Array<ArrayBuffer>;
type Weights = Float32Array<ArrayBuffer>;
type Block = Bytes | Numbers | Weights;

const LEAST_ROWS = 64;
const LEAST_VALUES = 256;
/** So much more than is needed is made room for, so that room need not be made soon again. */
const SLACK = 1.2;

/** With room for so many, and some more so that it need not grow soon again. */
export function grown<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(numbers: T, length: number): T {
  if (length <= numbers.length) return numbers;
  const longer = new (numbers.constructor as new (length: number) => T)(Math.ceil(length * 1.5));
  longer.set(numbers);
  return longer;
}

export class Rows<T extends Block> {
  /** Of all rows; a row's stand from `startOf` on. Another block after each change. */
  values: T;
  readonly #block: (length: number) => T;
  #starts = new Uint32Array(LEAST_ROWS);
  #lengths = new Uint32Array(LEAST_ROWS);
  #capacities = new Uint32Array(LEAST_ROWS);
  #rows = 0;
  #end = 0;
  /** Values that belong to a row; the rest before `#end` is left over. */
  #used = 0;

  constructor(block: (length: number) => T) {
    this.#block = block;
    this.values = block(LEAST_VALUES);
  }

  startOf(row: number): number {
    return this.#starts[row] ?? 0;
  }

  lengthOf(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  rowOf(row: number): T {
    const start = this.startOf(row);
    return this.values.subarray(start, start + this.lengthOf(row)) as T;
  }

  write(row: number, content: ArrayLike<number>): void {
    this.#reserve(row, content.length);
    this.values.set(content, this.#starts[row]);
    this.#lengths[row] = content.length;
  }

  push(row: number, value: number): void {
    const length = this.lengthOf(row);
    if (length >= (this.#capacities[row] ?? 0)) this.#reserve(row, Math.max(4, length + (length >> 1)));
    this.values[(this.#starts[row] as number) + length] = value;
    this.#lengths[row] = length + 1;
  }

  /** Takes out one value where it stands first; the last one takes its place. */
  takeOut(row: number, value: number): void {
    const start = this.startOf(row);
    const end = start + this.lengthOf(row);
    let at = start;
    while (at < end && this.values[at] !== value) at += 1;
    if (at < end) this.takeOutFrom(row, at, 1);
  }

  /** Takes so many values out of a row, from that place among all values on; the last ones take their places. */
  takeOutFrom(row: number, at: number, count: number): void {
    const length = this.lengthOf(row) - count;
    const last = this.startOf(row) + length;
    this.values.copyWithin(at, last, last + count);
    this.#lengths[row] = length;
  }

  clear(row: number): void {
    if (row >= this.#rows) return;
    this.#used -= this.#capacities[row] as number;
    this.#capacities[row] = 0;
    this.#lengths[row] = 0;
  }

  /** A place for so many values, with what the row holds as far as it fits. */
  #reserve(row: number, capacity: number): void {
    this.#starts = grown(this.#starts, row + 1);
    this.#lengths = grown(this.#lengths, row + 1);
    this.#capacities = grown(this.#capacities, row + 1);
    this.#rows = Math.max(this.#rows, row + 1);
    if (capacity <= (this.#capacities[row] as number)) return;
    const kept = Math.min(this.#lengths[row] as number, capacity);
    this.#used += capacity - (this.#capacities[row] as number);
    if (this.#end + capacity > this.values.length) this.#moveTogether(capacity);
    const start = this.#starts[row] as number;
    this.values.copyWithin(this.#end, start, start + kept);
    this.#starts[row] = this.#end;
    this.#capacities[row] = capacity;
    this.#end += capacity;
  }

  /** Into a block with room for all that is used, which counts a row that is about to move already. */
  #moveTogether(coming: number): void {
    const block = this.#block(Math.ceil(Math.max(LEAST_VALUES, (this.#used + coming) * SLACK)));
    let end = 0;
    for (let row = 0; row < this.#rows; row += 1) {
      const start = this.#starts[row] as number;
      const capacity = this.#capacities[row] as number;
      block.set(this.values.subarray(start, start + capacity), end);
      this.#starts[row] = end;
      end += capacity;
    }
    this.values = block;
    this.#end = end;
  }
}

export const rowsOfBytes = (): Rows<Bytes> => new Rows((length) => new Uint8Array(length));
export const rowsOfNumbers = (): Rows<Numbers> => new Rows((length) => new Uint32Array(length));
export const rowsOfWeights = (): Rows<Weights> => new Rows((length) => new Float32Array(length));

/** Things by number, each once and for good. */
export class Numbered<T> {
  readonly #numbers = new Map<T, number>();
  readonly #things: T[] = [];

  get size(): number {
    return this.#things.length;
  }

  numberOf(thing: T): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#things.length);
    return this.#things.push(thing) - 1;
  }

  /** @returns undefined for what never was numbered */
  knownNumberOf(thing: T): number | undefined {
    return this.#numbers.get(thing);
  }

  thing(number: number): T {
    return this.#things[number] as T;
  }
}

const EMPTY = 0xffffffff;

/** Hashes by number, in the order in which they came: many times smaller than a map of them. */
export class NumberedHashes {
  #hashes = new Uint32Array(1024);
  #numbers = new Uint32Array(1024).fill(EMPTY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  numberOf(hash: number): number {
    const at = this.#placeOf(hash);
    const known = this.#numbers[at] as number;
    if (known !== EMPTY) return known;
    const number = this.#size++;
    this.#hashes[at] = hash;
    this.#numbers[at] = number;
    if (this.#size * 2 > this.#numbers.length) this.#grow();
    return number;
  }

  knownNumberOf(hash: number): number | undefined {
    const known = this.#numbers[this.#placeOf(hash)] as number;
    return known === EMPTY ? undefined : known;
  }

  /** Where the hash stands, or the empty place where it would. */
  #placeOf(hash: number): number {
    const mask = this.#numbers.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    while (this.#numbers[at] !== EMPTY && this.#hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const numbers = this.#numbers;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#numbers = new Uint32Array(hashes.length * 2).fill(EMPTY);
    for (let at = 0; at < numbers.length; at += 1) {
      if (numbers[at] === EMPTY) continue;
      const place = this.#placeOf(hashes[at] as number);
      this.#hashes[place] = hashes[at] as number;
      this.#numbers[place] = numbers[at] as number;
    }
  }
}

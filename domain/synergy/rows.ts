/**
 * Rows of numbers of any length in a few large pieces of memory. What the check keeps of an initiative is dozens of short lists; as
 * arrays of their own a hundred thousand times each, they would cost several times what is in them.
 */
type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Uint32Array<ArrayBuffer>;
type Weights = Float64Array<ArrayBuffer>;
type Block = Bytes | Numbers;

const LEAST_ROWS = 64;
/** Values that a page has room for; a longer row has a page of its own. */
const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;
/** So much more room than the rows have is given up at once. */
const SLACK = 1.15;

/** Room for a row of so many values that gets one more now and then. */
const roomier = (length: number): number => Math.max(4, length + (length >> 1));

/** With room for so many, and some more so that it need not grow soon again. */
export function grown<T extends Bytes | Numbers | Weights>(numbers: T, length: number): T {
  if (length <= numbers.length) return numbers;
  const longer = new (numbers.constructor as new (length: number) => T)(Math.ceil(length * 1.5));
  longer.set(numbers);
  return longer;
}

/**
 * In pages of one size: a single block would be copied whenever it has to grow, and the room that it leaves behind is too
 * small for the next.
 */
export class Rows<T extends Block> {
  readonly #newPage: (length: number) => T;
  #pages: T[];
  /** By row, its page and where in that it begins. */
  #starts = new Uint32Array(LEAST_ROWS);
  #lengths = new Uint32Array(LEAST_ROWS);
  #capacities = new Uint32Array(LEAST_ROWS);
  #rows = 0;
  /** Where the next row begins in the last page. */
  #end = 0;
  /** Values that there is room for in all pages, and those of them that belong to a row. */
  #room = PAGE;
  #used = 0;

  constructor(newPage: (length: number) => T) {
    this.#newPage = newPage;
    this.#pages = [newPage(PAGE)];
  }

  /**
   * The page that a row stands in, from `startOf` on. Perhaps another one after each change of any row; what is left over in
   * this one is not written over.
   */
  pageOf(row: number): T {
    return this.#pages[(this.#starts[row] ?? 0) >>> PAGE_BITS] as T;
  }

  startOf(row: number): number {
    return (this.#starts[row] ?? 0) & (PAGE - 1);
  }

  lengthOf(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  rowOf(row: number): T {
    const start = this.startOf(row);
    return this.pageOf(row).subarray(start, start + this.lengthOf(row)) as T;
  }

  write(row: number, content: ArrayLike<number>): void {
    this.#reserve(row, content.length);
    this.pageOf(row).set(content, this.startOf(row));
    this.#lengths[row] = content.length;
  }

  push(row: number, value: number): void {
    const length = this.lengthOf(row);
    if (length >= (this.#capacities[row] ?? 0)) this.#reserve(row, roomier(length));
    this.pageOf(row)[this.startOf(row) + length] = value;
    this.#lengths[row] = length + 1;
  }

  /** Takes out one value where it stands first; the last one takes its place. */
  takeOut(row: number, value: number): void {
    const page = this.pageOf(row);
    const start = this.startOf(row);
    const end = start + this.lengthOf(row);
    let at = start;
    while (at < end && page[at] !== value) at += 1;
    if (at < end) this.takeOutFrom(row, at, 1);
  }

  /** Takes so many values out of a row, from that place in its page on; the last ones take their places. */
  takeOutFrom(row: number, at: number, count: number): void {
    const length = this.lengthOf(row) - count;
    const last = this.startOf(row) + length;
    this.pageOf(row).copyWithin(at, last, last + count);
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
    if (!this.#fits(capacity) && this.#room > (this.#used + capacity) * SLACK + PAGE) this.#moveTogether();
    this.#move(row, capacity, this.#pages);
  }

  #fits(capacity: number): boolean {
    return this.#end + capacity <= (this.#pages.at(-1)?.length ?? 0);
  }

  /** Gives a row of these pages another place. */
  #move(row: number, capacity: number, pages: readonly T[]): void {
    const from = pages[(this.#starts[row] as number) >>> PAGE_BITS];
    const start = this.startOf(row);
    if (!this.#fits(capacity)) this.#addPage(Math.max(PAGE, capacity));
    const to = this.#pages.at(-1) as T;
    const length = Math.min(this.#lengths[row] as number, capacity);
    for (let at = 0; at < length; at += 1) to[this.#end + at] = from?.[start + at] as number;
    this.#starts[row] = (this.#pages.length - 1) * PAGE + this.#end;
    this.#used += capacity - (this.#capacities[row] as number);
    this.#capacities[row] = capacity;
    this.#end += capacity;
  }

  #addPage(length: number): void {
    this.#pages.push(this.#newPage(length));
    this.#room += length;
    this.#end = 0;
  }

  /** Into new pages, with nothing left over between the rows, and little in a row that has become shorter. */
  #moveTogether(): void {
    const pages = this.#pages;
    this.#pages = [];
    this.#room = 0;
    this.#addPage(PAGE);
    for (let row = 0; row < this.#rows; row += 1) {
      const capacity = Math.min(this.#capacities[row] as number, roomier(this.#lengths[row] as number));
      if (capacity === 0) this.#starts[row] = 0;
      else this.#move(row, capacity, pages);
    }
  }
}

export const rowsOfBytes = (): Rows<Bytes> => new Rows((length) => new Uint8Array(length));
export const rowsOfNumbers = (): Rows<Numbers> => new Rows((length) => new Uint32Array(length));

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

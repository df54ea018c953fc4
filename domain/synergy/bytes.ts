/** Whole numbers as bytes, small ones as one. */
const SEVEN_BITS = 0x7f;
const MORE = 0x80;

export class ByteWriter {
  bytes = new Uint8Array(1024);
  length = 0;

  number(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    let rest = value;
    while (rest > SEVEN_BITS) {
      this.bytes[this.length++] = (rest & SEVEN_BITS) | MORE;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  list<T>(values: readonly T[], write: (value: T) => void): void {
    this.number(values.length);
    for (const value of values) write(value);
  }
}

export class ByteSource {
  /** Where the next number is read. */
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++] as number;
      value |= (byte & SEVEN_BITS) << shift;
      if (byte < MORE) return value >>> 0;
    }
  }

  list<T>(read: () => T): T[] {
    const length = this.number();
    const values = new Array<T>(length);
    for (let at = 0; at < length; at += 1) values[at] = read();
    return values;
  }
}

/** A word for everything that the check is made of and holds: where it is the same again, so are the findings. */
import { createHash } from "node:crypto";

const partOf = (name: string, content: string): bigint =>
  createHash("sha256").update(`${name}\n${content}`).digest().readBigUInt64LE();

/** Parts may come and go in any order. */
export class Fingerprint {
  readonly #parts = new Map<string, bigint>();
  #sum = 0n;

  /** One of the few parts whose content nobody else remembers. */
  set(name: string, content: string): void {
    const part = partOf(name, content);
    this.#add(part - (this.#parts.get(name) ?? 0n));
    this.#parts.set(name, part);
  }

  /** A part comes, changes or goes; the caller knows what it was, null where there was none, and is. */
  change(name: string, before: string | null, after: string | null): void {
    if (before !== null) this.#add(-partOf(name, before));
    if (after !== null) this.#add(partOf(name, after));
  }

  toString(): string {
    return this.#sum.toString(36);
  }

  #add(part: bigint): void {
    this.#sum = BigInt.asUintN(64, this.#sum + part);
  }
}

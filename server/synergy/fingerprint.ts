/** A word for everything that the check is made of and holds: where it is the same again, so are the findings. */
import { createHash } from "node:crypto";

/** Parts may come and go in any order. */
export class Fingerprint {
  readonly #parts = new Map<string, bigint>();
  #sum = 0n;

  set(name: string, content: string): void {
    this.remove(name);
    const part = createHash("sha256").update(`${name}\n${content}`).digest().readBigUInt64LE();
    this.#parts.set(name, part);
    this.#sum = BigInt.asUintN(64, this.#sum + part);
  }

  remove(name: string): void {
    this.#sum = BigInt.asUintN(64, this.#sum - (this.#parts.get(name) ?? 0n));
    this.#parts.delete(name);
  }

  toString(): string {
    return this.#sum.toString(36);
  }
}

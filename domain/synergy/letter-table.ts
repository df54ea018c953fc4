/** The letters of words, by number: the texts of a country are made of the same few thousand words. */
import { grown, NumberedHashes, rowsOfNumbers } from "./rows.ts";
import type { Letters } from "./similarity.ts";

export class LetterTable {
  /** By letters, the numbers of their 4-grams. */
  readonly grams = rowsOfNumbers();
  /** By letters, how much each of their 4-grams says. */
  readonly weights: number[] = [];
  readonly #gramNumbers = new NumberedHashes();
  readonly #numbers = new Map<string, number>();

  get gramCount(): number {
    return this.#gramNumbers.size;
  }

  numberOf(letters: Letters): number {
    const known = this.#numbers.get(letters.name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(letters.name, number);
    this.#write(number, letters);
    return number;
  }

  /** For a moment only: numbers of letters that nobody else has are given to the next who come. */
  draftNumbersOf(all: readonly Letters[]): number[] {
    let next = this.#numbers.size;
    return all.map((letters) => {
      const known = this.#numbers.get(letters.name);
      if (known === undefined) this.#write(next, letters);
      return known ?? next++;
    });
  }

  #write(number: number, { weight, grams }: Letters): void {
    this.weights[number] = weight;
    this.grams.write(
      number,
      grams.map((gram) => this.#gramNumbers.numberOf(gram)),
    );
  }
}

/** A text among other numbers: those of its letters, from `letters` on. */
export interface LetterList {
  readonly numbers: Uint32Array;
  readonly letters: number;
  readonly end: number;
}

/** What the letters of one text have in common with those of others: asked once for each word, in however many of them it stands. */
export class LetterProducts {
  readonly #table: LetterTable;
  /** Weight of each 4-gram in the text that is compared; 0 for the others. */
  #weights = new Float64Array(1024);
  /** Those that are not 0. */
  #grams: number[] = [];
  /** By letters, what they have in common with that text, and the turn in which that was asked. */
  #known = new Float64Array(1024);
  #asked = new Uint32Array(1024);
  #turn = 0;

  constructor(table: LetterTable) {
    this.#table = table;
  }

  /** The one that others are compared with from now on. */
  turnTo({ numbers, letters, end }: LetterList): void {
    this.#turn += 1;
    for (const gram of this.#grams) this.#weights[gram] = 0;
    this.#grams = [];
    this.#makeRoom();
    for (let at = letters; at < end; at += 1) this.#add(numbers[at] as number);
  }

  with({ numbers, letters, end }: LetterList): number {
    let sum = 0;
    for (let at = letters; at < end; at += 1) {
      const one = numbers[at] as number;
      sum += this.#asked[one] === this.#turn ? (this.#known[one] as number) : this.#ask(one);
    }
    return sum;
  }

  #ask(letters: number): number {
    const values = this.#table.grams.pageOf(letters);
    const from = this.#table.grams.startOf(letters);
    const to = from + this.#table.grams.lengthOf(letters);
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += this.#weights[values[at] as number] as number;
    this.#known[letters] = sum * (this.#table.weights[letters] as number);
    this.#asked[letters] = this.#turn;
    return this.#known[letters] as number;
  }

  #add(letters: number): void {
    const { grams, weights } = this.#table;
    const values = grams.pageOf(letters);
    const from = grams.startOf(letters);
    const to = from + grams.lengthOf(letters);
    for (let at = from; at < to; at += 1) {
      const gram = values[at] as number;
      this.#weights[gram] = (this.#weights[gram] as number) + (weights[letters] as number);
      this.#grams.push(gram);
    }
  }

  /** Texts that come later have other letters. */
  #makeRoom(): void {
    const { gramCount, weights } = this.#table;
    this.#weights = grown(this.#weights, gramCount);
    this.#known = grown(this.#known, weights.length);
    this.#asked = grown(this.#asked, weights.length);
  }
}

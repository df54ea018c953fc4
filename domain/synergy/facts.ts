/**
 * What a comparison needs of an initiative, as numbers: a few hundred bytes that lie together, so that comparing with
 * hundreds of others costs little more than fetching them.
 */
import { type Walk, walkOf } from "./chain.ts";
import { isPackage } from "./features.ts";
import { LetterProducts, LetterTable } from "./letter-table.ts";
import type { Concept } from "./lexicon.ts";
import type { LinkMention, Reading } from "./reading.ts";
import { Numbered, rowsOfNumbers } from "./rows.ts";
import type { Sense } from "./senses.ts";

/** Where each number stands in a row; the lists follow each other from `LISTS` on. */
export const AT = {
  municipality: 0,
  phase: 1,
  isPackage: 2,
  chain: 3,
  /** Strength of the main group, and strength and weight of the main means, as numbered amounts. */
  topTarget: 4,
  topMeans: 5,
  means: 6,
  targets: 7,
  staff: 8,
  aims: 9,
  actors: 10,
  activities: 11,
  themes: 12,
  senses: 13,
  letters: 14,
  /** What the letters and the senses have in common with themselves, as numbered amounts. */
  ownLetters: 15,
  ownSenses: 16,
} as const;
export const LISTS = 17;
/** Numbers for each entry of a list. */
export const MEANS_SIZE = 3;
export const SHARED_SIZE = 2;

/** A number that nothing stored has: what only a draft says is like nothing. */
const UNHEARD_OF = 0xffffffff;
const PHASES = { early: 1, running: 2 } as const;

const nameOfConcept = ({ facet, id }: Concept): string => `${facet}/${id}`;
const nameOfLink = ({ link, strength, certainty }: LinkMention): string => `${link}:${strength}:${certainty}`;

export class Facts {
  readonly names = new Numbered<string>();
  readonly concepts = new Numbered<string>();
  readonly amounts = new Numbered<number>();
  /** Another one after each change. */
  version = 0;
  /** One concept for each name: what two concepts have in common is asked once. */
  readonly conceptOf: Concept[] = [];
  /** What a chain asks of a reading, once for those of whom it is the same. */
  readonly chains: Walk[] = [];
  readonly numbers = rowsOfNumbers();
  readonly senses = new Numbered<string>();
  /** By sense, what having it in common is worth. */
  readonly senseWorths: number[] = [];
  readonly letters = new LetterTable();
  readonly #products = new LetterProducts(this.letters);
  readonly #chainNumbers = new Numbered<string>();

  write(place: number, reading: Reading): void {
    this.version += 1;
    const letters = reading.wording.letters.map((one) => this.letters.numberOf(one));
    this.numbers.write(
      place,
      this.#numbersOf(reading, letters, (name) => this.names.numberOf(name)),
    );
    this.#noteOwnLetters(place);
  }

  /** For a moment only: what nobody else says is not kept. */
  writeDraft(place: number, reading: Reading): void {
    this.version += 1;
    const letters = this.letters.draftNumbersOf(reading.wording.letters);
    this.numbers.write(
      place,
      this.#numbersOf(reading, letters, (name) => this.names.knownNumberOf(name) ?? UNHEARD_OF),
    );
    this.#noteOwnLetters(place);
  }

  clear(place: number): void {
    this.version += 1;
    this.numbers.clear(place);
  }

  #numbersOf(reading: Reading, letters: readonly number[], nameOf: (name: string) => number): number[] {
    const { initiative, facets, targets, actors, phase } = reading;
    const { senses } = reading.wording;
    const [means] = facets.means;
    const [target] = targets;
    const known = (kind: string, names: readonly string[]) =>
      [...new Set(names)].map((name) => nameOf(`${kind}:${name}`)).filter((number) => number !== UNHEARD_OF);
    const activities = known("activity", initiative.activities);
    const themes = known("theme", initiative.themes);
    const actorKeys = known(
      "actor",
      actors.map(({ key }) => key),
    );
    return [
      nameOf(`municipality:${initiative.municipality}`),
      phase === null ? 0 : PHASES[phase.band],
      isPackage(reading) ? 1 : 0,
      this.#chainOf(reading),
      this.amounts.numberOf(target?.strength ?? 0),
      this.amounts.numberOf(means === undefined ? 0 : means.strength * means.concept.weight),
      ...[facets.means, targets, facets.staff, facets.aim, actorKeys, activities, themes, senses, letters].map(
        (list) => list.length,
      ),
      0,
      this.amounts.numberOf(senses.reduce((sum, { weight }) => sum + weight ** 2, 0)),
      ...facets.means.flatMap(({ concept, share }) => [
        this.#concept(concept),
        this.names.numberOf(`family:${concept.family}`),
        this.amounts.numberOf(share),
      ]),
      ...targets.flatMap(({ concept, share }) => [this.#concept(concept), this.amounts.numberOf(share)]),
      ...facets.staff.map(({ concept }) => this.#concept(concept)),
      ...facets.aim.flatMap(({ concept, share }) => [this.#concept(concept), this.amounts.numberOf(share)]),
      ...actorKeys,
      ...activities,
      ...themes,
      ...senses.map((sense) => this.#sense(sense)),
      ...letters,
    ];
  }

  /** Found out from the numbers, of which the letters are the last. */
  #noteOwnLetters(place: number): void {
    const numbers = this.numbers.pageOf(place);
    const start = this.numbers.startOf(place);
    const end = start + this.numbers.lengthOf(place);
    const text = { numbers, letters: end - (numbers[start + AT.letters] as number), end };
    this.#products.turnTo(text);
    numbers[start + AT.ownLetters] = this.amounts.numberOf(this.#products.with(text));
  }

  #concept(concept: Concept): number {
    const number = this.concepts.numberOf(nameOfConcept(concept));
    this.conceptOf[number] ??= concept;
    return number;
  }

  #sense({ id, weight }: Sense): number {
    const number = this.senses.numberOf(id);
    this.senseWorths[number] = weight ** 2;
    return number;
  }

  #chainOf({ links, facets, targets }: Reading): number {
    const means = facets.means.slice(0, 1);
    const tops = [...means, ...targets].map(({ concept }) => nameOfConcept(concept));
    const number = this.#chainNumbers.numberOf([...links.map(nameOfLink), ...tops].join(" "));
    this.chains[number] ??= walkOf({ facets, targets, links: links.map((link) => ({ ...link, evidence: [] })) });
    return number;
  }
}

/**
 * What a comparison needs of an initiative, as numbers: a few hundred bytes that lie together, so that comparing with
 * hundreds of others costs little more than fetching them.
 */
import { isPackage } from "./features.ts";
import type { Concept } from "./lexicon.ts";
import type { LinkMention, Reading } from "./reading.ts";
import { Numbered, NumberedHashes, rowsOfNumbers, rowsOfWeights } from "./rows.ts";
import type { GramVector } from "./similarity.ts";

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
} as const;
export const LISTS = 13;
/** Numbers for each entry of a list. */
export const MEANS_SIZE = 3;
export const SHARED_SIZE = 2;

/** A number that nothing stored has: what only a draft says is like nothing. */
const UNHEARD_OF = 0xffffffff;
const PHASES = { early: 1, running: 2 } as const;

/** Which weight of the text's few a 4-gram has, in the lower bits of its number. */
export const WEIGHT_BITS = 10;
const WEIGHT_LIMIT = 1 << WEIGHT_BITS;
export const WEIGHT_MASK = WEIGHT_LIMIT - 1;
const GRAM_LIMIT = 2 ** (32 - WEIGHT_BITS);

const NOTHING_SAID: Reading = {
  initiative: {
    key: "",
    municipality: "",
    title: "",
    description: "",
    professions: [],
    themes: [],
    activities: [],
    targetGroups: [],
    departments: [],
    chainLinks: [],
    status: null,
    startYear: null,
    actors: [],
  },
  facets: { means: [], target: [], aim: [], staff: [], place: [], phase: [] },
  actors: [],
  phase: null,
  links: [],
  grams: { grams: new Uint32Array(), weights: new Float32Array() },
  words: [],
  targets: [],
  hash: "",
};

const nameOfConcept = ({ facet, id }: Concept): string => `${facet}/${id}`;
const nameOfLink = ({ link, strength, certainty }: LinkMention): string => `${link}:${strength}:${certainty}`;

export class Facts {
  readonly names = new Numbered<string>();
  readonly concepts = new Numbered<string>();
  readonly amounts = new Numbered<number>();
  readonly grams = new NumberedHashes();
  /** Another one after each change. */
  version = 0;
  /** One concept for each name: what two concepts have in common is asked once. */
  readonly conceptOf: Concept[] = [];
  /** All that a chain asks of a reading, once for those of whom it is the same. */
  readonly chains: Reading[] = [];
  readonly numbers = rowsOfNumbers();
  readonly text = rowsOfNumbers();
  readonly weights = rowsOfWeights();
  readonly #chainNumbers = new Numbered<string>();

  write(place: number, reading: Reading): void {
    this.version += 1;
    this.numbers.write(
      place,
      this.#numbersOf(reading, (name) => this.names.numberOf(name)),
    );
    this.#writeText(place, reading.grams, (gram) => this.grams.numberOf(gram));
  }

  /** For a moment only: what nobody else says is not kept. */
  writeDraft(place: number, reading: Reading): void {
    this.version += 1;
    this.numbers.write(
      place,
      this.#numbersOf(reading, (name) => this.names.knownNumberOf(name) ?? UNHEARD_OF),
    );
    this.#writeText(place, reading.grams, (gram) => this.grams.knownNumberOf(gram));
  }

  clear(place: number): void {
    this.version += 1;
    this.numbers.clear(place);
    this.text.clear(place);
    this.weights.clear(place);
  }

  #numbersOf(reading: Reading, nameOf: (name: string) => number): number[] {
    const { initiative, facets, targets, actors, phase } = reading;
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
      ...[facets.means, targets, facets.staff, facets.aim, actorKeys, activities, themes].map((list) => list.length),
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
    ];
  }

  #concept(concept: Concept): number {
    const number = this.concepts.numberOf(nameOfConcept(concept));
    this.conceptOf[number] ??= concept;
    return number;
  }

  #chainOf({ links, facets, targets }: Reading): number {
    const means = facets.means.slice(0, 1);
    const tops = [...means, ...targets].map(({ concept }) => nameOfConcept(concept));
    const number = this.#chainNumbers.numberOf([...links.map(nameOfLink), ...tops].join(" "));
    this.chains[number] ??= {
      ...NOTHING_SAID,
      links: links.map((link) => ({ ...link, evidence: [] })),
      facets: { ...NOTHING_SAID.facets, means: means.map((one) => ({ ...one, evidence: [] })) },
      targets: targets.map((target) => ({ ...target, evidence: [] })),
    };
    return number;
  }

  #writeText(place: number, { grams, weights }: GramVector, numberOf: (gram: number) => number | undefined): void {
    const distinct: number[] = [];
    const text: number[] = [];
    for (let at = 0; at < grams.length; at += 1) {
      const gram = numberOf(grams[at] as number);
      const weight = weights[at] as number;
      const known = distinct.indexOf(weight);
      const which = known === -1 ? distinct.length : known;
      // More different 4-grams than there are in any language, or weights than in a book, are left out.
      if (gram === undefined || gram >= GRAM_LIMIT || which >= WEIGHT_LIMIT) continue;
      if (known === -1) distinct.push(weight);
      text.push(gram * WEIGHT_LIMIT + which);
    }
    this.text.write(place, text);
    this.weights.write(place, distinct);
  }
}

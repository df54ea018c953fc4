/**
 * What features.ts says of a pair, the quick way: one initiative is compared with many, from numbers.
 * quick-score.test.ts holds the two equal.
 */
import { neighbouringLinks } from "./chain.ts";
import { AT, type Facts, LISTS, MEANS_SIZE, SHARED_SIZE, WEIGHT_BITS, WEIGHT_MASK } from "./facts.ts";
import {
  CLEARLY_ALIKE,
  CLEARLY_SAME_PEOPLE,
  type CompareOptions,
  FEATURES,
  type Feature,
  likeStaff,
  likeTarget,
  NEAR_PEOPLE,
  RELATED_BY_STAFF,
  walkedTogether,
} from "./features.ts";
import type { Concept } from "./lexicon.ts";

/** Where a feature stands among the values. */
export const INDEX = Object.fromEntries(FEATURES.map((feature, index) => [feature, index])) as Record<Feature, number>;

const CONCEPT_LIMIT = 256;
const NOT_ASKED = -1;

/** How alike two concepts are, asked once for each two. */
class ConceptLikeness {
  readonly #facts: Facts;
  readonly #ask: (a: Concept, b: Concept) => number;
  readonly #known = new Float64Array(CONCEPT_LIMIT * CONCEPT_LIMIT).fill(NOT_ASKED);

  constructor(facts: Facts, ask: (a: Concept, b: Concept) => number) {
    this.#facts = facts;
    this.#ask = ask;
  }

  of(a: number, b: number): number {
    const known = a < CONCEPT_LIMIT && b < CONCEPT_LIMIT ? (this.#known[a * CONCEPT_LIMIT + b] as number) : NOT_ASKED;
    return known === NOT_ASKED ? this.#asked(a, b) : known;
  }

  #asked(a: number, b: number): number {
    const [left, right] = [this.#facts.conceptOf[a], this.#facts.conceptOf[b]];
    const likeness = left === undefined || right === undefined ? 0 : this.#ask(left, right);
    if (a < CONCEPT_LIMIT && b < CONCEPT_LIMIT) this.#known[a * CONCEPT_LIMIT + b] = likeness;
    return likeness;
  }
}

/** Where the lists of one initiative begin among the numbers. */
class Lists {
  row = 0;
  means = 0;
  targets = 0;
  staff = 0;
  aims = 0;
  actors = 0;
  activities = 0;
  themes = 0;
  end = 0;

  turnTo(facts: Facts, place: number): void {
    const { values } = facts.numbers;
    this.row = facts.numbers.startOf(place);
    this.means = this.row + LISTS;
    this.targets = this.means + MEANS_SIZE * (values[this.row + AT.means] as number);
    this.staff = this.targets + SHARED_SIZE * (values[this.row + AT.targets] as number);
    this.aims = this.staff + (values[this.row + AT.staff] as number);
    this.actors = this.aims + SHARED_SIZE * (values[this.row + AT.aims] as number);
    this.activities = this.actors + (values[this.row + AT.actors] as number);
    this.themes = this.activities + (values[this.row + AT.activities] as number);
    this.end = this.themes + (values[this.row + AT.themes] as number);
  }
}

export class QuickFeatures {
  /** Of the pair that was compared last, in the order of `FEATURES`. */
  readonly values = new Float64Array(FEATURES.length);
  readonly #facts: Facts;
  readonly #options: CompareOptions;
  readonly #likeTarget: ConceptLikeness;
  readonly #likeStaff: ConceptLikeness;
  readonly #x = new Lists();
  readonly #y = new Lists();
  /** Weight of each 4-gram in the text that is compared; 0 for the others. */
  #gramWeights = new Float32Array(1024);
  #grams = new Uint32Array();
  #place = -1;
  #version = -1;

  constructor(facts: Facts, options: CompareOptions) {
    this.#facts = facts;
    this.#options = options;
    this.#likeTarget = new ConceptLikeness(facts, likeTarget);
    this.#likeStaff = new ConceptLikeness(facts, likeStaff);
  }

  /** The one that others are compared with from now on. */
  turnTo(place: number): void {
    const { text, weights, grams, version } = this.#facts;
    if (this.#place === place && this.#version === version) return;
    for (const gram of this.#grams) this.#gramWeights[gram >>> WEIGHT_BITS] = 0;
    if (this.#gramWeights.length < grams.size) this.#gramWeights = new Float32Array(grams.size * 1.5);
    this.#grams = text.rowOf(place).slice();
    const table = weights.startOf(place);
    for (const gram of this.#grams) {
      this.#gramWeights[gram >>> WEIGHT_BITS] = weights.values[table + (gram & WEIGHT_MASK)] as number;
    }
    this.#place = place;
    this.#version = version;
    this.#x.turnTo(this.#facts, place);
  }

  /** Everything but the likeness of the texts, which costs more than the rest. */
  compareAllButText(place: number): void {
    this.#y.turnTo(this.#facts, place);
    const { values } = this;
    const target = this.#sameTarget();
    const staff = this.#staff();
    values[INDEX.sameTarget] = target;
    values[INDEX.differentTarget] = this.#differentTarget(target);
    values[INDEX.sameStaff] = staff;
    values[INDEX.differentStaff] = this.#isAboutOtherStaff(staff);
    values[INDEX.sameAim] = this.#sameAim();
    this.#compareMeans();
    this.#compareTags();
    this.#comparePhase();
    this.#compareActors(target, staff);
    this.#compareChain(target, staff);
  }

  /** Cosine of the two texts; writes it among the values too. */
  compareText(place: number): number {
    const { text, weights } = this.#facts;
    const { values: grams } = text;
    const { values: table } = weights;
    const own = this.#gramWeights;
    const first = weights.startOf(place);
    const from = text.startOf(place);
    const to = from + text.lengthOf(place);
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const gram = grams[at] as number;
      const weight = own[gram >>> WEIGHT_BITS] as number;
      if (weight !== 0) sum += weight * (table[first + (gram & WEIGHT_MASK)] as number);
    }
    this.values[INDEX.similarText] = sum;
    return sum;
  }

  #number(at: number): number {
    return this.#facts.numbers.values[at] as number;
  }

  #amount(at: number): number {
    return this.#facts.amounts.thing(this.#number(at));
  }

  #compareMeans(): void {
    let same = 0;
    let family = 0;
    const { values: numbers } = this.#facts.numbers;
    const { means: from, targets: to } = this.#y;
    for (let left = this.#x.means; left < this.#x.targets; left += MEANS_SIZE) {
      for (let right = from; right < to; right += MEANS_SIZE) {
        if (numbers[left + 1] !== numbers[right + 1]) continue;
        const value = this.#amount(left + 2) * this.#amount(right + 2);
        if (numbers[left] === numbers[right]) same = Math.max(same, value);
        else family = Math.max(family, value);
      }
    }
    const sure = this.#amount(this.#x.row + AT.topMeans) * this.#amount(this.#y.row + AT.topMeans);
    this.values[INDEX.sameMeans] = same;
    this.values[INDEX.relatedMeans] = Math.max(0, family - same);
    this.values[INDEX.differentMeans] = sure * Math.max(0, 1 - Math.max(same, family) / CLEARLY_ALIKE);
    const isOnePackage = this.#number(this.#x.row + AT.isPackage) !== this.#number(this.#y.row + AT.isPackage);
    this.values[INDEX.packageAgainstMeasure] = isOnePackage ? 1 : 0;
  }

  #sameTarget(): number {
    let best = 0;
    for (let left = this.#x.targets; left < this.#x.staff; left += SHARED_SIZE) {
      for (let right = this.#y.targets; right < this.#y.staff; right += SHARED_SIZE) {
        const like = this.#likeTarget.of(this.#number(left), this.#number(right));
        if (like > 0) best = Math.max(best, like * (this.#amount(left + 1) * this.#amount(right + 1)));
      }
    }
    return best;
  }

  #differentTarget(same: number): number {
    if (same >= NEAR_PEOPLE) return 0;
    const both = this.#amount(this.#x.row + AT.topTarget) * this.#amount(this.#y.row + AT.topTarget);
    return both * (1 - same / NEAR_PEOPLE);
  }

  #staff(): number {
    let best = 0;
    for (let left = this.#x.staff; left < this.#x.aims; left += 1) {
      for (let right = this.#y.staff; right < this.#y.aims; right += 1) {
        best = Math.max(best, this.#likeStaff.of(this.#number(left), this.#number(right)));
      }
    }
    return best;
  }

  #isAboutOtherStaff(same: number): number {
    return same === 0 && this.#x.aims > this.#x.staff && this.#y.aims > this.#y.staff ? 1 : 0;
  }

  #sameAim(): number {
    let best = 0;
    for (let left = this.#x.aims; left < this.#x.actors; left += SHARED_SIZE) {
      for (let right = this.#y.aims; right < this.#y.actors; right += SHARED_SIZE) {
        if (this.#number(left) !== this.#number(right)) continue;
        best = Math.max(best, this.#amount(left + 1) * this.#amount(right + 1));
      }
    }
    return best;
  }

  #compareTags(): void {
    const { row: x } = this.#x;
    const { row: y } = this.#y;
    this.values[INDEX.sameActivity] = this.#meet("activities", "themes");
    this.values[INDEX.sameTheme] = this.#meet("themes", "end");
    this.values[INDEX.sameMunicipality] =
      this.#number(x + AT.municipality) === this.#number(y + AT.municipality) ? 1 : 0;
  }

  /** 1 when the two have an entry of a list in common. */
  #meet(list: "actors" | "activities" | "themes", next: "activities" | "themes" | "end"): number {
    const { values: numbers } = this.#facts.numbers;
    const to = this.#x[next];
    const otherFrom = this.#y[list];
    const otherTo = this.#y[next];
    for (let left = this.#x[list]; left < to; left += 1) {
      for (let right = otherFrom; right < otherTo; right += 1) if (numbers[left] === numbers[right]) return 1;
    }
    return 0;
  }

  #comparePhase(): void {
    const x = this.#number(this.#x.row + AT.phase);
    const y = this.#number(this.#y.row + AT.phase);
    const isSaid = x > 0 && y > 0;
    this.values[INDEX.samePhase] = isSaid && x === y ? 1 : 0;
    this.values[INDEX.differentPhase] = isSaid && x !== y ? 1 : 0;
  }

  #compareActors(target: number, staff: number): void {
    const actor = this.#meet("actors", "activities");
    const related = Math.max(target, this.values[INDEX.sameMeans] as number, staff * RELATED_BY_STAFF);
    this.values[INDEX.sharedActor] = actor;
    this.values[INDEX.sharedActorRelated] = actor * related;
  }

  #compareChain(target: number, staff: number): void {
    const { values } = this;
    const crosses =
      this.#options.chainAcrossMunicipalities && values[INDEX.sharedActor] === 1 && target > CLEARLY_SAME_PEOPLE;
    const mayBeChain = values[INDEX.sameMunicipality] === 1 || crosses;
    const different = values[INDEX.differentStaff] as number;
    values[INDEX.chainTogether] = mayBeChain ? this.#chain() * walkedTogether({ same: staff, different }, target) : 0;
  }

  #chain(): number {
    const { chains } = this.#facts;
    const x = chains[this.#number(this.#x.row + AT.chain)];
    const y = chains[this.#number(this.#y.row + AT.chain)];
    return x === undefined || y === undefined ? 0 : (neighbouringLinks(x, y)?.value ?? 0);
  }
}

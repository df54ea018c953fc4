/**
 * What features.ts says of a pair, the quick way: one initiative is compared with many, from numbers.
 * quick-score.test.ts holds the two equal.
 */
import { neighbouringLinks } from "./chain.ts";
import { AT, type Facts, LISTS, MEANS_SIZE, SHARED_SIZE } from "./facts.ts";
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
import { type LetterList, LetterProducts } from "./letter-table.ts";
import type { Concept } from "./lexicon.ts";
import { grown } from "./rows.ts";
import { blended, cosine } from "./similarity.ts";

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

/** The numbers of one initiative, and where its lists begin among them. */
class Lists implements LetterList {
  readonly #facts: Facts;
  numbers = new Uint32Array();
  row = 0;
  means = 0;
  targets = 0;
  staff = 0;
  aims = 0;
  actors = 0;
  activities = 0;
  themes = 0;
  senses = 0;
  letters = 0;
  end = 0;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  turnTo(place: number): void {
    const values = this.#facts.numbers.pageOf(place);
    this.numbers = values;
    this.row = this.#facts.numbers.startOf(place);
    this.means = this.row + LISTS;
    this.targets = this.means + MEANS_SIZE * (values[this.row + AT.means] as number);
    this.staff = this.targets + SHARED_SIZE * (values[this.row + AT.targets] as number);
    this.aims = this.staff + (values[this.row + AT.staff] as number);
    this.actors = this.aims + SHARED_SIZE * (values[this.row + AT.aims] as number);
    this.activities = this.actors + (values[this.row + AT.actors] as number);
    this.themes = this.activities + (values[this.row + AT.activities] as number);
    this.senses = this.themes + (values[this.row + AT.themes] as number);
    this.letters = this.senses + (values[this.row + AT.senses] as number);
    this.end = this.letters + (values[this.row + AT.letters] as number);
  }

  number(at: number): number {
    return this.numbers[at] as number;
  }

  amount(at: number): number {
    return this.#facts.amounts.thing(this.number(at));
  }

  /** What stands before the lists. */
  told(at: number): number {
    return this.number(this.row + at);
  }

  toldAmount(at: number): number {
    return this.amount(this.row + at);
  }
}

export class QuickFeatures {
  /** Of the pair that was compared last, in the order of `FEATURES`. */
  readonly values = new Float64Array(FEATURES.length);
  readonly #facts: Facts;
  readonly #options: CompareOptions;
  readonly #likeTarget: ConceptLikeness;
  readonly #likeStaff: ConceptLikeness;
  readonly #x: Lists;
  readonly #y: Lists;
  readonly #letters: LetterProducts;
  /** What each sense of the text that is compared says, squared; 0 for the others. */
  #senses = new Float64Array(256);
  #place = -1;
  #version = -1;

  constructor(facts: Facts, options: CompareOptions) {
    this.#facts = facts;
    this.#options = options;
    this.#x = new Lists(facts);
    this.#y = new Lists(facts);
    this.#letters = new LetterProducts(facts.letters);
    this.#likeTarget = new ConceptLikeness(facts, likeTarget);
    this.#likeStaff = new ConceptLikeness(facts, likeStaff);
  }

  /** The one that others are compared with from now on. */
  turnTo(place: number): void {
    const { version } = this.#facts;
    if (this.#place === place && this.#version === version) return;
    this.#x.turnTo(place);
    this.#letters.turnTo(this.#x);
    this.#noteSenses();
    this.#place = place;
    this.#version = version;
  }

  /** Everything but the likeness of the texts, which costs more than the rest. */
  compareAllButText(place: number): void {
    this.#y.turnTo(place);
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

  /** Likeness of the two texts, of which everything else was compared; writes it among the values too. */
  compareText(): number {
    const x = this.#x;
    const y = this.#y;
    const letters = cosine(this.#letters.with(y), x.toldAmount(AT.ownLetters), y.toldAmount(AT.ownLetters));
    const senses = cosine(this.#sensesInCommon(), x.toldAmount(AT.ownSenses), y.toldAmount(AT.ownSenses));
    const similarText = blended(letters, senses);
    this.values[INDEX.similarText] = similarText;
    return similarText;
  }

  #noteSenses(): void {
    const { senseWorths } = this.#facts;
    this.#senses = grown(this.#senses, senseWorths.length).fill(0);
    for (let at = this.#x.senses; at < this.#x.letters; at += 1) {
      const sense = this.#x.number(at);
      this.#senses[sense] = senseWorths[sense] as number;
    }
  }

  #sensesInCommon(): number {
    let sum = 0;
    for (let at = this.#y.senses; at < this.#y.letters; at += 1) sum += this.#senses[this.#y.number(at)] as number;
    return sum;
  }

  #compareMeans(): void {
    let same = 0;
    let family = 0;
    const x = this.#x;
    const y = this.#y;
    for (let left = x.means; left < x.targets; left += MEANS_SIZE) {
      for (let right = y.means; right < y.targets; right += MEANS_SIZE) {
        if (x.number(left + 1) !== y.number(right + 1)) continue;
        const value = x.amount(left + 2) * y.amount(right + 2);
        if (x.number(left) === y.number(right)) same = Math.max(same, value);
        else family = Math.max(family, value);
      }
    }
    const sure = x.toldAmount(AT.topMeans) * y.toldAmount(AT.topMeans);
    this.values[INDEX.sameMeans] = same;
    this.values[INDEX.relatedMeans] = Math.max(0, family - same);
    this.values[INDEX.differentMeans] = sure * Math.max(0, 1 - Math.max(same, family) / CLEARLY_ALIKE);
    this.values[INDEX.packageAgainstMeasure] = x.told(AT.isPackage) === y.told(AT.isPackage) ? 0 : 1;
  }

  #sameTarget(): number {
    let best = 0;
    for (let left = this.#x.targets; left < this.#x.staff; left += SHARED_SIZE) {
      for (let right = this.#y.targets; right < this.#y.staff; right += SHARED_SIZE) {
        const like = this.#likeTarget.of(this.#x.number(left), this.#y.number(right));
        if (like > 0) best = Math.max(best, like * (this.#x.amount(left + 1) * this.#y.amount(right + 1)));
      }
    }
    return best;
  }

  #differentTarget(same: number): number {
    if (same >= NEAR_PEOPLE) return 0;
    const both = this.#x.toldAmount(AT.topTarget) * this.#y.toldAmount(AT.topTarget);
    return both * (1 - same / NEAR_PEOPLE);
  }

  #staff(): number {
    let best = 0;
    for (let left = this.#x.staff; left < this.#x.aims; left += 1) {
      for (let right = this.#y.staff; right < this.#y.aims; right += 1) {
        best = Math.max(best, this.#likeStaff.of(this.#x.number(left), this.#y.number(right)));
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
        if (this.#x.number(left) !== this.#y.number(right)) continue;
        best = Math.max(best, this.#x.amount(left + 1) * this.#y.amount(right + 1));
      }
    }
    return best;
  }

  #compareTags(): void {
    const isSame = this.#x.told(AT.municipality) === this.#y.told(AT.municipality);
    this.values[INDEX.sameActivity] = this.#meet("activities", "themes");
    this.values[INDEX.sameTheme] = this.#meet("themes", "senses");
    this.values[INDEX.sameMunicipality] = isSame ? 1 : 0;
  }

  /** 1 when the two have an entry of a list in common. */
  #meet(list: "actors" | "activities" | "themes", next: "activities" | "themes" | "senses"): number {
    const x = this.#x;
    const y = this.#y;
    const to = x[next];
    const otherFrom = y[list];
    const otherTo = y[next];
    for (let left = x[list]; left < to; left += 1) {
      for (let right = otherFrom; right < otherTo; right += 1) if (x.number(left) === y.number(right)) return 1;
    }
    return 0;
  }

  #comparePhase(): void {
    const x = this.#x.told(AT.phase);
    const y = this.#y.told(AT.phase);
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
    const x = chains[this.#x.told(AT.chain)];
    const y = chains[this.#y.told(AT.chain)];
    return x === undefined || y === undefined ? 0 : (neighbouringLinks(x, y)?.value ?? 0);
  }
}

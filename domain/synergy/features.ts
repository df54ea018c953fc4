/**
 * What two initiatives have in common and what sets them apart, as numbers 0–1. Symmetric: every rule asks both sides
 * alike. The evidence behind a number is looked up only when a pair is explained (explain.ts).
 */
import { neighbouringLinks, walkOf } from "./chain.ts";
import type { Mention } from "./facets.ts";
import type { Concept } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { likeness } from "./similarity.ts";

export const FEATURES = [
  "sameMeans",
  "relatedMeans",
  "differentMeans",
  "sameTarget",
  "differentTarget",
  "sameStaff",
  "differentStaff",
  "sameAim",
  "similarText",
  "sameActivity",
  "sameTheme",
  "samePhase",
  "differentPhase",
  "sharedActor",
  "sharedActorRelated",
  "sameMunicipality",
  "chainTogether",
  "packageAgainstMeasure",
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** A pair of mentions that a feature rests on. */
export interface MentionPair {
  readonly value: number;
  readonly a: Mention;
  readonly b: Mention;
}

/** The pair of mentions with the highest likeness; the first in order wins a tie, so the order of a and b does not matter. */
export function bestPair(
  a: readonly Mention[],
  b: readonly Mention[],
  likenessOf: (a: Concept, b: Concept) => number,
): MentionPair | null {
  let best: MentionPair | null = null;
  for (const left of a) {
    for (const right of b) {
      const like = likenessOf(left.concept, right.concept);
      if (like === 0) continue;
      const value = like * (left.share * right.share);
      if (best === null || value > best.value) best = { value, a: left, b: right };
    }
  }
  return best;
}

export const sameConcept = (a: Concept, b: Concept): number => (a === b ? 1 : 0);
export const sameFamily = (a: Concept, b: Concept): number => (a !== b && a.family === b.family ? 1 : 0);

/** Not the same, but perhaps the same people: tosprogede and ledige, pædagoger and socialpædagoger. */
const areNear = (a: Concept, b: Concept): boolean => a.near.has(b.id) || b.near.has(a.id);

export const NEAR_PEOPLE = 0.4;

/** People: the same group 1, a life stage of the same family .7, groups that overlap .4. */
export function likeTarget(a: Concept, b: Concept): number {
  if (a === b) return 1;
  if (a.family === b.family) return 0.7;
  return areNear(a, b) ? NEAR_PEOPLE : 0;
}

/** 1 when both are clearly for somebody and nobody is meant by both. */
function differentTarget(a: Reading, b: Reading): number {
  const [topLeft] = a.targets;
  const [topRight] = b.targets;
  if (topLeft === undefined || topRight === undefined) return 0;
  const best = bestPair(a.targets, b.targets, likeTarget)?.value ?? 0;
  return best >= NEAR_PEOPLE ? 0 : topLeft.strength * topRight.strength * (1 - best / NEAR_PEOPLE);
}

/** Trades: the same 1, those that may be the same people .5. */
export const likeStaff = (a: Concept, b: Concept): number => (a === b ? 1 : areNear(a, b) ? 0.5 : 0);

function staffFeatures(a: Reading, b: Reading): { same: number; different: number } {
  if (a.facets.staff.length === 0 || b.facets.staff.length === 0) return { same: 0, different: 0 };
  let best = 0;
  for (const left of a.facets.staff) {
    for (const right of b.facets.staff) best = Math.max(best, likeStaff(left.concept, right.concept));
  }
  return { same: best, different: best > 0 ? 0 : 1 };
}

const PACKAGES: ReadonlySet<string> = new Set(["strategy", "partnership", "workshop", "analysis"]);
export const isPackage = ({ facets }: Reading): boolean => PACKAGES.has(facets.means[0]?.concept.id ?? "");

const intersects = (a: readonly string[], b: readonly string[]): number => (a.some((id) => b.includes(id)) ? 1 : 0);

export const sharedActorKeys = (a: Reading, b: Reading): readonly string[] =>
  a.actors.filter((actor) => b.actors.some((other) => other.key === actor.key)).map((actor) => actor.key);

export interface CompareOptions {
  /** True in the product: links of a chain also count between kommuner that share a local actor and mean the same people. */
  readonly chainAcrossMunicipalities: boolean;
}

const howMuch = (pair: { readonly value: number } | null): number => pair?.value ?? 0;

/** How surely both are about something, each about another thing; a means that is told in passing makes no claim. */
function differentMeans([left]: readonly Mention[], [right]: readonly Mention[], alike: number): number {
  if (left === undefined || right === undefined) return 0;
  const sure = left.strength * left.concept.weight * (right.strength * right.concept.weight);
  return sure * Math.max(0, 1 - alike / CLEARLY_ALIKE);
}

/** As `bestPair` says of the same means and of means of one family, in one walk: nothing is asked more often. */
function meansFeatures({ facets: { means: a } }: Reading, { facets: { means: b } }: Reading) {
  let same = 0;
  let family = 0;
  for (const left of a) {
    for (const right of b) {
      if (left.concept.family !== right.concept.family) continue;
      const value = left.share * right.share;
      if (left.concept === right.concept) same = Math.max(same, value);
      else family = Math.max(family, value);
    }
  }
  return { same, related: Math.max(0, family - same), different: differentMeans(a, b, Math.max(same, family)) };
}

function phaseFeatures({ phase: a }: Reading, { phase: b }: Reading): { same: number; different: number } {
  if (a === null || b === null) return { same: 0, different: 0 };
  return a.band === b.band ? { same: 1, different: 0 } : { same: 0, different: 1 };
}

export const CLEARLY_SAME_PEOPLE = 0.3;
const UNSAID_PEOPLE = 0.6;
/** An actor in common says so much about a trade in common. */
export const RELATED_BY_STAFF = 0.7;
/** Means that are alike to this degree are not different, though others may be the main ones. */
export const CLEARLY_ALIKE = 0.5;

/** A chain is walked by the same people: of one trade, or of one group. What neither text says is not taken for granted. */
export function walkedTogether(staff: { same: number; different: number }, target: number): number {
  if (staff.different === 1) return 0;
  return Math.max(staff.same, target, UNSAID_PEOPLE);
}

export function compare(a: Reading, b: Reading, options: CompareOptions): Features {
  const means = meansFeatures(a, b);
  const staff = staffFeatures(a, b);
  const phase = phaseFeatures(a, b);
  const target = howMuch(bestPair(a.targets, b.targets, likeTarget));
  const actor = sharedActorKeys(a, b).length > 0 ? 1 : 0;
  const municipality = a.initiative.municipality === b.initiative.municipality ? 1 : 0;
  const crosses = options.chainAcrossMunicipalities && actor === 1 && target > CLEARLY_SAME_PEOPLE;
  return {
    sameMeans: means.same,
    relatedMeans: means.related,
    differentMeans: means.different,
    sameTarget: target,
    differentTarget: differentTarget(a, b),
    sameStaff: staff.same,
    differentStaff: staff.different,
    sameAim: howMuch(bestPair(a.facets.aim, b.facets.aim, sameConcept)),
    similarText: likeness(a.wording, b.wording),
    sameActivity: intersects(a.initiative.activities, b.initiative.activities),
    sameTheme: intersects(a.initiative.themes, b.initiative.themes),
    samePhase: phase.same,
    differentPhase: phase.different,
    sharedActor: actor,
    sharedActorRelated: actor * Math.max(target, means.same, staff.same * RELATED_BY_STAFF),
    sameMunicipality: municipality,
    chainTogether:
      municipality === 1 || crosses
        ? howMuch(neighbouringLinks(walkOf(a), walkOf(b))) * walkedTogether(staff, target)
        : 0,
    packageAgainstMeasure: isPackage(a) === isPackage(b) ? 0 : 1,
  };
}

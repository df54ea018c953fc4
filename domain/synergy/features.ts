/**
 * What two initiatives have in common and what sets them apart, as numbers 0–1. Symmetric: every rule asks both sides
 * alike. The evidence behind a number is looked up only when a pair is explained (explain.ts).
 */
import type { ChainLink } from "#domain/initiative.ts";
import type { Mention } from "./facets.ts";
import type { Concept } from "./lexicon.ts";
import type { LinkMention, Reading } from "./reading.ts";
import { likeness } from "./similarity.ts";

export const FEATURES = [
  "sameMeans",
  "relatedMeans",
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

const weighted = (mention: Mention): number => mention.strength * mention.concept.weight;

/** How surely a mention is what its initiative is about: compared with the strongest of the facet. */
function prominence(mention: Mention, all: readonly Mention[]): number {
  const top = all[0];
  return top === undefined ? 0 : weighted(mention) / Math.max(weighted(top), 0.5);
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
      const value =
        like * prominence(left, a) * prominence(right, b) * Math.sqrt(left.concept.weight * right.concept.weight);
      if (best === null || value > best.value) best = { value, a: left, b: right };
    }
  }
  return best;
}

export const sameConcept = (a: Concept, b: Concept): number => (a === b ? 1 : 0);
export const sameFamily = (a: Concept, b: Concept): number => (a !== b && a.family === b.family ? 1 : 0);

/** Not the same, but perhaps the same people: tosprogede and ledige, pædagoger and socialpædagoger. */
const areNear = (a: Concept, b: Concept): boolean => a.near.has(b.id) || b.near.has(a.id);

/** People: the same group 1, a life stage of the same family .7, groups that overlap .4. */
export function likeTarget(a: Concept, b: Concept): number {
  if (a === b) return 1;
  if (a.family === b.family) return 0.7;
  return areNear(a, b) ? 0.4 : 0;
}

/** 1 when both are clearly for somebody and nobody is meant by both. */
function differentTarget(a: Reading, b: Reading): number {
  const [topLeft] = a.targets;
  const [topRight] = b.targets;
  if (topLeft === undefined || topRight === undefined) return 0;
  const best = bestPair(a.targets, b.targets, likeTarget)?.value ?? 0;
  return best >= 0.4 ? 0 : topLeft.strength * topRight.strength * (1 - best / 0.4);
}

/** Trades: the same 1, those that may be the same people .5. */
export const likeStaff = (a: Concept, b: Concept): number => (a === b ? 1 : areNear(a, b) ? 0.5 : 0);

function staffFeatures(a: Reading, b: Reading): { same: number; different: number } {
  if (a.facets.staff.length === 0 || b.facets.staff.length === 0) return { same: 0, different: 0 };
  let best = 0;
  for (const left of a.facets.staff) {
    for (const right of b.facets.staff) best = Math.max(best, likeStaff(left.concept, right.concept));
  }
  return { same: best, different: 1 - best };
}

/** From one link to the next that the same people reach; what is not here is no chain (SPEC.md C2). */
const STEPS: Readonly<Partial<Record<ChainLink, Readonly<Partial<Record<ChainLink, number>>>>>> = {
  awareness: { education: 0.9, "pre-course": 0.4, placement: 0.3 },
  "pre-course": { education: 1, placement: 0.4 },
  education: { placement: 1 },
  placement: { onboarding: 1 },
  onboarding: { retention: 0.5, "working-time": 0.3 },
};

/** Those who are already employed and learn more walk no chain of newcomers; parallel routes into a link are none either. */
const OUTSIDE_THE_CHAIN: ReadonlySet<string> = new Set(["upskilling", "supervisor-training"]);
const CHILDREN: ReadonlySet<string> = new Set(["pupils", "pupils-upper", "young"]);

export interface LinkPair {
  readonly value: number;
  readonly a: LinkMention;
  readonly b: LinkMention;
}

function stepBetween(a: ChainLink, b: ChainLink): number {
  return STEPS[a]?.[b] ?? STEPS[b]?.[a] ?? 0;
}

/** Only the main link of each counts: a mentor mentioned in passing makes no chain. */
const MAIN_LINK = 0.85;
const mainLinks = ({ links }: Reading): readonly LinkMention[] =>
  links.filter((mention) => mention.strength >= MAIN_LINK * (links[0]?.strength ?? 0));

const isOutsideTheChain = ({ facets }: Reading): boolean =>
  OUTSIDE_THE_CHAIN.has(facets.means[0]?.concept.family ?? "");

/** School children do not go to a course for jobseekers. */
const isForChildren = (reading: Reading): boolean => CHILDREN.has(reading.targets[0]?.concept.id ?? "");

function stepFor(a: ChainLink, b: ChainLink, forChildren: boolean): number {
  return forChildren && (a === "pre-course" || b === "pre-course") ? 0 : stepBetween(a, b);
}

export function neighbouringLinks(a: Reading, b: Reading): LinkPair | null {
  if (isOutsideTheChain(a) || isOutsideTheChain(b)) return null;
  const forChildren = isForChildren(a) || isForChildren(b);
  let best: LinkPair | null = null;
  for (const left of mainLinks(a)) {
    for (const right of mainLinks(b)) {
      const value = stepFor(left.link, right.link, forChildren);
      if (value > 0 && (best === null || value > best.value)) best = { value, a: left, b: right };
    }
  }
  return best;
}

const PACKAGES: ReadonlySet<string> = new Set(["strategy", "partnership", "workshop", "analysis"]);
const isPackage = ({ facets }: Reading): boolean => PACKAGES.has(facets.means[0]?.concept.id ?? "");

const oneIf = (holds: boolean): number => (holds ? 1 : 0);
const intersects = (a: readonly string[], b: readonly string[]): number => oneIf(a.some((id) => b.includes(id)));

export const sharedActorKeys = (a: Reading, b: Reading): readonly string[] =>
  a.actors.filter((actor) => b.actors.some((other) => other.key === actor.key)).map((actor) => actor.key);

export interface CompareOptions {
  /** True in the product: links of a chain also count between kommuner that share a local actor and mean the same people. */
  readonly chainAcrossMunicipalities: boolean;
}

export function compare(a: Reading, b: Reading, options: CompareOptions): Features {
  const means = bestPair(a.facets.means, b.facets.means, sameConcept)?.value ?? 0;
  const family = bestPair(a.facets.means, b.facets.means, sameFamily)?.value ?? 0;
  const target = bestPair(a.targets, b.targets, likeTarget)?.value ?? 0;
  const staff = staffFeatures(a, b);
  const different = differentTarget(a, b);
  const actor = oneIf(sharedActorKeys(a, b).length > 0);
  const municipality = oneIf(a.initiative.municipality === b.initiative.municipality);
  const phase = a.phase === null || b.phase === null ? null : a.phase.band === b.phase.band;
  const flows = municipality === 1 || (options.chainAcrossMunicipalities && actor === 1 && target > 0.3);
  return {
    sameMeans: means,
    relatedMeans: Math.max(0, family - means),
    sameTarget: target,
    differentTarget: different,
    sameStaff: staff.same,
    differentStaff: staff.different,
    sameAim: bestPair(a.facets.aim, b.facets.aim, sameConcept)?.value ?? 0,
    similarText: likeness(a.grams, b.grams),
    sameActivity: intersects(a.initiative.activities, b.initiative.activities),
    sameTheme: intersects(a.initiative.themes, b.initiative.themes),
    samePhase: oneIf(phase === true),
    differentPhase: oneIf(phase === false),
    sharedActor: actor,
    sharedActorRelated: actor * Math.max(target, means, staff.same * 0.7),
    sameMunicipality: municipality,
    chainTogether: flows ? (neighbouringLinks(a, b)?.value ?? 0) * (1 - staff.different) : 0,
    packageAgainstMeasure: oneIf(isPackage(a) !== isPackage(b)),
  };
}

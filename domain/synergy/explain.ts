/**
 * The words behind a score, as codes: one reason per feature that adds or takes points, with the places in both
 * initiatives that it rests on. The weights of the reasons add up to the score (SPEC.md R1).
 */
import type { Evidence, FindingKind, Reason } from "#domain/finding.ts";
import { neighbouringLinks, walkOf } from "./chain.ts";
import type { Mention } from "./facets.ts";
import {
  bestPair,
  type Feature,
  type Features,
  likeStaff,
  likeTarget,
  type MentionPair,
  sameConcept,
  sameFamily,
  sharedActorKeys,
} from "./features.ts";
import type { Reading } from "./reading.ts";
import { contributionsOf, type Weights } from "./score.ts";
import { wordsInCommon } from "./words.ts";

/** What a reason rests on, before it has a weight. */
type Ground = Pick<Reason, "params" | "a" | "b">;

const NOTHING: Ground = { params: {}, a: [], b: [] };

const ofPair = (pair: MentionPair | null, name: string): Ground =>
  pair === null
    ? NOTHING
    : {
        params:
          pair.a.concept === pair.b.concept
            ? { [name]: pair.a.concept.id }
            : { [`${name}A`]: pair.a.concept.id, [`${name}B`]: pair.b.concept.id },
        a: pair.a.evidence,
        b: pair.b.evidence,
      };

/** The strongest mention of each side, for reasons that tell them apart. */
function ofTops(a: Mention | undefined, b: Mention | undefined, name: string): Ground {
  if (a === undefined || b === undefined) return NOTHING;
  return { params: { [`${name}A`]: a.concept.id, [`${name}B`]: b.concept.id }, a: a.evidence, b: b.evidence };
}

/** Where two lists of tags hold the same id; `field` names the list. */
function ofTags(a: readonly string[], b: readonly string[], field: string): Ground {
  const id = a.find((one) => b.includes(one));
  if (id === undefined) return NOTHING;
  return {
    params: { id },
    a: [[`${field}.${a.indexOf(id)}`, 0, id.length]],
    b: [[`${field}.${b.indexOf(id)}`, 0, id.length]],
  };
}

const ofPhases = (a: Reading, b: Reading): Ground =>
  a.phase === null || b.phase === null
    ? NOTHING
    : {
        params: { phaseA: a.initiative.status ?? a.phase.band, phaseB: b.initiative.status ?? b.phase.band },
        a: a.phase.evidence,
        b: b.phase.evidence,
      };

function ofActors(a: Reading, b: Reading): Ground {
  const [key] = sharedActorKeys(a, b);
  const left = a.actors.find((actor) => actor.key === key);
  const right = b.actors.find((actor) => actor.key === key);
  if (left === undefined || right === undefined) return NOTHING;
  return { params: { actorA: left.name, actorB: right.name }, a: left.evidence, b: right.evidence };
}

function ofMunicipality(a: Reading, b: Reading): Ground {
  const name = a.initiative.municipality;
  const evidence: readonly Evidence[] = [["municipality", 0, name.length]];
  return { params: { municipality: name }, a: evidence, b: b.initiative.municipality === name ? evidence : [] };
}

function ofLinks(a: Reading, b: Reading): Ground {
  const pair = neighbouringLinks(walkOf(a), walkOf(b));
  if (pair === null) return NOTHING;
  return { params: { linkA: pair.a.link, linkB: pair.b.link }, a: pair.a.evidence, b: pair.b.evidence };
}

const WORDS_SHOWN = 3;

/** The words that make two texts alike. */
function ofWords(a: Reading, b: Reading): Ground {
  const common = wordsInCommon(a.words, b.words, WORDS_SHOWN);
  return { params: {}, a: common.map((pair) => pair.a.evidence), b: common.map((pair) => pair.b.evidence) };
}

const GROUNDS: Readonly<Record<Feature, (a: Reading, b: Reading) => Ground>> = {
  sameMeans: (a, b) => ofPair(bestPair(a.facets.means, b.facets.means, sameConcept), "means"),
  relatedMeans: (a, b) => ofPair(bestPair(a.facets.means, b.facets.means, sameFamily), "means"),
  differentMeans: (a, b) => ofTops(a.facets.means[0], b.facets.means[0], "means"),
  sameTarget: (a, b) => ofPair(bestPair(a.targets, b.targets, likeTarget), "target"),
  differentTarget: (a, b) => ofTops(a.targets[0], b.targets[0], "target"),
  sameStaff: (a, b) => ofPair(bestPair(a.facets.staff, b.facets.staff, likeStaff), "staff"),
  differentStaff: (a, b) => ofTops(a.facets.staff[0], b.facets.staff[0], "staff"),
  sameAim: (a, b) => ofPair(bestPair(a.facets.aim, b.facets.aim, sameConcept), "aim"),
  similarText: ofWords,
  sameActivity: (a, b) => ofTags(a.initiative.activities, b.initiative.activities, "activities"),
  sameTheme: (a, b) => ofTags(a.initiative.themes, b.initiative.themes, "themes"),
  samePhase: ofPhases,
  differentPhase: ofPhases,
  sharedActor: ofActors,
  sharedActorRelated: ofActors,
  sameMunicipality: ofMunicipality,
  chainTogether: ofLinks,
  packageAgainstMeasure: (a, b) => ofTops(a.facets.means[0], b.facets.means[0], "means"),
};

/** Reasons of one class, what says most first. `a` and `b` of a reason belong to the readings in that order. */
export function explain(
  a: Reading,
  b: Reading,
  because: { features: Features; kind: FindingKind; weights: Weights },
): readonly Reason[] {
  const contributions = contributionsOf(because.features, because.weights.classes[because.kind]);
  const reasons: Reason[] = [];
  for (const code in contributions) {
    const { params, a: inA, b: inB } = GROUNDS[code as Feature](a, b);
    reasons.push({ code, weight: contributions[code as Feature] as number, params, a: inA, b: inB });
  }
  return reasons.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.code < y.code ? -1 : 1));
}

/** A finding needs two reasons for it that can be pointed at in both initiatives. */
export const ENOUGH_REASONS = 2;
export const isWellFounded = (reasons: readonly Reason[]): boolean =>
  reasons.filter(({ weight, a, b }) => weight > 0 && a.length > 0 && b.length > 0).length >= ENOUGH_REASONS;

/** The same reasons seen from the other side. */
export const turned = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.map((reason) => ({ ...reason, params: turnedParams(reason.params), a: reason.b, b: reason.a }));

const TURNED: Readonly<Record<string, string>> = { A: "B", B: "A" };

function turnedParams(params: Reason["params"]): Reason["params"] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name.replace(/[AB]$/u, (side) => TURNED[side] ?? side), value]),
  );
}

/**
 * Evaluation on labelled pairs. "Strict leave-kommune-out" predicts best what new kommuner will see: for each kommune the
 * weights are refitted without its pairs, and every surface form that only its texts match is dropped.
 */
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { type ActorIndex, createActorIndex } from "../actors.ts";
import { compare, type Features } from "../features.ts";
import { CONCEPTS, compileLexicon, standardLexicon } from "../lexicon.ts";
import { type Reading, readInitiative } from "../reading.ts";
import { bestKind, SHOWN_FROM, scoresOf, type Weights } from "../score.ts";
import type { SynergyInitiative } from "../types.ts";
import { type Example, type FitOptions, fitClass } from "./fit.ts";
import type { JudgedPair, LabelledPair, Ranked } from "./metrics.ts";
import { PRIOR } from "./prior.ts";

export interface LabelledSet {
  readonly initiatives: readonly SynergyInitiative[];
  readonly pairs: readonly LabelledPair[];
}

const FIT: FitOptions = { pull: 2, steps: 1500 };
const COMPARE = { chainAcrossMunicipalities: false } as const;

interface ComparedPair {
  readonly pair: LabelledPair;
  readonly features: Features;
}

const isPositive = (pair: LabelledPair, kind: FindingKind): boolean => pair.cls === kind;
const counts = (pair: LabelledPair, kind: FindingKind): boolean =>
  pair.disputed === undefined && (pair.cls === kind || pair.alt !== kind);

/** Fits every class on the pairs that count for it. */
export function fitWeights(compared: readonly ComparedPair[], version: string): Weights {
  const classes = {} as Record<FindingKind, Weights["classes"][FindingKind]>;
  for (const kind of FINDING_KINDS) {
    const examples: Example[] = compared
      .filter(({ pair }) => counts(pair, kind))
      .map(({ pair, features }) => ({ features, positive: isPositive(pair, kind) }));
    classes[kind] = fitClass(examples, PRIOR[kind], FIT);
  }
  return { version, classes };
}

export function judge({ pair, features }: ComparedPair, weights: Weights): JudgedPair {
  const scores = scoresOf(features, weights);
  const best = bestKind(scores);
  return { pair, scores, kind: scores[best] >= SHOWN_FROM ? best : null };
}

interface ReadSet {
  readonly readings: ReadonlyMap<string, Reading>;
  /** For each form the kommuner whose texts match it. */
  readonly kommunerByForm: ReadonlyMap<string, ReadonlySet<string>>;
  readonly actors: ActorIndex;
}

export function readSet({ initiatives }: LabelledSet): ReadSet {
  const actors = createActorIndex(referenceRegistry());
  const lexicon = standardLexicon();
  const kommunerByForm = new Map<string, Set<string>>();
  const readings = new Map<string, Reading>();
  for (const initiative of initiatives) {
    const onForm = (key: string) => {
      const known = kommunerByForm.get(key);
      if (known === undefined) kommunerByForm.set(key, new Set([initiative.municipality]));
      else known.add(initiative.municipality);
    };
    readings.set(initiative.key, readInitiative({ lexicon, actors }, initiative, onForm));
  }
  return { readings, kommunerByForm, actors };
}

const between = (readings: ReadonlyMap<string, Reading>, pair: LabelledPair): Features => {
  const a = readings.get(pair.a);
  const b = readings.get(pair.b);
  if (a === undefined || b === undefined)
    throw new Error(`The labelled pair ${pair.a}|${pair.b} names an unknown initiative.`);
  return compare(a, b, COMPARE);
};

export function comparePairs(set: LabelledSet, { readings }: ReadSet): readonly ComparedPair[] {
  return set.pairs.map((pair) => ({ pair, features: between(readings, pair) }));
}

/** The set with nothing left out, read and compared once for all kommuner. */
interface Whole {
  readonly read: ReadSet;
  readonly compared: readonly ComparedPair[];
}

/** One kommune left out: its texts read without the forms that only they match, the weights fitted on the others' pairs. */
function judgeLeftOut(set: LabelledSet, { read, compared }: Whole, kommune: string): readonly JudgedPair[] {
  const own = new Set(set.initiatives.filter((one) => one.municipality === kommune).map((one) => one.key));
  const dropped = new Set(
    [...read.kommunerByForm].filter(([, kommuner]) => kommuner.size === 1 && kommuner.has(kommune)).map(([key]) => key),
  );
  const reader = { lexicon: compileLexicon(CONCEPTS, dropped), actors: read.actors };
  const readings = new Map(read.readings);
  for (const initiative of set.initiatives) {
    if (own.has(initiative.key)) readings.set(initiative.key, readInitiative(reader, initiative));
  }
  const touches = (pair: LabelledPair) => own.has(pair.a) || own.has(pair.b);
  const weights = fitWeights(
    compared.filter(({ pair }) => !touches(pair)),
    "left-out",
  );
  return set.pairs.filter(touches).map((pair) => judge({ pair, features: between(readings, pair) }, weights));
}

/** Every pair once for each of its kommuner that is left out. */
export function judgeStrictly(set: LabelledSet): readonly JudgedPair[] {
  const read = readSet(set);
  const kommuner = [...new Set(set.initiatives.map((initiative) => initiative.municipality))].sort();
  const whole = { read, compared: comparePairs(set, read) };
  return kommuner.flatMap((kommune) => judgeLeftOut(set, whole, kommune));
}

/** All others of the set ranked for each initiative, by the highest score of any class. */
export function rankAll(set: LabelledSet, read: ReadSet, weights: Weights): readonly Ranked[] {
  const key = (a: string, b: string) => (a < b ? `${a}|${b}` : `${b}|${a}`);
  const labels = new Map(set.pairs.map((pair) => [key(pair.a, pair.b), pair]));
  return set.initiatives.map(({ key: id }) => ({
    id,
    others: set.initiatives.flatMap((other) => {
      const label = labels.get(key(id, other.key));
      if (other.key === id || label?.disputed !== undefined) return [];
      const [a = id, b = id] = [id, other.key].sort();
      const scores = scoresOf(between(read.readings, { a, b, cls: "none" }), weights);
      return [{ score: Math.max(...Object.values(scores)), positive: label !== undefined && label.cls !== "none" }];
    }),
  }));
}

/**
 * Evaluation on labelled pairs. "Strict leave-kommune-out" predicts best what new kommuner will see: for each kommune the
 * weights are refitted without its pairs, and every surface form that only its texts match is dropped.
 */
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex } from "../actors.ts";
import { compare, type Features } from "../features.ts";
import { judgePair, ordered } from "../judge.ts";
import { compileLexicon } from "../lexicon.ts";
import { type Reader, type Reading, readInitiative } from "../reading.ts";
import { scoresOf, type Weights } from "../score.ts";
import { compileSenses } from "../senses.ts";
import { type Example, fitClass } from "./fit.ts";
import type { LabelledSet } from "./labelled-set.ts";
import type { JudgedPair, LabelledPair, Ranked } from "./metrics.ts";
import { PRIOR } from "./prior.ts";

/** Where labels are many a false alarm costs more than a miss; where they are few a positive is worth more. */
const RARITY: Readonly<Record<FindingKind, number>> = {
  overlap: -0.1,
  "learn-from": -0.1,
  "shared-actor": 0.35,
  complementary: 0.3,
};
const FIT = { pull: 2, steps: 800 };
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
    classes[kind] = fitClass(examples, PRIOR[kind], { ...FIT, rarity: RARITY[kind] });
  }
  return { version, classes };
}

type Readings = ReadonlyMap<string, Reading>;

export interface ReadSet {
  readonly set: LabelledSet;
  readonly readings: Readings;
  /** For each form the kommuner whose texts match it. */
  readonly kommunerByForm: ReadonlyMap<string, ReadonlySet<string>>;
}

const ACTORS = createActorIndex(referenceRegistry());
const LEXICON = compileLexicon({ splitsAlternatives: true });

export function readSet(set: LabelledSet): ReadSet {
  const reader = { lexicon: LEXICON, actors: ACTORS };
  const kommunerByForm = new Map<string, Set<string>>();
  const readings = new Map<string, Reading>();
  for (const initiative of set.initiatives) {
    const onForm = (key: string) => {
      const known = kommunerByForm.get(key);
      if (known === undefined) kommunerByForm.set(key, new Set([initiative.municipality]));
      else known.add(initiative.municipality);
    };
    readings.set(initiative.key, readInitiative(reader, initiative, onForm));
  }
  return { set, readings, kommunerByForm };
}

function both(readings: Readings, pair: LabelledPair): readonly [Reading, Reading] {
  const a = readings.get(pair.a);
  const b = readings.get(pair.b);
  if (a === undefined || b === undefined)
    throw new Error(`The labelled pair ${pair.a}|${pair.b} names an unknown initiative.`);
  return [a, b];
}

export const comparePairs = ({ set, readings }: ReadSet): readonly ComparedPair[] =>
  set.pairs.map((pair) => ({ pair, features: compare(...both(readings, pair), COMPARE) }));

const judged = (readings: Readings, pair: LabelledPair, weights: Weights): JudgedPair => {
  const { scores, kind, strength, reasons } = judgePair(...both(readings, pair), { ...COMPARE, weights });
  return { pair, scores, kind, strength, reasons };
};

const pairName = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** All others of the set, by the highest score of any class. */
function rank({ pairs }: LabelledSet, readings: Readings, weights: Weights): (id: string) => Ranked {
  const labels = new Map(pairs.map((pair) => [pairName(pair.a, pair.b), pair]));
  return (id) => {
    const own = readings.get(id);
    const others = [...readings].flatMap(([other, reading]) => {
      const label = labels.get(pairName(id, other));
      if (own === undefined || other === id || label?.disputed !== undefined) return [];
      const scores = scoresOf(compare(...ordered(own, reading), COMPARE), weights);
      return [{ score: Math.max(...Object.values(scores)), positive: label !== undefined && label.cls !== "none" }];
    });
    return { id, others };
  };
}

export interface Evaluation {
  readonly judged: readonly JudgedPair[];
  readonly ranked: readonly Ranked[];
}

/** The whole set with the weights as given. */
export const evaluateWith = ({ set, readings }: ReadSet, weights: Weights): Evaluation => ({
  judged: set.pairs.map((pair) => judged(readings, pair, weights)),
  ranked: [...readings.keys()].map(rank(set, readings, weights)),
});

const ownKeys = (set: LabelledSet, kommune: string): ReadonlySet<string> =>
  new Set(set.initiatives.filter((one) => one.municipality === kommune).map((one) => one.key));

const touches = (own: ReadonlySet<string>, pair: LabelledPair): boolean => own.has(pair.a) || own.has(pair.b);

/** What the engine would be, had it never seen the kommune's texts in this set nor its labels. */
function readerWithout({ kommunerByForm }: ReadSet, kommune: string): Reader {
  const dropped = [...kommunerByForm].filter(([, kommuner]) => kommuner.size === 1 && kommuner.has(kommune));
  const keys = new Set(dropped.map(([key]) => key));
  return {
    lexicon: compileLexicon({ splitsAlternatives: true, without: keys }),
    senses: compileSenses(keys),
    actors: ACTORS,
  };
}

function weightsWithout(training: readonly TrainingSet[], kommune: string): Weights {
  const others = training.flatMap(({ read, compared }) => {
    const own = ownKeys(read.set, kommune);
    return compared.filter(({ pair }) => !touches(own, pair));
  });
  return fitWeights(others, "left-out");
}

interface TrainingSet {
  readonly read: ReadSet;
  readonly compared: readonly ComparedPair[];
}

interface LeftOut {
  readonly kommune: string;
  readonly reader: Reader;
  readonly weights: Weights;
}

/** The texts of a set as the reader sees them who has not seen those of the kommune. */
function readWithout({ set, readings }: ReadSet, kommune: string, reader: Reader): Readings {
  const unseen = new Map(readings);
  for (const one of set.initiatives) if (one.municipality === kommune) unseen.set(one.key, readInitiative(reader, one));
  return unseen;
}

const kommunerOf = ({ initiatives }: LabelledSet): readonly string[] =>
  [...new Set(initiatives.map((initiative) => initiative.municipality))].sort();

/** Each pair once for each of its kommuner, whose texts are read as new ones are: some of their words are not known. */
function comparePairsAsUnseen(read: ReadSet): readonly ComparedPair[] {
  return kommunerOf(read.set).flatMap((kommune) => {
    const own = ownKeys(read.set, kommune);
    const readings = readWithout(read, kommune, readerWithout(read, kommune));
    return read.set.pairs
      .filter((pair) => touches(own, pair))
      .map((pair) => ({ pair, features: compare(...both(readings, pair), COMPARE) }));
  });
}

/** Pairs as the lexicon knows them and as it will meet new ones: weights that trust its words too much fail on those. */
export const pairsToLearnFrom = (read: ReadSet): readonly ComparedPair[] => [
  ...comparePairs(read),
  ...comparePairsAsUnseen(read),
];

function evaluateLeftOut(read: ReadSet, { kommune, reader, weights }: LeftOut): Evaluation {
  const { set } = read;
  const own = ownKeys(set, kommune);
  const readings = readWithout(read, kommune, reader);
  return {
    judged: set.pairs.filter((pair) => touches(own, pair)).map((pair) => judged(readings, pair, weights)),
    ranked: [...own].map(rank(set, readings, weights)),
  };
}

export interface StrictOptions {
  /** Whose labels the weights are fitted on; a kommune that is left out is left out of them too. */
  readonly training: readonly LabelledSet[];
  /** The set itself, or the same initiatives written in other ways; forms are dropped by what the set itself matches. */
  readonly variants: readonly LabelledSet[];
}

/** Strict leave-kommune-out, once for each variant of the set. Every pair counts once for each of its kommuner. */
export function evaluateStrictly(set: LabelledSet, { training, variants }: StrictOptions): readonly Evaluation[] {
  const read = readSet(set);
  const trained = training.map((one) => {
    const whole = readSet(one);
    return { read: whole, compared: pairsToLearnFrom(whole) };
  });
  const leftOut = kommunerOf(set).map((kommune) => ({
    kommune,
    reader: readerWithout(read, kommune),
    weights: weightsWithout(trained, kommune),
  }));
  return variants.map((variant) => {
    const whole = readSet(variant);
    const parts = leftOut.map((one) => evaluateLeftOut(whole, one));
    return {
      judged: parts.flatMap((part) => part.judged),
      ranked: parts.flatMap((part) => part.ranked),
    };
  });
}

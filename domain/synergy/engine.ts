/**
 * The check: holds initiatives, compares each with its candidates, and tells after every change which pairs are new,
 * changed or gone. Pure and deterministic; the same module runs in the server's worker, in the browser and offline.
 */
import type { Registry } from "#domain/actor-registry.ts";
import { type ActorMention, createActorIndex, readActors } from "./actors.ts";
import { createCandidateIndex } from "./candidates.ts";
import { explain, isWellFounded, turned } from "./explain.ts";
import { type CompareOptions, compare } from "./features.ts";
import { compileLexicon } from "./lexicon.ts";
import { type Reader, type Reading, readInitiative } from "./reading.ts";
import { bestKind, SHOWN_FROM, scoresOf, strengthOf, WEIGHTS } from "./score.ts";
import type { ShownPair, SynergyInitiative, SynergyPair } from "./types.ts";

/** Written with every finding; a new one means that every pair is checked anew. */
export const ENGINE_VERSION = `1.${WEIGHTS.version}`;

export interface EngineOptions extends CompareOptions {
  readonly registry: Registry;
}

/** Pairs that a change brought about. `gone` names pairs that were shown and are no more. */
export interface PairChanges {
  readonly changed: readonly ShownPair[];
  readonly gone: readonly PairKey[];
}

/** Two initiatives, the smaller key first. */
export type PairKey = readonly [a: string, b: string];

export interface Engine {
  readonly size: number;
  /** Takes an initiative in without comparing it: for `checkAll`, which compares everything. */
  add(initiative: SynergyInitiative): void;
  upsert(initiative: SynergyInitiative): PairChanges;
  remove(key: string): PairChanges;
  /** A changed registry (new alias, merge): initiatives whose actors mean others now are checked anew. */
  setRegistry(registry: Registry): PairChanges;
  /** Shown pairs of a draft with the others, the draft as `a`, best first; the engine keeps nothing of it. */
  similar(draft: SynergyInitiative, options: SimilarOptions): readonly ShownPair[];
  /** Every pair among the candidates with a score above 0, shown or not, `a` before `b`. */
  checkAll(): Generator<SynergyPair>;
}

export interface SimilarOptions {
  readonly limit: number;
  readonly accepts: (key: string) => boolean;
}

const ordered = (x: Reading, y: Reading): [Reading, Reading] => (x.initiative.key < y.initiative.key ? [x, y] : [y, x]);

/** The pair with the smaller key as `a`. Its kind is null when no class is likely enough or too little can be pointed at. */
export function judgePair(x: Reading, y: Reading, options: CompareOptions): SynergyPair {
  const [a, b] = ordered(x, y);
  const features = compare(a, b, options);
  const scores = scoresOf(features, WEIGHTS);
  const kind = bestKind(scores);
  const reasons = scores[kind] > 0 ? explain(a, b, { features, kind, weights: WEIGHTS }) : [];
  return {
    a: a.initiative.key,
    b: b.initiative.key,
    kind: scores[kind] >= SHOWN_FROM && isWellFounded(reasons) ? kind : null,
    scores,
    strength: strengthOf(scores[kind], WEIGHTS.classes[kind]),
    reasons,
    aHash: a.hash,
    bHash: b.hash,
  };
}

/** The pair when it would be shown; explained only then, because explaining costs more than scoring. */
function shownPair(x: Reading, y: Reading, options: CompareOptions): ShownPair | null {
  const scores = scoresOf(compare(...ordered(x, y), options), WEIGHTS);
  if (scores[bestKind(scores)] < SHOWN_FROM) return null;
  const pair = judgePair(x, y, options);
  return pair.kind === null ? null : { ...pair, kind: pair.kind };
}

const sameActors = (before: readonly ActorMention[], now: readonly ActorMention[]): boolean =>
  before.length === now.length && before.every(({ key }, at) => key === now[at]?.key);

/** Several changes one after the other as one: the last word on each pair counts. */
export function togetherOf(changes: readonly PairChanges[]): PairChanges {
  const last = new Map<string, ShownPair | PairKey>();
  for (const { changed, gone } of changes) {
    for (const pair of changed) last.set(`${pair.a} ${pair.b}`, pair);
    for (const pair of gone) last.set(pair.join(" "), pair);
  }
  const changed: ShownPair[] = [];
  const gone: PairKey[] = [];
  for (const entry of last.values()) {
    if ("kind" in entry) changed.push(entry);
    else gone.push(entry);
  }
  return { changed, gone };
}

const highest = ({ scores }: SynergyPair): number => Math.max(...Object.values(scores));

const turnedPair = (pair: ShownPair): ShownPair => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  aHash: pair.bHash,
  bHash: pair.aHash,
  reasons: turned(pair.reasons),
});

/** A finding with the same signature has not changed, nor has what answers to it are about. */
const signatureOf = ({ kind, reasons, aHash, bHash }: ShownPair): string => {
  const text = JSON.stringify([kind, reasons, aHash, bHash]);
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return `${(value >>> 0).toString(36)}-${text.length}`;
};

export const createEngine = (options: EngineOptions): Engine => new IncrementalEngine(options);

class IncrementalEngine implements Engine {
  private reader: Reader;
  private readonly readings = new Map<string, Reading>();
  private readonly candidates = createCandidateIndex();
  /** For each initiative the others it is shown with, and the signature of that finding. */
  private readonly shown = new Map<string, Map<string, string>>();

  constructor(private readonly options: EngineOptions) {
    this.reader = { lexicon: compileLexicon(), actors: createActorIndex(options.registry) };
  }

  get size(): number {
    return this.readings.size;
  }

  add(initiative: SynergyInitiative): Reading {
    this.takeOut(initiative.key);
    const reading = readInitiative(this.reader, initiative);
    this.readings.set(initiative.key, reading);
    this.candidates.add(reading);
    return reading;
  }

  upsert(initiative: SynergyInitiative): PairChanges {
    const reading = this.add(initiative);
    const changed: ShownPair[] = [];
    const gone: PairKey[] = [];
    for (const key of new Set([...this.candidates.candidatesFor(reading), ...this.shownWith(initiative.key).keys()])) {
      const other = this.readings.get(key);
      const review = other === undefined ? "unchanged" : this.review(reading, other);
      if (review === "gone") gone.push(this.forget(initiative.key, key));
      else if (review !== "unchanged") changed.push(review);
    }
    return { changed, gone };
  }

  remove(key: string): PairChanges {
    this.takeOut(key);
    const gone = [...this.shownWith(key).keys()].map((other) => this.forget(key, other));
    this.shown.delete(key);
    return { changed: [], gone };
  }

  setRegistry(registry: Registry): PairChanges {
    this.reader = { ...this.reader, actors: createActorIndex(registry) };
    const all: PairChanges[] = [];
    for (const { initiative, actors } of [...this.readings.values()]) {
      const isSame = sameActors(actors, readActors(this.reader.actors, initiative));
      if (!isSame) all.push(this.upsert(initiative));
    }
    return togetherOf(all);
  }

  similar(draft: SynergyInitiative, { limit, accepts }: SimilarOptions): readonly ShownPair[] {
    const reading = readInitiative(this.reader, draft);
    const found: ShownPair[] = [];
    for (const key of this.candidates.candidatesFor(reading)) {
      const other = accepts(key) ? this.readings.get(key) : undefined;
      const pair = other === undefined ? null : shownPair(reading, other, this.options);
      if (pair === null) continue;
      found.push(pair.a === draft.key ? pair : turnedPair(pair));
    }
    return found.sort((x, y) => highest(y) - highest(x) || (x.b < y.b ? -1 : 1)).slice(0, limit);
  }

  *checkAll(): Generator<SynergyPair> {
    const numbers = new Map([...this.readings.keys()].map((key, number) => [key, number]));
    const judged = new Set<number>();
    for (const [key, reading] of this.readings) {
      const number = numbers.get(key) ?? 0;
      for (const other of this.candidates.candidatesFor(reading)) {
        const partner = this.readings.get(other);
        const otherNumber = numbers.get(other) ?? 0;
        const pairNumber = Math.min(number, otherNumber) * numbers.size + Math.max(number, otherNumber);
        if (partner === undefined || judged.has(pairNumber)) continue;
        judged.add(pairNumber);
        const pair = judgePair(reading, partner, this.options);
        if (highest(pair) > 0) yield pair;
      }
    }
  }

  /** Judges one pair anew and keeps its signature. */
  private review(x: Reading, y: Reading): ShownPair | "gone" | "unchanged" {
    const before = this.shown.get(x.initiative.key)?.get(y.initiative.key);
    const pair = shownPair(x, y, this.options);
    if (pair === null) return before === undefined ? "unchanged" : "gone";
    const signature = signatureOf(pair);
    if (signature === before) return "unchanged";
    this.shownWith(pair.a).set(pair.b, signature);
    this.shownWith(pair.b).set(pair.a, signature);
    return pair;
  }

  private shownWith(key: string): Map<string, string> {
    const known = this.shown.get(key) ?? new Map<string, string>();
    this.shown.set(key, known);
    return known;
  }

  private forget(key: string, other: string): PairKey {
    this.shown.get(key)?.delete(other);
    this.shown.get(other)?.delete(key);
    return key < other ? [key, other] : [other, key];
  }

  private takeOut(key: string): void {
    const old = this.readings.get(key);
    if (old === undefined) return;
    this.candidates.remove(old);
    this.readings.delete(key);
  }
}

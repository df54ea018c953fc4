/**
 * The check: holds initiatives, compares each with its candidates, and tells after every change which pairs are new,
 * changed or gone. Pure and deterministic; the same module runs in the server's worker, in the browser and offline.
 */
import type { Registry } from "#domain/actor-registry.ts";
import { type ActorMention, createActorIndex, readActors } from "./actors.ts";
import { BestPairs, type PairKey, pairKey } from "./best-pairs.ts";
import { CandidateIndex } from "./candidates.ts";
import { fingerprint } from "./content-hash.ts";
import { turned } from "./explain.ts";
import { type CompareOptions, compare } from "./features.ts";
import { judgePair, ordered } from "./judge.ts";
import { standardLexicon } from "./lexicon.ts";
import { type PassedOver, passedOver } from "./passed-over.ts";
import { type Reader, type Reading, readInitiative } from "./reading.ts";
import { SHOWN_FROM, scoresOf, WEIGHTS } from "./score.ts";
import type { ShownPair, SynergyInitiative, SynergyPair, SynergyScores } from "./types.ts";

export interface EngineOptions extends CompareOptions {
  readonly registry: Registry;
}

/** Pairs that a change brought about. `gone` names pairs that were shown and are no more. */
export interface PairChanges {
  readonly changed: readonly ShownPair[];
  readonly gone: readonly PairKey[];
}

export interface Engine {
  readonly size: number;
  /** Takes an initiative in without comparing it: for those that compare everything. */
  add(initiative: SynergyInitiative): void;
  /**
   * Compares everything that was added, each pair once, and tells every pair that is shown. Ends where an `upsert` of each
   * ends. In slices: others may ask between two of them, and nothing may change until the last.
   */
  compareAll(): Generator<PairChanges>;
  /** As `compareAll`, for somebody who knows already which pairs are shown: tells nothing, and so need not judge them. */
  resume(): Generator<PairChanges>;
  upsert(initiative: SynergyInitiative): PairChanges;
  remove(key: string): PairChanges;
  /** A changed registry (new alias, merge): initiatives whose actors mean others now are checked anew. */
  setRegistry(registry: Registry): PairChanges;
  /** Shown pairs of a draft with the others, the draft as `a`, best first; the engine keeps nothing of it. */
  similar(draft: SynergyInitiative, options: SimilarOptions): readonly ShownPair[];
  /** The pair of an initiative with the likest words that is not shown, and why it is not; null when there is none. */
  passedOver(key: string): PassedOver | null;
  /** Every pair among the candidates with a score above 0, shown or not, `a` before `b`. */
  checkAll(): Generator<SynergyPair>;
}

export interface SimilarOptions {
  readonly limit: number;
  readonly accepts: (key: string) => boolean;
}

const isShown = (pair: SynergyPair): pair is ShownPair => pair.kind !== null;

/** So many initiatives are scored, or pairs judged, in one slice of a comparison of everything. */
const SCORED_AT_ONCE = 10;
const JUDGED_AT_ONCE = 64;
const NOTHING: PairChanges = { changed: [], gone: [] };

const highest = (scores: SynergyScores): number => Math.max(...Object.values(scores));

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

function* slicesOf<T>(all: Iterable<T>, size: number): Generator<readonly T[]> {
  let slice: T[] = [];
  for (const one of all) {
    slice.push(one);
    if (slice.length < size) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

const turnedPair = (pair: ShownPair): ShownPair => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  aHash: pair.bHash,
  bHash: pair.aHash,
  reasons: turned(pair.reasons),
});

/** A finding with the same signature has not changed: where its reasons stand follows from the texts, which the hashes tell. */
const signatureOf = ({ kind, scores, reasons, aHash, bHash }: ShownPair): string =>
  fingerprint(
    [
      kind,
      scores[kind],
      aHash,
      bHash,
      ...reasons.map(({ code, weight, params }) => [code, weight, ...Object.values(params)].join(":")),
    ].join(" "),
  );
/** Of a pair that is shown but was not judged since the engine began: no signature equals it. */
const NOT_JUDGED = "";

export const createEngine = (options: EngineOptions): Engine => new IncrementalEngine(options);

class IncrementalEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #readings = new Map<string, Reading>();
  readonly #candidates = new CandidateIndex();
  readonly #best = new BestPairs();
  /** Signature of each pair that is shown, by its two keys. */
  readonly #shown = new Map<string, string>();
  #reader: Reader;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#reader = { lexicon: standardLexicon(), actors: createActorIndex(options.registry) };
  }

  get size(): number {
    return this.#readings.size;
  }

  add(initiative: SynergyInitiative): Reading {
    this.#candidates.remove(initiative.key);
    const reading = readInitiative(this.#reader, initiative);
    this.#readings.set(initiative.key, reading);
    this.#candidates.add(reading);
    return reading;
  }

  upsert(initiative: SynergyInitiative): PairChanges {
    const reading = this.add(initiative);
    const { entered, left } = this.#best.replace(initiative.key, this.#likelyFor(reading));
    const own = this.#best.visibleWith(initiative.key).map((other) => pairKey(initiative.key, other));
    return this.#review([...own, ...entered.filter((pair) => !pair.includes(initiative.key))], left);
  }

  remove(key: string): PairChanges {
    this.#candidates.remove(key);
    this.#readings.delete(key);
    const { entered, left } = this.#best.replace(key, new Map());
    return this.#review(entered, left);
  }

  setRegistry(registry: Registry): PairChanges {
    this.#reader = { ...this.#reader, actors: createActorIndex(registry) };
    const all: PairChanges[] = [];
    for (const { initiative, actors } of [...this.#readings.values()]) {
      if (!sameActors(actors, readActors(this.#reader.actors, initiative))) all.push(this.upsert(initiative));
    }
    return togetherOf(all);
  }

  similar(draft: SynergyInitiative, { limit, accepts }: SimilarOptions): readonly ShownPair[] {
    const reading = readInitiative(this.#reader, draft);
    const likely = this.#candidates
      .candidatesFor(reading)
      .filter(({ initiative }) => accepts(initiative.key))
      .map((other) => ({ other, score: this.#scoreOf(reading, other) }))
      .filter(({ score }) => score >= SHOWN_FROM)
      .sort((x, y) => y.score - x.score || (x.other.initiative.key < y.other.initiative.key ? -1 : 1));
    const found: ShownPair[] = [];
    for (const { other } of likely) {
      if (found.length === limit) break;
      const pair = judgePair(reading, other, this.#options);
      if (isShown(pair)) found.push(pair.a === draft.key ? pair : turnedPair(pair));
    }
    return found;
  }

  passedOver(key: string): PassedOver | null {
    const reading = this.#readings.get(key);
    return reading === undefined ? null : passedOver(reading, this.#candidates.candidatesFor(reading), this.#options);
  }

  *checkAll(): Generator<SynergyPair> {
    const numbers = new Map([...this.#readings.values()].map((reading, number) => [reading, number]));
    const judged = new Set<number>();
    for (const [reading, number] of numbers) {
      for (const other of this.#candidates.candidatesFor(reading)) {
        const otherNumber = numbers.get(other) ?? 0;
        const pairNumber = Math.min(number, otherNumber) * numbers.size + Math.max(number, otherNumber);
        if (judged.has(pairNumber)) continue;
        judged.add(pairNumber);
        const pair = judgePair(reading, other, this.#options);
        if (highest(pair.scores) > 0) yield pair;
      }
    }
  }

  *compareAll(): Generator<PairChanges> {
    yield* this.#scoreAll();
    for (const pairs of slicesOf(this.#best.visible(), JUDGED_AT_ONCE)) yield this.#review(pairs, []);
  }

  *resume(): Generator<PairChanges> {
    yield* this.#scoreAll();
    for (const pair of this.#best.visible()) this.#shown.set(pair.join(" "), NOT_JUDGED);
  }

  /** Scores each pair of candidates once: one that its earlier initiative was compared with is skipped by the later one. */
  *#scoreAll(): Generator<PairChanges> {
    const comparedWith = new Map([...this.#readings.values()].map((reading) => [reading, [] as Reading[]]));
    for (const readings of slicesOf(this.#readings.values(), SCORED_AT_ONCE)) {
      for (const reading of readings) {
        const known = new Set(comparedWith.get(reading));
        comparedWith.delete(reading);
        for (const other of this.#candidates.candidatesFor(reading)) {
          if (known.has(other)) continue;
          comparedWith.get(other)?.push(reading);
          const score = this.#scoreOf(reading, other);
          if (score >= SHOWN_FROM) this.#best.write(reading.initiative.key, other.initiative.key, score);
        }
      }
      yield NOTHING;
    }
    this.#best.chooseAll();
  }

  #scoreOf(x: Reading, y: Reading): number {
    return highest(scoresOf(compare(...ordered(x, y), this.#options), WEIGHTS));
  }

  /** Those it was likely with before are compared too: it may be among their candidates, though they not among its own. */
  #likelyFor(reading: Reading): ReadonlyMap<string, number> {
    const before = [...this.#best.likelyWith(reading.initiative.key)].flatMap((key) => this.#readings.get(key) ?? []);
    const likely = new Map<string, number>();
    for (const other of new Set([...this.#candidates.candidatesFor(reading), ...before])) {
      const score = this.#scoreOf(reading, other);
      if (score >= SHOWN_FROM) likely.set(other.initiative.key, score);
    }
    return likely;
  }

  /** Judges pairs anew and keeps their signatures; a pair that cannot be explained well enough is gone too. */
  #review(visible: readonly PairKey[], left: readonly PairKey[]): PairChanges {
    const changed: ShownPair[] = [];
    const gone = left.filter((pair) => this.#shown.delete(pair.join(" ")));
    for (const pair of visible) {
      const [a, b] = pair.map((key) => this.#readings.get(key));
      const judged = a === undefined || b === undefined ? null : judgePair(a, b, this.#options);
      const name = pair.join(" ");
      if (judged === null || !isShown(judged)) {
        if (this.#shown.delete(name)) gone.push(pair);
        continue;
      }
      const signature = signatureOf(judged);
      if (this.#shown.get(name) === signature) continue;
      this.#shown.set(name, signature);
      changed.push(judged);
    }
    return { changed, gone };
  }
}

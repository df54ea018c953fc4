/**
 * The check: holds initiatives, compares each with its candidates, and tells after every change which pairs are new,
 * changed or gone. Pure and deterministic; the same module runs in the server's worker, in the browser and offline.
 */
import type { Registry } from "#domain/actor-registry.ts";
import type { ChainLink } from "#domain/initiative.ts";
import { createActorIndex, readActors, sameActors } from "./actors.ts";
import { lexiconWith } from "./added-forms.ts";
import { type AlikeNotes, alikeNotes, type NoteText } from "./alike-notes.ts";
import type { Likely } from "./best-lists.ts";
import { BestPairs, type PlacePair, type VisibilityChanges } from "./best-pairs.ts";
import { CandidateIndex } from "./candidates.ts";
import { mainLinks } from "./chain.ts";
import { ComparedPairs } from "./compared-pairs.ts";
import { hashOf } from "./content-hash.ts";
import { readFacets } from "./facets.ts";
import { Facts } from "./facts.ts";
import type { CompareOptions } from "./features.ts";
import type { AddedForm } from "./form-rules.ts";
import { judgeFeatures, ordered } from "./judge.ts";
import { PackedReadings } from "./packed-reading.ts";
import { type EditChanges, type PairChanges, type PairKey, pairKey, togetherOf } from "./pair-changes.ts";
import { markOf, NOT_JUDGED, NOTHING_TOLD } from "./pair-mark.ts";
import { type PassedOver, passedOver } from "./passed-over.ts";
import { QuickScores } from "./quick-score.ts";
import { type Reader, type Reading, readInitiative } from "./reading.ts";
import { rememberingActors } from "./remembered-actors.ts";
import { rewordingOf } from "./rewording.ts";
import { slicesOf } from "./slices.ts";
import { turnedPair } from "./turned-pair.ts";
import type { ShownPair, SynergyInitiative, SynergyPair } from "./types.ts";

export interface EngineOptions extends CompareOptions {
  readonly registry: Registry;
  /** Forms that people have added to the lexicon. */
  readonly forms?: readonly AddedForm[];
}

export interface Engine {
  readonly size: number;
  /** How many initiatives a comparison of everything has compared so far. */
  readonly compared: number;
  keys(): Iterable<string>;
  /** What the engine holds under a key; null when nothing. */
  initiative(key: string): SynergyInitiative | null;
  /** Takes an initiative in without comparing it: for those that compare everything. */
  add(initiative: SynergyInitiative): void;
  /**
   * Compares everything that was added, each pair once, and tells every pair that is shown. Ends where an `upsert` of each
   * ends. In slices: others may ask between two of them, and nothing may change until the last.
   */
  compareAll(): Generator<PairChanges>;
  /** As `compareAll`, for somebody who knows already which pairs are shown: tells nothing, and so need not judge them. */
  resume(): Generator<PairChanges>;
  upsert(initiative: SynergyInitiative): EditChanges;
  remove(key: string): PairChanges;
  /** A changed registry (new alias, merge): initiatives whose actors mean others now are checked anew. */
  setRegistry(registry: Registry): PairChanges;
  /** A form was added to the lexicon, or taken away: initiatives that say something else with it are checked anew. */
  setForms(forms: readonly AddedForm[]): PairChanges;
  /** Shown pairs of a draft with the others, the draft as `a`, best first; the engine keeps nothing of it. */
  similar(draft: SynergyInitiative, options: SimilarOptions): readonly ShownPair[];
  /** The pair of an initiative with the likest words that is not shown, and why it is not; null when there is none. */
  passedOver(key: string): PassedOver | null;
  /** Where in the chain an initiative has its place, as its tags and text say it; nothing for an unknown key. */
  linksOf(key: string): readonly ChainLink[];
  /** Sets of notes that say much the same, read with the same words; the engine keeps nothing of them. */
  alikeNotes(notes: readonly NoteText[]): readonly AlikeNotes[];
  /** Every pair among the candidates with a score above 0, shown or not, `a` before `b`. */
  checkAll(): Generator<SynergyPair>;
}

export interface SimilarOptions {
  readonly limit: number;
  readonly accepts: (key: string) => boolean;
}

const isShown = (pair: SynergyPair): pair is ShownPair => pair.kind !== null;

/** So many initiatives are scored, or pairs judged, in one slice of a comparison of everything. */
const SCORED_AT_ONCE = 25;
const JUDGED_AT_ONCE = 100;
const NOTHING: PairChanges = { changed: [], gone: [] };

/** The place that a draft takes while it is compared. */
const DRAFT = 0;
/** Which lots an initiative draws follows from its key, so that the order in which initiatives come makes no difference. */
const ticketOf = hashOf;

export const createEngine = (options: EngineOptions): Engine => new IncrementalEngine(options);

class IncrementalEngine implements Engine {
  readonly #options: EngineOptions;
  /** Where each initiative stands in everything below, by its key. */
  readonly #places = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #readings = new PackedReadings();
  readonly #facts = new Facts();
  readonly #candidates = new CandidateIndex();
  readonly #scores: QuickScores;
  readonly #best = new BestPairs();
  #compared = 0;
  #reader: Reader;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#scores = new QuickScores(this.#facts, options);
    this.#reader = {
      lexicon: lexiconWith(options.forms ?? []),
      actors: rememberingActors(createActorIndex(options.registry)),
    };
  }

  get size(): number {
    return this.#places.size;
  }

  get compared(): number {
    return this.#compared;
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  initiative(key: string): SynergyInitiative | null {
    const place = this.#places.get(key);
    return place === undefined ? null : this.#readings.initiative(place);
  }

  add(initiative: SynergyInitiative): void {
    this.#take(readInitiative(this.#reader, initiative));
  }

  /** @returns its place */
  #take(reading: Reading): number {
    const { key } = reading.initiative;
    const known = this.#places.get(key);
    // The first place is that of drafts.
    const place = known ?? this.#free.pop() ?? this.#places.size + 1;
    if (known !== undefined) this.#candidates.unfile(place);
    this.#places.set(key, place);
    this.#readings.write(place, reading);
    this.#facts.write(place, reading);
    this.#candidates.file(place, reading, ticketOf(key));
    this.#best.open(place, ticketOf(key));
    return place;
  }

  upsert(initiative: SynergyInitiative): EditChanges {
    const reading = readInitiative(this.#reader, initiative);
    const known = this.#places.get(initiative.key);
    const reworded = known === undefined ? null : rewordingOf(this.#readings.reading(known), reading);
    const place = this.#take(reading);
    const { entered, left } = this.#best.replace(place, this.#likelyOf(place), (other) => this.#likelyOf(other));
    const own = this.#best.visibleWith(place).map((other): PlacePair => [place, other]);
    const others = entered.filter((pair) => !pair.includes(place));
    const changes = this.#review([...own, ...others]);
    return { changed: changes.changed, gone: [...this.#told(left), ...changes.gone], reworded };
  }

  remove(key: string): PairChanges {
    const place = this.#places.get(key);
    if (place === undefined) return NOTHING;
    this.#candidates.unfile(place);
    const { entered, left } = this.#best.replace(place, [], (other) => this.#likelyOf(other));
    const gone = this.#told(left);
    this.#places.delete(key);
    this.#facts.clear(place);
    this.#readings.clear(place);
    this.#free.push(place);
    const changes = this.#review(entered);
    return { changed: changes.changed, gone: [...gone, ...changes.gone] };
  }

  setRegistry(registry: Registry): PairChanges {
    this.#reader = { ...this.#reader, actors: rememberingActors(createActorIndex(registry)) };
    const all: PairChanges[] = [];
    for (const place of [...this.#places.values()]) {
      const { actors } = this.#readings.reading(place);
      const initiative = this.#readings.initiative(place);
      if (!sameActors(actors, readActors(this.#reader.actors, initiative))) all.push(this.upsert(initiative));
    }
    return togetherOf(all);
  }

  setForms(forms: readonly AddedForm[]): PairChanges {
    const before = this.#reader.lexicon;
    const lexicon = lexiconWith(forms);
    this.#reader = { ...this.#reader, lexicon };
    const all: PairChanges[] = [];
    for (const place of [...this.#places.values()]) {
      const initiative = this.#readings.initiative(place);
      const [was, is] = [readFacets(before, initiative), readFacets(lexicon, initiative)];
      if (JSON.stringify(was) !== JSON.stringify(is)) all.push(this.upsert(initiative));
    }
    return togetherOf(all);
  }

  similar(draft: SynergyInitiative, { limit, accepts }: SimilarOptions): readonly ShownPair[] {
    const reading = readInitiative(this.#reader, draft);
    this.#facts.writeDraft(DRAFT, reading);
    this.#candidates.noteDraft(DRAFT, reading, ticketOf(draft.key));
    const likely = this.#scores
      .likelyOf(DRAFT, this.#candidates.candidatesOf(DRAFT, this.#places.get(draft.key)))
      .sort((x, y) => y.score - x.score || x.other - y.other);
    const found: ShownPair[] = [];
    for (const { other } of likely) {
      if (found.length === limit) break;
      if (!accepts(this.#keyOf(other))) continue;
      const pair = this.#judged([DRAFT, reading], [other, this.#readings.reading(other)]);
      if (isShown(pair)) found.push(pair.a === draft.key ? pair : turnedPair(pair));
    }
    return found;
  }

  passedOver(key: string): PassedOver | null {
    const place = this.#places.get(key);
    if (place === undefined) return null;
    const others = this.#candidates.candidatesOf(place).map((other) => this.#readings.reading(other));
    return passedOver(this.#readings.reading(place), others, this.#options);
  }

  linksOf(key: string): readonly ChainLink[] {
    const place = this.#places.get(key);
    return place === undefined ? [] : mainLinks(this.#readings.reading(place)).map(({ link }) => link);
  }

  alikeNotes(notes: readonly NoteText[]): readonly AlikeNotes[] {
    return alikeNotes(this.#reader.lexicon, notes);
  }

  *checkAll(): Generator<SynergyPair> {
    const compared = new ComparedPairs();
    for (const place of this.#places.values()) {
      const reading = this.#readings.reading(place);
      for (const other of compared.newOf(place, this.#candidates.candidatesOf(place))) {
        const pair = this.#judged([place, reading], [other, this.#readings.reading(other)]);
        if (Math.max(...Object.values(pair.scores)) > 0) yield pair;
      }
    }
  }

  *compareAll(): Generator<PairChanges> {
    yield* this.#scoreAll();
    const pairs = this.#best.visible(this.#places.values());
    for (const slice of slicesOf(pairs, JUDGED_AT_ONCE)) yield this.#review(slice);
  }

  *resume(): Generator<PairChanges> {
    yield* this.#scoreAll();
    for (const pair of this.#best.visible(this.#places.values())) this.#best.setMark(pair, NOT_JUDGED);
  }

  /** Scores each pair of candidates once: one that its earlier initiative was compared with is skipped by the later one. */
  *#scoreAll(): Generator<PairChanges> {
    const compared = new ComparedPairs();
    this.#compared = 0;
    for (const places of slicesOf(this.#places.values(), SCORED_AT_ONCE)) {
      for (const place of places) {
        const others = compared.newOf(place, this.#candidates.candidatesOf(place));
        for (const likely of this.#scores.likelyOf(place, others)) this.#best.write(place, likely);
      }
      this.#compared += places.length;
      yield NOTHING;
    }
  }

  /** Those it was likely with before are compared too: it may be among their candidates, though they not among its own. */
  #likelyOf(place: number): readonly Likely[] {
    const others = new Set([...this.#candidates.candidatesOf(place), ...this.#best.likelyWith(place)]);
    return this.#scores.likelyOf(place, others);
  }

  #judged([x, left]: readonly [number, Reading], [y, right]: readonly [number, Reading]): SynergyPair {
    return judgeFeatures(...ordered(left, right), { features: this.#scores.featuresOf(x, y) });
  }

  #keyOf(place: number): string {
    return this.#readings.key(place);
  }

  /** Of pairs that are seen no more, those of which something was told. */
  #told(left: VisibilityChanges["left"]): readonly PairKey[] {
    return left
      .filter(({ mark }) => mark !== NOTHING_TOLD)
      .map(({ pair: [x, y] }) => pairKey(this.#keyOf(x), this.#keyOf(y)));
  }

  /** Judges pairs anew and keeps marks of what they are; a pair that cannot be explained well enough is gone too. */
  #review(pairs: readonly PlacePair[]): PairChanges {
    const changed: ShownPair[] = [];
    const gone: PairKey[] = [];
    for (const pair of pairs) {
      const [x, y] = pair;
      const before = this.#best.markOf(pair);
      const judged = this.#judged([x, this.#readings.reading(x)], [y, this.#readings.reading(y)]);
      const mark = isShown(judged) ? markOf(judged) : NOTHING_TOLD;
      if (mark === before) continue;
      this.#best.setMark(pair, mark);
      if (isShown(judged)) changed.push(judged);
      else gone.push([judged.a, judged.b]);
    }
    return { changed, gone };
  }
}

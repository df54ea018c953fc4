/**
 * Keeps findings equal to the initiatives: reads everything at start, follows every projected change, stores what came of
 * it, and tells the boards it concerns. One step at a time, in the order of the changes.
 */
import type { CheckProgress, Synergy } from "#app/http/load-context.server.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { countInitiatives } from "#db/queries/boards.ts";
import {
  type PageAfter,
  readCheckedInitiatives,
  readCheckedPage,
  readInitiativeIds,
} from "#db/queries/checked-initiatives.ts";
import { keepAnswers } from "#db/queries/finding-answers.ts";
import { storeFindings } from "#db/queries/finding-storage.ts";
import { readFact, removeFact, writeFact } from "#db/queries/installation.ts";
import { listAddedForms } from "#db/queries/lexicon-forms.ts";
import type { Registry } from "#domain/actor-registry.ts";
import { initiativeKey, placeOfKey } from "#domain/synergy/initiative-key.ts";
import { ChangedInitiatives } from "./changed-initiatives.ts";
import { CheckCourse } from "./check-course.ts";
import { CheckRest } from "./check-rest.ts";
import { comparedSlices } from "./compared-slices.ts";
import type { FoundChanges } from "./protocol.ts";
import { alikeAmong, chainLinksOf, formIn, passedOverAmong, similarTo } from "./questions.ts";
import type { SynergyOptions, SynergyService } from "./service.ts";
import { letOthersRun, nameOfPair, pagesOf, readStoredPairs } from "./stored-pairs.ts";
import { EngineThread } from "./thread.ts";

/** So many rows are read before others get their turn: a few milliseconds each. */
const PAGE = 200;
/** Changed initiatives that are checked before the check rests. */
const SLICE = 25;
const RETRY_MS = 2_000;

/** Starts the thread and the first check; neither is waited for. */
export function createSynergy(options: SynergyOptions): SynergyService {
  return new FindingsKeeper(options);
}

class FindingsKeeper implements SynergyService {
  readonly #options: SynergyOptions;
  #thread = new EngineThread();
  #registry: Registry = new Map();
  readonly #changed = new ChangedInitiatives();
  readonly #rest = new CheckRest();
  /** Those who wait for what has changed; there is no rest meanwhile. */
  #waiting = 0;
  /** Until everything was checked, what changes is waited for by somebody who came back after a restart. */
  #isStarting = true;
  readonly #course = new CheckCourse();
  /** Set while something waits to be checked. */
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> = Promise.resolve();
  #isStopped = false;
  /** Something failed, and nothing is followed until everything is checked anew. */
  #waitsToBegin = false;
  /** Of what the stored findings are about; null while that is being changed. */
  #storedFor: string | null = null;

  constructor(options: SynergyOptions) {
    this.#options = options;
    this.#then(() => this.#checkEverything());
  }

  onProjected({ boardId, changed, removed }: Parameters<SynergyService["onProjected"]>[0]) {
    if (this.#waitsToBegin) return;
    for (const id of [...changed, ...removed]) this.#changed.note(initiativeKey(boardId, id), performance.now());
    if (this.#isStarting) this.#rest.end();
    this.#wake();
  }

  #wake(): void {
    const dueAt = this.#changed.nextDueAt();
    if (dueAt === null || this.#timer !== null || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#then(() => this.#checkChanged(performance.now()));
    }, dueAt - performance.now()).unref();
  }

  async boardChanged(boardId: string): Promise<void> {
    this.onProjected({ boardId, changed: await readInitiativeIds(this.#options.db, boardId), removed: [] });
  }

  async actorsChanged(): Promise<void> {
    this.#then(async () => {
      this.#registry = await loadRegistry(this.#options.db);
      const { fingerprint, ...changes } = await this.#thread.perform({ do: "setRegistry", registry: this.#registry });
      await this.#store(changes, fingerprint);
    });
  }

  async formsChanged(): Promise<void> {
    this.#then(async () => {
      const forms = await listAddedForms(this.#options.db);
      const { fingerprint, ...changes } = await this.#thread.perform({ do: "setForms", forms });
      await this.#store(changes, fingerprint);
    });
  }

  findForm(...asked: Parameters<Synergy["findForm"]>): ReturnType<Synergy["findForm"]> {
    return this.#ask(formIn, asked, []);
  }

  progress(): CheckProgress | null {
    return this.#course.progress;
  }

  stopCheck(): void {
    this.#course.stop();
  }

  /** Anew, for the engine has lost its place; one that has not come to its end yet goes on by itself. */
  beginCheck(): void {
    if (this.#course.beginAgain() && !this.#isStarting) this.#then(() => this.#checkEverything());
  }

  similar(...asked: Parameters<Synergy["similar"]>): ReturnType<Synergy["similar"]> {
    return this.#ask(similarTo, asked, []);
  }

  passedOver(...asked: Parameters<Synergy["passedOver"]>): ReturnType<Synergy["passedOver"]> {
    return this.#ask(passedOverAmong, asked, []);
  }

  alikeNotes(...asked: Parameters<Synergy["alikeNotes"]>): ReturnType<Synergy["alikeNotes"]> {
    return this.#ask(alikeAmong, asked, []);
  }

  chainLinks(...asked: Parameters<Synergy["chainLinks"]>): ReturnType<Synergy["chainLinks"]> {
    return this.#ask(chainLinksOf, asked, []);
  }

  /** What a page asks meanwhile; while the thread is away the answer is that nothing is known. */
  async #ask<A, R>(question: (thread: EngineThread, asked: A) => Promise<R>, asked: A, unknown: R): Promise<R> {
    this.#rest.hurry();
    return this.#isStopped || !this.#thread.isAlive ? unknown : question(this.#thread, asked);
  }

  /** What is still being written is checked as it is. Steps that come while one waits are waited for too. */
  async settled(): Promise<void> {
    this.#waiting += 1;
    this.#rest.end();
    let seen: Promise<void> | null = null;
    while (seen !== this.#work) {
      seen = this.#work;
      await seen;
      if (!this.#changed.isEmpty) this.#then(() => this.#checkChanged(Number.POSITIVE_INFINITY));
    }
    this.#waiting -= 1;
  }

  /** What is not checked yet waits for the next start, which finds that something is not as it was checked. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#rest.end();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#thread.stop();
    await this.#work;
    if (this.#storedFor !== null) await writeFact(this.#options.db, "checked", this.#storedFor);
  }

  /** After a failure everything is checked anew: nobody knows what the thread had taken in. */
  #then(step: () => Promise<void>): void {
    this.#work = this.#work
      .then(() => {
        if (this.#isStopped || this.#waitsToBegin) return;
        this.#storedFor = null;
        return step();
      })
      .catch((error: unknown) => {
        if (this.#isStopped) return;
        this.#options.log.error({ err: error }, "the check failed; it begins anew");
        this.#waitsToBegin = true;
        this.#changed.clear();
        setTimeout(() => this.#beginAnew(), RETRY_MS).unref();
      });
  }

  #beginAnew(): void {
    if (this.#isStopped) return;
    this.#waitsToBegin = false;
    void this.#thread.stop();
    this.#thread = new EngineThread();
    this.#then(() => this.#checkEverything());
  }

  async #checkEverything(): Promise<void> {
    const { db, log, now } = this.#options;
    const startedAt = now();
    this.#isStarting = true;
    const stored = await readFact(db, "checked");
    // After a stop in order everything is stored, and those who come back need the machine more.
    if (stored !== null) this.#rest.takeTime();
    else this.#course.begin([...(await countInitiatives(db)).values()].reduce((all, one) => all + one, 0));
    this.#registry = await loadRegistry(db);
    await this.#thread.perform({ do: "open", registry: this.#registry, forms: await listAddedForms(db) });
    const { initiatives, fingerprint } = await this.#addEverything();
    const isStored = fingerprint === stored;
    // From here on findings change, and whether this process ends in order nobody knows.
    await removeFact(db, "checked");
    // Learning them again changes nothing of that, and may be cut short.
    if (isStored) this.#storedFor = fingerprint;
    else this.#rest.hurry();
    const isDone = await (isStored ? this.#resume() : this.#compareEverything(initiatives));
    if (this.#isStopped) return;
    this.#rest.hurry();
    this.#isStarting = false;
    if (!isDone && !this.#course.isStopped) return this.#checkEverything();
    if (!this.#course.end()) return;
    this.#storedFor = fingerprint;
    log.info({ initiatives, isStored, ms: now() - startedAt }, "checked all initiatives");
  }

  async #addEverything(): Promise<{ initiatives: number; fingerprint: string }> {
    let added = { initiatives: 0, fingerprint: "" };
    for (let after: PageAfter | null = null; !this.#isStopped; ) {
      const began = performance.now();
      const page: { after: PageAfter | null; size: number } = { after, size: PAGE };
      const { initiatives, last } = await this.#rest.own(() => readCheckedPage(this.#options.db, this.#registry, page));
      if (last === null) break;
      const { fingerprint } = await this.#rest.own(() => this.#thread.perform({ do: "add", initiatives }));
      await this.#restSince(began);
      added = { initiatives: added.initiatives + initiatives.length, fingerprint };
      after = last;
    }
    return added;
  }

  /** The thread learns what belongs together, and nothing is stored: all of it is. There is no hurry until something changes. */
  async #resume(): Promise<boolean> {
    let isDone = false;
    while (!isDone && !this.#isStopped) {
      const began = performance.now();
      ({ isDone } = await this.#thread.perform({ do: "resume" }));
      await this.#restSince(began);
    }
    return isDone;
  }

  /** Pages and rooms go first: after a restart everybody comes back at once. */
  async #restSince(began: number): Promise<void> {
    const isAwaited = this.#waiting > 0 || (this.#isStarting && !this.#changed.isEmpty);
    if (!isAwaited && !this.#isStopped) await this.#rest.after(performance.now() - began);
  }

  async #compareEverything(total: number): Promise<boolean> {
    const missing = await readStoredPairs(this.#options.db, () => this.#isStopped);
    const boards = new Set<string>();
    this.#course.begin(total);
    let isDone = false;
    for await (const slice of comparedSlices(this.#thread, () => this.#isStopped || this.#course.isStopped)) {
      this.#course.reach(slice.compared);
      for (const pair of slice.found) missing.delete(nameOfPair(pair));
      for (const boardId of await this.#write(slice)) boards.add(boardId);
      isDone = slice.isDone;
    }
    // What a stopped check has not come to may be found as before.
    if (!isDone) missing.clear();
    for (const boardId of await this.#write({ found: [], gone: [...missing.values()] })) boards.add(boardId);
    // Told once: an open page would otherwise ask again for every slice.
    if (boards.size > 0) this.#options.onFindings(boards);
    return isDone;
  }

  /** A slice of what was due at that time. */
  async #checkChanged(now: number): Promise<void> {
    const keys = this.#changed.takeDue(now, SLICE);
    const began = performance.now();
    if (keys.length > 0) await this.#check(keys);
    await this.#restSince(began);
    this.#wake();
  }

  async #check(keys: readonly string[]): Promise<void> {
    const upserts = await readCheckedInitiatives(this.#options.db, this.#registry, keys.map(placeOfKey));
    const standing = new Set(upserts.map(({ key }) => key));
    const removals = keys.filter((key) => !standing.has(key));
    const { fingerprint, reworded, ...changes } = await this.#thread.perform({ do: "update", upserts, removals });
    if (!this.#isStopped) await keepAnswers(this.#options.db, reworded);
    await this.#store(changes, fingerprint);
  }

  async #store(changes: FoundChanges, fingerprint: string): Promise<void> {
    const boards = await this.#write(changes);
    if (boards.size > 0) this.#options.onFindings(boards);
    if (!this.#isStopped && !this.#course.isStopped) this.#storedFor = fingerprint;
  }

  /** @returns the boards whose findings are not what they were */
  async #write(changes: FoundChanges): Promise<ReadonlySet<string>> {
    const { db, now, newId } = this.#options;
    const boards = new Set<string>();
    for (const page of pagesOf(changes)) {
      if (this.#isStopped) break;
      const touched = await this.#rest.own(() => storeFindings(db, { ...page, now: now(), newId }));
      for (const boardId of touched) boards.add(boardId);
      await letOthersRun();
    }
    return boards;
  }
}

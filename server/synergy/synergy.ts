/**
 * Keeps findings equal to the initiatives: reads everything at start, follows every projected change, stores what came of
 * it, and tells the boards it concerns. One step at a time, in the order of the changes.
 */
import type { Synergy } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import {
  type PageAfter,
  readCheckedInitiatives,
  readCheckedPage,
  readInitiativeIds,
} from "#db/queries/checked-initiatives.ts";
import { type PairIds, storedPairs, storeFindings } from "#db/queries/finding-storage.ts";
import { readFact, removeFact, writeFact } from "#db/queries/installation.ts";
import type { Registry } from "#domain/actor-registry.ts";
import { initiativeKey, placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { SynergyMatch } from "#domain/synergy/types.ts";
import type { Logger } from "#server/log.ts";
import type { FoundChanges } from "./protocol.ts";
import { EngineThread } from "./thread.ts";

export interface SynergyOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "error" | "info">;
  readonly now: () => number;
  readonly newId: () => string;
  /** The findings of these boards are not what they were. */
  readonly onFindings: (boardIds: ReadonlySet<string>) => void;
}

export interface SynergyService extends Synergy {
  /** Rows of initiatives have changed or gone (the projection calls). */
  onProjected(projected: { boardId: string; changed: readonly string[]; removed: readonly string[] }): void;
  stop(): Promise<void>;
}

/** So many rows are read, or pairs stored, before others get their turn: a few milliseconds each. */
const PAGE = 200;
const STORED_AT_ONCE = 100;
const RETRY_MS = 2_000;

const nameOf = (pair: PairIds): string =>
  [pair.aBoardId, pair.aInitiativeId, pair.bBoardId, pair.bInitiativeId].join(" ");

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts the thread and the first check; neither is waited for. */
export function createSynergy(options: SynergyOptions): SynergyService {
  return new FindingsKeeper(options);
}

type Step = () => Promise<void>;

class FindingsKeeper implements SynergyService {
  readonly #options: SynergyOptions;
  #thread = new EngineThread();
  #registry: Registry = new Map();
  /** Initiatives whose rows changed since they were last checked, by board. */
  #changed = new Map<string, Set<string>>();
  #work: Promise<void> = Promise.resolve();
  #isStopped = false;
  /** Of what the stored findings are about; null while that is being changed. */
  #storedFor: string | null = null;

  constructor(options: SynergyOptions) {
    this.#options = options;
    this.#then(() => this.#checkEverything());
  }

  onProjected({
    boardId,
    changed,
    removed,
  }: {
    boardId: string;
    changed: readonly string[];
    removed: readonly string[];
  }) {
    const isWaiting = this.#changed.size > 0;
    const ids = this.#changed.get(boardId) ?? new Set<string>();
    for (const id of [...changed, ...removed]) ids.add(id);
    this.#changed.set(boardId, ids);
    if (!isWaiting) this.#then(() => this.#checkChanged());
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

  async similar(...[draft, { readableBoardIds, limit }]: Parameters<Synergy["similar"]>): Promise<SynergyMatch[]> {
    if (this.#isStopped || !this.#thread.isAlive) return [];
    const { boardId: _, ...initiative } = draft;
    const pairs = await this.#thread.perform({ do: "similar", draft: initiative, boardIds: readableBoardIds, limit });
    return pairs.map(({ pair, ...told }) => ({
      ...placeOfKey(pair.b),
      ...told,
      kind: pair.kind,
      strength: pair.strength,
      reasons: pair.reasons,
    }));
  }

  /** Steps that come while one waits are waited for too. */
  async settled(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== this.#work) {
      seen = this.#work;
      await seen;
    }
  }

  /** What is not checked yet waits for the next start, which finds that something is not as it was checked. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#thread.stop();
    await this.#work;
    if (this.#storedFor !== null) await writeFact(this.#options.db, "checked", this.#storedFor);
  }

  /** After a failure everything is checked anew: nobody knows what the thread had taken in. */
  #then(step: Step): void {
    this.#work = this.#work
      .then(() => {
        if (this.#isStopped) return;
        this.#storedFor = null;
        return step();
      })
      .catch((error: unknown) => {
        if (this.#isStopped) return;
        this.#options.log.error({ err: error }, "the check failed; it begins anew");
        setTimeout(() => this.#beginAnew(), RETRY_MS).unref();
      });
  }

  #beginAnew(): void {
    if (this.#isStopped) return;
    void this.#thread.stop();
    this.#thread = new EngineThread();
    this.#then(() => this.#checkEverything());
  }

  async #checkEverything(): Promise<void> {
    const { db, log, now } = this.#options;
    const startedAt = now();
    this.#registry = await loadRegistry(db);
    await this.#thread.perform({ do: "open", registry: this.#registry });
    const { initiatives, fingerprint } = await this.#addEverything();
    const isStored = fingerprint === (await readFact(db, "checked"));
    // From here on findings change, and whether this process ends in order nobody knows.
    await removeFact(db, "checked");
    await (isStored ? this.#resume() : this.#compareEverything());
    if (this.#isStopped) return;
    this.#storedFor = fingerprint;
    log.info({ initiatives, isStored, ms: now() - startedAt }, "checked all initiatives");
  }

  async #addEverything(): Promise<{ initiatives: number; fingerprint: string }> {
    let added = { initiatives: 0, fingerprint: "" };
    for (let after: PageAfter | null = null; !this.#isStopped; ) {
      const { initiatives, last } = await readCheckedPage(this.#options.db, this.#registry, { after, size: PAGE });
      if (last === null) break;
      const { fingerprint } = await this.#thread.perform({ do: "add", initiatives });
      added = { initiatives: added.initiatives + initiatives.length, fingerprint };
      after = last;
    }
    return added;
  }

  /** The thread learns what belongs together, and nothing is stored: all of it is. */
  async #resume(): Promise<void> {
    for (let isDone = false; !isDone && !this.#isStopped; ) {
      ({ isDone } = await this.#thread.perform({ do: "resume" }));
    }
  }

  async #compareEverything(): Promise<void> {
    const missing = await this.#storedPairs();
    const boards = new Set<string>();
    for (let isDone = false; !isDone && !this.#isStopped; ) {
      const { isDone: isLast, ...slice } = await this.#thread.perform({ do: "compareAll" });
      for (const pair of slice.found) missing.delete(nameOf(pair));
      for (const boardId of await this.#write(slice)) boards.add(boardId);
      isDone = isLast;
    }
    for (const boardId of await this.#write({ found: [], gone: [...missing.values()] })) boards.add(boardId);
    // Told once: an open page would otherwise ask again for every slice.
    if (boards.size > 0) this.#options.onFindings(boards);
  }

  async #storedPairs(): Promise<Map<string, PairIds>> {
    const stored = new Map<string, PairIds>();
    for (let after = 0; !this.#isStopped; await letOthersRun()) {
      const { pairs, last } = await storedPairs(this.#options.db, { after, size: PAGE });
      if (last === null) break;
      for (const pair of pairs) stored.set(nameOf(pair), pair);
      after = last;
    }
    return stored;
  }

  async #checkChanged(): Promise<void> {
    const boards = this.#changed;
    this.#changed = new Map();
    for (const [boardId, ids] of boards) {
      const upserts = await readCheckedInitiatives(this.#options.db, this.#registry, { boardId, ids: [...ids] });
      const standing = new Set(upserts.map(({ key }) => key));
      const removals = [...ids].map((id) => initiativeKey(boardId, id)).filter((key) => !standing.has(key));
      const { fingerprint, ...changes } = await this.#thread.perform({ do: "update", upserts, removals });
      await this.#store(changes, fingerprint);
    }
  }

  async #store(changes: FoundChanges, fingerprint: string): Promise<void> {
    const boards = await this.#write(changes);
    if (boards.size > 0) this.#options.onFindings(boards);
    if (!this.#isStopped) this.#storedFor = fingerprint;
  }

  /** @returns the boards whose findings are not what they were */
  async #write({ found, gone }: FoundChanges): Promise<ReadonlySet<string>> {
    const { db, now, newId } = this.#options;
    const boards = new Set<string>();
    for (let at = 0; at < Math.max(found.length, gone.length) && !this.#isStopped; at += STORED_AT_ONCE) {
      const page = { found: found.slice(at, at + STORED_AT_ONCE), gone: gone.slice(at, at + STORED_AT_ONCE) };
      const touched = await storeFindings(db, { ...page, now: now(), newId });
      for (const boardId of touched) boards.add(boardId);
      await letOthersRun();
    }
    return boards;
  }
}

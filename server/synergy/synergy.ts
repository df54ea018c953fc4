/**
 * Keeps findings equal to the initiatives: reads everything at start, follows every projected change, stores what came of
 * it, and tells the boards it concerns. One step at a time, in the order of the changes.
 */
import type { Synergy } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { type PageAfter, readCheckedInitiatives, readCheckedPage } from "#db/queries/checked-initiatives.ts";
import { type FoundPair, type PairIds, storedPairs, storeFindings } from "#db/queries/finding-storage.ts";
import type { Registry } from "#domain/actor-registry.ts";
import type { PairKey } from "#domain/synergy/best-pairs.ts";
import { ENGINE_VERSION, type PairChanges } from "#domain/synergy/engine.ts";
import { initiativeKey, placeOfKey } from "#domain/synergy/initiative-key.ts";
import type { ShownPair, SynergyMatch } from "#domain/synergy/types.ts";
import type { Logger } from "#server/log.ts";
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

/** So many initiatives are read, or pairs stored, before others get their turn. */
const PAGE = 200;
const RETRY_MS = 2_000;

const pairIdsOf = ([a, b]: PairKey): PairIds => {
  const left = placeOfKey(a);
  const right = placeOfKey(b);
  return {
    aBoardId: left.boardId,
    aInitiativeId: left.initiativeId,
    bBoardId: right.boardId,
    bInitiativeId: right.initiativeId,
  };
};

const foundPairOf = (pair: ShownPair): FoundPair => ({
  ...pairIdsOf([pair.a, pair.b]),
  kind: pair.kind,
  strength: pair.strength,
  score: pair.scores[pair.kind],
  reasons: JSON.stringify(pair.reasons),
  aHash: pair.aHash,
  bHash: pair.bHash,
});

const nameOf = (pair: PairIds): string =>
  `${initiativeKey(pair.aBoardId, pair.aInitiativeId)} ${initiativeKey(pair.bBoardId, pair.bInitiativeId)}`;

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

  async actorsChanged(): Promise<void> {
    this.#then(async () => {
      this.#registry = await loadRegistry(this.#options.db);
      await this.#store(await this.#thread.perform({ do: "setRegistry", registry: this.#registry }));
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

  /** What is not checked yet waits for the next start, which checks everything. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#thread.stop();
    await this.#work;
  }

  /** After a failure everything is checked anew: nobody knows what the thread had taken in. */
  #then(step: Step): void {
    this.#work = this.#work
      .then(() => (this.#isStopped ? undefined : step()))
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
    const missing = new Map((await storedPairs(db)).map((pair) => [nameOf(pair), pair]));
    await this.#thread.perform({ do: "open", registry: this.#registry });
    let after: PageAfter | null = null;
    let initiatives = 0;
    do {
      const page = await readCheckedPage(db, this.#registry, { after, size: PAGE });
      const changes = await this.#thread.perform({ do: "update", upserts: page.initiatives, removals: [] });
      for (const pair of changes.changed) missing.delete(`${pair.a} ${pair.b}`);
      await this.#store(changes);
      initiatives += page.initiatives.length;
      after = page.last;
    } while (after !== null && !this.#isStopped);
    if (this.#isStopped) return;
    await this.#storePairs([], [...missing.values()]);
    log.info({ initiatives, ms: now() - startedAt }, "checked all initiatives");
  }

  async #checkChanged(): Promise<void> {
    const boards = this.#changed;
    this.#changed = new Map();
    for (const [boardId, ids] of boards) {
      const upserts = await readCheckedInitiatives(this.#options.db, this.#registry, { boardId, ids: [...ids] });
      const standing = new Set(upserts.map(({ key }) => key));
      const removals = [...ids].map((id) => initiativeKey(boardId, id)).filter((key) => !standing.has(key));
      await this.#store(await this.#thread.perform({ do: "update", upserts, removals }));
    }
  }

  #store({ changed, gone }: PairChanges): Promise<void> {
    return this.#storePairs(changed.map(foundPairOf), gone.map(pairIdsOf));
  }

  async #storePairs(found: readonly FoundPair[], gone: readonly PairIds[]): Promise<void> {
    const { db, now, newId, onFindings } = this.#options;
    for (let at = 0; at < Math.max(found.length, gone.length) && !this.#isStopped; at += PAGE) {
      const page = { found: found.slice(at, at + PAGE), gone: gone.slice(at, at + PAGE) };
      const boards = await storeFindings(db, { ...page, engineVersion: ENGINE_VERSION, now: now(), newId });
      if (boards.size > 0) onFindings(boards);
      await letOthersRun();
    }
  }
}

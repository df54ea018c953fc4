/** The pairs that are stored as found, by name. */
import type { Database } from "#db/client.ts";
import { type PairIds, storedPairs } from "#db/queries/finding-storage.ts";

/** So many rows are read before others get their turn. */
const PAGE = 200;

export const nameOfPair = (pair: PairIds): string =>
  [pair.aBoardId, pair.aInitiativeId, pair.bBoardId, pair.bInitiativeId].join(" ");

export const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function readStoredPairs(db: Database, isStopped: () => boolean): Promise<Map<string, PairIds>> {
  const stored = new Map<string, PairIds>();
  for (let after = 0; !isStopped(); await letOthersRun()) {
    const { pairs, last } = await storedPairs(db, { after, size: PAGE });
    if (last === null) break;
    for (const pair of pairs) stored.set(nameOfPair(pair), pair);
    after = last;
  }
  return stored;
}

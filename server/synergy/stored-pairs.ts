/** The pairs that are stored as found, by name; and those that are to be, page by page. */
import type { Database } from "#db/client.ts";
import { type PairIds, storedPairs } from "#db/queries/finding-storage.ts";
import type { FoundChanges } from "./protocol.ts";

/** So many rows are read, or pairs stored, before others get their turn. */
const PAGE = 200;
const STORED_AT_ONCE = 100;

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

export function* pagesOf({ found, gone }: FoundChanges): Generator<FoundChanges> {
  for (let at = 0; at < Math.max(found.length, gone.length); at += STORED_AT_ONCE) {
    yield { found: found.slice(at, at + STORED_AT_ONCE), gone: gone.slice(at, at + STORED_AT_ONCE) };
  }
}

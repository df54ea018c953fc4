/** Keeps the findings that the check reports: rows keep their id and answers when a pair changes, goes or comes back. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { finding, findingAnswer } from "#db/schema/finding.ts";
import type { FindingKind, Reason, Strength } from "#domain/finding.ts";

export interface PairIds {
  readonly aBoardId: string;
  readonly aInitiativeId: string;
  readonly bBoardId: string;
  readonly bInitiativeId: string;
}

export interface FoundPair extends PairIds {
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly aHash: string;
  readonly bHash: string;
}

export interface FindingChanges {
  readonly found: readonly FoundPair[];
  readonly gone: readonly PairIds[];
  readonly engineVersion: string;
  readonly now: number;
  readonly newId: () => string;
}

const isPair = (pair: PairIds) =>
  and(
    eq(finding.aBoardId, pair.aBoardId),
    eq(finding.aInitiativeId, pair.aInitiativeId),
    eq(finding.bBoardId, pair.bBoardId),
    eq(finding.bInitiativeId, pair.bInitiativeId),
  );

/**
 * Stores what changed, in one transaction.
 *
 * @returns the boards whose findings are not what they were
 */
export async function storeFindings(db: Database, changes: FindingChanges): Promise<ReadonlySet<string>> {
  const boards = new Set<string>();
  db.transaction((tx) => {
    for (const pair of changes.found) if (storeFound(tx, pair, changes)) touch(boards, pair);
    for (const pair of changes.gone) if (storeGone(tx, pair, changes.now)) touch(boards, pair);
  });
  return boards;
}

function touch(boards: Set<string>, pair: PairIds): void {
  boards.add(pair.aBoardId).add(pair.bBoardId);
}

function storeFound(tx: Transaction, pair: FoundPair, { engineVersion, now, newId }: FindingChanges): boolean {
  const { kind, strength, score, aHash, bHash } = pair;
  const values = { kind, strength, score, aHash, bHash, reasons: [...pair.reasons], goneAt: null };
  const stored = tx.select().from(finding).where(isPair(pair)).get();
  if (stored === undefined) {
    const ids = { aBoardId: pair.aBoardId, aInitiativeId: pair.aInitiativeId, bBoardId: pair.bBoardId };
    tx.insert(finding)
      .values({
        id: newId(),
        ...ids,
        bInitiativeId: pair.bInitiativeId,
        ...values,
        engineVersion,
        createdAt: now,
        updatedAt: now,
      })
      .run();
    return true;
  }
  if (isSame(stored, values)) return false;
  tx.update(finding)
    .set({ ...values, engineVersion, updatedAt: now })
    .where(eq(finding.id, stored.id))
    .run();
  return true;
}

type Stored = typeof finding.$inferSelect;
type Values = Pick<Stored, "kind" | "strength" | "score" | "aHash" | "bHash" | "reasons" | "goneAt">;

const isSame = (stored: Stored, values: Values): boolean =>
  stored.kind === values.kind &&
  stored.strength === values.strength &&
  stored.score === values.score &&
  stored.aHash === values.aHash &&
  stored.bHash === values.bHash &&
  stored.goneAt === values.goneAt &&
  JSON.stringify(stored.reasons) === JSON.stringify(values.reasons);

/** A pair that somebody has answered stays as outdated; one that nobody cared about goes. */
function storeGone(tx: Transaction, pair: PairIds, now: number): boolean {
  const isStored = and(isPair(pair), isNull(finding.goneAt));
  const stored = tx.select({ id: finding.id }).from(finding).where(isStored).get();
  if (stored === undefined) return false;
  const isIt = eq(finding.id, stored.id);
  const answer = tx.select().from(findingAnswer).where(eq(findingAnswer.findingId, stored.id)).limit(1).get();
  if (answer === undefined) tx.delete(finding).where(isIt).run();
  else tx.update(finding).set({ goneAt: now, updatedAt: now }).where(isIt).run();
  return true;
}

/** Every pair that is stored as found: what the first check after a start is held against. */
export async function storedPairs(db: Database): Promise<PairIds[]> {
  return db
    .select({
      aBoardId: finding.aBoardId,
      aInitiativeId: finding.aInitiativeId,
      bBoardId: finding.bBoardId,
      bInitiativeId: finding.bInitiativeId,
    })
    .from(finding)
    .where(isNull(finding.goneAt))
    .all();
}

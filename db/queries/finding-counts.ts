/** Numbers of findings for badges, panels and the pages that look across. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { type FindingAnswer, type FindingBoard, listFindings } from "#db/queries/findings.ts";
import { finding } from "#db/schema/finding.ts";
import { type FindingDecision, type FindingKind, isOpen } from "#domain/finding.ts";

/** What a card's badge tells: findings of each kind that nobody has dismissed and the check still finds. */
export type BadgeCounts = Readonly<Record<FindingKind, number>>;

/** Badges per initiative id of one board. Initiatives without findings are absent. */
export async function countFindingsByInitiative(
  db: Database,
  boards: readonly FindingBoard[],
  boardId: string,
): Promise<ReadonlyMap<string, BadgeCounts>> {
  const counts = new Map<string, Record<FindingKind, number>>();
  const add = (initiativeId: string, kind: FindingKind) => {
    const badge = counts.get(initiativeId) ?? { overlap: 0, "learn-from": 0, "shared-actor": 0, complementary: 0 };
    badge[kind] += 1;
    counts.set(initiativeId, badge);
  };
  for (const { a, b, kind, decision } of await listFindings(db, boards, { touching: [boardId] })) {
    if (decision.state === "dismissed" || (decision.state === "outdated" && !isOpen(decision))) continue;
    for (const side of [a, b]) if (side.boardId === boardId) add(side.initiativeId, kind);
  }
  return counts;
}

/**
 * Open findings by kind over very many boards: all that stand, less the few that answers have decided. The check takes the
 * findings of a binned initiative away, so they need not be looked for here.
 */
export async function countOpenByKind(db: Database, boards: readonly FindingBoard[]): Promise<BadgeCounts> {
  const readable = sql`(select value from json_each(${JSON.stringify(boards.map(({ id }) => id))}))`;
  const standing = db
    .select({ kind: finding.kind, count: sql<number>`count(*)` })
    .from(finding)
    // The plus signs keep SQLite from seeking board by board: one walk along the index is four times faster.
    .where(sql`gone_at is null and +${finding.aBoardId} in ${readable} and +${finding.bBoardId} in ${readable}`)
    .groupBy(finding.kind)
    .all();
  const counts: Record<FindingKind, number> = { overlap: 0, "learn-from": 0, "shared-actor": 0, complementary: 0 };
  for (const { kind, count } of standing) counts[kind] += count;
  for (const { kind, decision } of await listFindings(db, boards, { answered: true }))
    if (isDecided(decision)) counts[kind] -= 1;
  return counts;
}

/** Somebody's answers hold, and the check still finds it. */
const isDecided = (decision: FindingDecision<FindingAnswer>): boolean =>
  !isOpen(decision) && decision.state !== "outdated";

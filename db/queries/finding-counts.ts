/** Numbers of findings for badges, panels and the pages that look across. */
import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { alsoOnBoards, type FindingAnswer, type FindingBoard, hasAnswer, listFindings } from "#db/queries/findings.ts";
import { finding } from "#db/schema/finding.ts";
import { type FindingDecision, type FindingKind, isOpen, isStanding } from "#domain/finding.ts";

/** What a card's badge tells: findings of each kind that nobody has dismissed and the check still finds. */
export type BadgeCounts = Readonly<Record<FindingKind, number>>;

const NONE: BadgeCounts = { overlap: 0, "learn-from": 0, "shared-actor": 0, complementary: 0 };

/**
 * Badges per initiative id of one board. Initiatives without findings are absent. Those that nobody has answered are counted
 * in SQL. The check takes the findings of a binned initiative away, so they need not be looked for here.
 */
export async function countFindingsByInitiative(
  db: Database,
  boards: readonly FindingBoard[],
  boardId: string,
): Promise<ReadonlyMap<string, BadgeCounts>> {
  const counts = new Map<string, Record<FindingKind, number>>();
  const add = ({ initiativeId, kind, count: found }: Counted) => {
    const badge = counts.get(initiativeId) ?? { ...NONE };
    badge[kind] += found;
    counts.set(initiativeId, badge);
  };
  for (const counted of countUnanswered(db, boards, boardId)) add(counted);
  for (const { a, b, kind, decision } of await listFindings(db, boards, { touching: [boardId], answered: true })) {
    if (!isStanding(decision)) continue;
    for (const side of [a, b]) if (side.boardId === boardId) add({ initiativeId: side.initiativeId, kind, count: 1 });
  }
  return counts;
}

interface Counted {
  readonly initiativeId: string;
  readonly kind: FindingKind;
  readonly count: number;
}

/** Each side by its own index. */
function countUnanswered(db: Database, boards: readonly FindingBoard[], boardId: string): Counted[] {
  const sides = [
    [finding.aBoardId, finding.aInitiativeId],
    [finding.bBoardId, finding.bInitiativeId],
  ] as const;
  return sides.flatMap(([side, initiativeId]) =>
    db
      .select({ initiativeId, kind: finding.kind, count: count() })
      .from(finding)
      .where(and(eq(side, boardId), alsoOnBoards(boards), isNull(finding.goneAt), sql`not ${hasAnswer}`))
      .groupBy(initiativeId, finding.kind)
      .all(),
  );
}

/**
 * Open findings by kind over very many boards: all that stand, less the few that answers have decided. The check takes the
 * findings of a binned initiative away, so they need not be looked for here.
 */
export async function countOpenByKind(db: Database, boards: readonly FindingBoard[]): Promise<BadgeCounts> {
  const standing = db
    .select({ kind: finding.kind, count: count() })
    .from(finding)
    // One walk along the index is four times faster than seeking board by board.
    .where(and(isNull(finding.goneAt), alsoOnBoards(boards)))
    .groupBy(finding.kind)
    .all();
  const counts: Record<FindingKind, number> = { ...NONE };
  for (const { kind, count: found } of standing) counts[kind] += found;
  for (const { kind, decision } of await listFindings(db, boards, { answered: true }))
    if (isDecided(decision)) counts[kind] -= 1;
  return counts;
}

/** Somebody's answers hold, and the check still finds it. */
const isDecided = (decision: FindingDecision<FindingAnswer>): boolean =>
  !isOpen(decision) && decision.state !== "outdated";

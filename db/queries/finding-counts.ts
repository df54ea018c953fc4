/** Numbers of findings for badges, panels and the pages that look across. */
import { and, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { type FindingBoard, hasAnswer, listFindings, onBoards } from "#db/queries/findings.ts";
import { finding } from "#db/schema/finding.ts";
import { initiative } from "#db/schema/initiative.ts";
import { type FindingKind, isOpen } from "#domain/finding.ts";

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
 * Open findings by kind over very many boards: those that nobody has answered are counted in SQL, and only the few that
 * somebody has are read and decided one by one.
 */
export async function countOpenByKind(db: Database, boards: readonly FindingBoard[]): Promise<BadgeCounts> {
  const unanswered = db
    .select({ kind: finding.kind, count: sql<number>`count(*)` })
    .from(finding)
    .where(and(onBoards(boards), isNull(finding.goneAt), sql`not ${hasAnswer}`, notInBin(finding)))
    .groupBy(finding.kind)
    .all();
  const counts: Record<FindingKind, number> = { overlap: 0, "learn-from": 0, "shared-actor": 0, complementary: 0 };
  for (const { kind, count } of unanswered) counts[kind] += count;
  for (const { kind, decision } of await listFindings(db, boards, { answered: true }))
    if (isOpen(decision)) counts[kind] += 1;
  return counts;
}

/** The bin is small, so asking whether a side lies in it is far cheaper than joining both sides to look. */
const notInBin = ({ aBoardId, aInitiativeId, bBoardId, bInitiativeId }: typeof finding) => {
  const bin = sql`(select ${initiative.boardId}, ${initiative.id} from ${initiative} where ${initiative.binnedAt} is not null)`;
  return sql`(${aBoardId}, ${aInitiativeId}) not in ${bin} and (${bBoardId}, ${bInitiativeId}) not in ${bin}`;
};

/** Numbers of findings for badges, panels and the pages that look across. */
import { and, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import {
  aSide,
  aStands,
  bSide,
  bStands,
  type Finding,
  type FindingBoard,
  hasAnswer,
  listFindings,
  onBoards,
} from "#db/queries/findings.ts";
import { finding } from "#db/schema/finding.ts";
import { FINDING_KINDS, FINDING_STATES, type FindingKind, type FindingState, isOpen } from "#domain/finding.ts";

export interface FindingCounts {
  readonly total: number;
  /** Those that somebody's answer would decide. */
  readonly open: number;
  readonly byState: Readonly<Record<FindingState, number>>;
  readonly openByKind: Readonly<Record<FindingKind, number>>;
}

/** Adds up findings that were read already. */
export function countOf(findings: readonly Finding[]): FindingCounts {
  const open = findings.filter(({ decision }) => isOpen(decision));
  return {
    total: findings.length,
    open: open.length,
    byState: tally(FINDING_STATES, findings, ({ decision }) => decision.state),
    openByKind: tally(FINDING_KINDS, open, ({ kind }) => kind),
  };
}

function tally<K extends string>(keys: readonly K[], findings: readonly Finding[], keyOf: (each: Finding) => K) {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const each of findings) counts[keyOf(each)] += 1;
  return counts;
}

/** Findings on the boards by state and kind. */
export async function countFindings(db: Database, boards: readonly FindingBoard[]): Promise<FindingCounts> {
  return countOf(await listFindings(db, boards));
}

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
  for (const { a, b, kind, decision } of await listFindings(db, boards, { touching: boardId })) {
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
    .innerJoin(aSide, aStands)
    .innerJoin(bSide, bStands)
    .where(and(onBoards(boards), isNull(finding.goneAt), sql`not ${hasAnswer}`))
    .groupBy(finding.kind)
    .all();
  const answered = countOf(await listFindings(db, boards, { answered: true })).openByKind;
  const counts = { ...answered };
  for (const { kind, count } of unanswered) counts[kind] += count;
  return counts;
}

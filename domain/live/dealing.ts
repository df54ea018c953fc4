/** Which findings each table talks about when nobody has said so. */

/** As many as a table gets through in twenty minutes (PRODUCT C1, minute 100). */
export const FINDINGS_PER_TABLE = 3;

export interface DealtFinding {
  readonly id: string;
  /** The two kommuner that would have to answer. */
  readonly organisationIds: readonly string[];
}

export interface DealingTable {
  readonly id: string;
  /** Where those who sit there come from. */
  readonly organisationIds: ReadonlySet<string>;
  /** How many it has already. */
  readonly has: number;
}

export interface Dealt {
  readonly findingId: string;
  readonly tableId: string;
}

/**
 * Deals round by round, so that each table gets its best before one gets its second: first what somebody at the table can answer, then,
 * for tables that are still short, what is left. Nobody sits at an empty table, so it gets none.
 *
 * @param findings those that no table has, the best first
 */
export function deal(findings: readonly DealtFinding[], tables: readonly DealingTable[]): Dealt[] {
  const left = new Set(findings);
  const dealt: Dealt[] = [];
  const has = new Map(tables.map((table) => [table.id, table.has]));
  const takes = (isFor: (finding: DealtFinding, table: DealingTable) => boolean) => {
    for (let round = 1; round <= FINDINGS_PER_TABLE; round++) {
      for (const table of tables) {
        if (table.organisationIds.size === 0 || (has.get(table.id) ?? 0) >= round) continue;
        const finding = [...left].find((each) => isFor(each, table));
        if (finding === undefined) continue;
        left.delete(finding);
        has.set(table.id, (has.get(table.id) ?? 0) + 1);
        dealt.push({ findingId: finding.id, tableId: table.id });
      }
    }
  };
  takes((finding, { organisationIds }) => finding.organisationIds.some((id) => organisationIds.has(id)));
  takes(() => true);
  return dealt;
}

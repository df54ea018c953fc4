/** Keeps the findings that the check reports: rows keep their id and answers when a pair changes, goes or comes back. */
import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction, prepared } from "#db/prepared.ts";
import { finding, findingAnswer, findingAssessment, findingKindChange } from "#db/schema/finding.ts";
import type { FindingKind, Strength } from "#domain/finding.ts";

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
  /** As `writeReasons` writes them: the check's thread has done it, so that this one need not. */
  readonly reasons: string;
  readonly aHash: string;
  readonly bHash: string;
}

export interface FindingChanges {
  readonly found: readonly FoundPair[];
  readonly gone: readonly PairIds[];
  readonly now: number;
  readonly newId: () => string;
}

/** What the check says about a pair. */
const SAID = ["kind", "strength", "score", "reasons", "aHash", "bHash"] as const;
const KEY = ["aBoardId", "aInitiativeId", "bBoardId", "bInitiativeId"] as const;

const { placeholder } = sql;
const proposed = (name: keyof typeof finding.$inferSelect) => sql.raw(`excluded.${finding[name].name}`);
const isPair = and(...KEY.map((name) => eq(finding[name], placeholder(name))));
/** Somebody has said what kind it is, of the same texts: that holds against the check. */
const isKindGiven = sql`(${finding.givenKind} is not null and ${finding.aHash} = ${proposed("aHash")} and ${finding.bHash} = ${proposed("bHash")})`;
/** A row that says the same already is left as it is. */
const saysOther = sql`${finding.goneAt} is not null or (${finding.kind} <> ${proposed("kind")} and not ${isKindGiven}) or ${sql.join(
  SAID.filter((name) => name !== "kind").map((name) => sql`${finding[name]} <> ${proposed(name)}`),
  sql` or `,
)}`;
/** Of the finding at hand. */
const hasNo = (db: Database, table: typeof findingAnswer | typeof findingAssessment | typeof findingKindChange) =>
  notExists(db.select({ one: sql`1` }).from(table).where(eq(table.findingId, finding.id)));

const statements = prepared((db) => ({
  found: db
    .insert(finding)
    .values({
      id: placeholder("id"),
      aBoardId: placeholder("aBoardId"),
      aInitiativeId: placeholder("aInitiativeId"),
      bBoardId: placeholder("bBoardId"),
      bInitiativeId: placeholder("bInitiativeId"),
      kind: placeholder("kind"),
      strength: placeholder("strength"),
      score: placeholder("score"),
      // As SQL, because a value of this column would be written once more.
      reasons: sql`${placeholder("reasons")}`,
      aHash: placeholder("aHash"),
      bHash: placeholder("bHash"),
      createdAt: placeholder("now"),
      updatedAt: placeholder("now"),
    })
    .onConflictDoUpdate({
      target: KEY.map((name) => finding[name]),
      set: {
        ...Object.fromEntries([...SAID, "updatedAt" as const, "goneAt" as const].map((name) => [name, proposed(name)])),
        kind: sql`case when ${isKindGiven} then ${finding.kind} else ${proposed("kind")} end`,
        givenKind: sql`case when ${isKindGiven} then ${finding.givenKind} end`,
      },
      setWhere: saysOther,
    })
    .prepare(),
  removeUnanswered: db
    .delete(finding)
    .where(and(isPair, hasNo(db, findingAnswer), hasNo(db, findingAssessment), hasNo(db, findingKindChange)))
    .prepare(),
  markGone: db
    .update(finding)
    .set({ goneAt: sql`${placeholder("now")}`, updatedAt: sql`${placeholder("now")}` })
    .where(and(isPair, isNull(finding.goneAt)))
    .prepare(),
  stored: db
    .select({
      row: sql<number>`rowid`,
      aBoardId: finding.aBoardId,
      aInitiativeId: finding.aInitiativeId,
      bBoardId: finding.bBoardId,
      bInitiativeId: finding.bInitiativeId,
    })
    .from(finding)
    .where(sql`rowid > ${placeholder("after")} and ${finding.goneAt} is null`)
    .orderBy(sql`rowid`)
    .limit(placeholder("size"))
    .prepare(),
}));

/**
 * Stores what changed, in one transaction.
 *
 * @returns the boards whose findings are not what they were
 */
export async function storeFindings(db: Database, changes: FindingChanges): Promise<ReadonlySet<string>> {
  const boards = new Set<string>();
  inTransaction(db, () => {
    for (const pair of changes.found) if (storeFound(db, pair, changes)) touch(boards, pair);
    for (const pair of changes.gone) if (storeGone(db, pair, changes.now)) touch(boards, pair);
  });
  return boards;
}

function touch(boards: Set<string>, pair: PairIds): void {
  boards.add(pair.aBoardId).add(pair.bBoardId);
}

function storeFound(db: Database, pair: FoundPair, { now, newId }: FindingChanges): boolean {
  // Written out: spread, each of them would be a table of its own, and 60 MB of those outlive the first check of a country.
  const row = {
    id: newId(),
    aBoardId: pair.aBoardId,
    aInitiativeId: pair.aInitiativeId,
    bBoardId: pair.bBoardId,
    bInitiativeId: pair.bInitiativeId,
    kind: pair.kind,
    strength: pair.strength,
    score: pair.score,
    reasons: pair.reasons,
    aHash: pair.aHash,
    bHash: pair.bHash,
    now,
  };
  return statements(db).found.run(row).changes > 0;
}

/** A pair about which somebody has said something stays as outdated; one that nobody cared about goes. */
function storeGone(db: Database, pair: PairIds, now: number): boolean {
  const { removeUnanswered, markGone } = statements(db);
  return removeUnanswered.run({ ...pair }).changes > 0 || markGone.run({ ...pair, now }).changes > 0;
}

/** The next pairs that are stored as found, in pages so that a full read stalls nobody; `last` is where the next begins. */
export async function storedPairs(
  db: Database,
  { after, size }: { after: number; size: number },
): Promise<{ pairs: PairIds[]; last: number | null }> {
  const pairs = statements(db).stored.all({ after, size });
  return { pairs, last: pairs.at(-1)?.row ?? null };
}

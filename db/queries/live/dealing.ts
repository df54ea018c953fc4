/** Gives each table its findings when the agenda comes to them. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { listBoards } from "#db/queries/boards.ts";
import { listFindings } from "#db/queries/findings.ts";
import { tablesOfFindings } from "#db/queries/workshop-tables.ts";
import { findingTable } from "#db/schema/finding.ts";
import { participant } from "#db/schema/live.ts";
import { workshopTable } from "#db/schema/workshop.ts";
import { isOpen } from "#domain/finding.ts";
import { type DealingTable, deal } from "#domain/live/dealing.ts";
import type { By } from "./lead.ts";

/**
 * Fills each table up with the strongest open findings between kommuner that no table has. What a facilitator gave a table stays. Only of
 * boards that are shared with the workshop.
 */
export async function dealFindings(db: Database, { workshopId, personId, at }: By): Promise<void> {
  const boards = (await listBoards(db)).filter(
    ({ workshop, visibility }) => workshop.id === workshopId && visibility !== "own",
  );
  const open = (await listFindings(db, boards)).filter(
    ({ a, b, decision }) => a.organisation.id !== b.organisation.id && isOpen(decision),
  );
  const given = await tablesOfFindings(db, workshopId);
  const free = open
    .filter(({ id }) => !given.has(id))
    .map(({ id, a, b }) => ({ id, organisationIds: [a.organisation.id, b.organisation.id] }));
  const taken = open.flatMap(({ id }) => given.get(id) ?? []);
  const dealt = deal(free, tablesOf(db, workshopId, taken));
  if (dealt.length === 0) return;
  db.insert(findingTable)
    .values(dealt.map((each) => ({ ...each, workshopId, assignedBy: personId, at })))
    .onConflictDoNothing()
    .run();
}

/** By number. @param taken the table of each open finding that has one */
function tablesOf(db: Database, workshopId: string, taken: readonly string[]): DealingTable[] {
  const seated = db
    .select({ tableId: participant.tableId, organisationId: participant.organisationId })
    .from(participant)
    .where(eq(participant.workshopId, workshopId))
    .all();
  const tables = db
    .select({ id: workshopTable.id })
    .from(workshopTable)
    .where(eq(workshopTable.workshopId, workshopId))
    .orderBy(workshopTable.number)
    .all();
  return tables.map(({ id }) => ({
    id,
    organisationIds: new Set(
      seated.flatMap(({ tableId, organisationId }) => (tableId === id ? (organisationId ?? "elsewhere") : [])),
    ),
    has: taken.filter((tableId) => tableId === id).length,
  }));
}

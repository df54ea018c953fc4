/** The tables of a workshop, and which findings they talk about. */
import { and, asc, eq, max } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findingTable } from "#db/schema/finding.ts";
import { organisation } from "#db/schema/organisation.ts";
import { workshopOrganisation, workshopTable } from "#db/schema/workshop.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";

/** By number. */
export async function listTables(db: Database, workshopId: string): Promise<WorkshopTable[]> {
  return db
    .select({ id: workshopTable.id, number: workshopTable.number, name: workshopTable.name })
    .from(workshopTable)
    .where(eq(workshopTable.workshopId, workshopId))
    .orderBy(asc(workshopTable.number))
    .all();
}

/** The table of each finding of the workshop that has one. */
export async function tablesOfFindings(db: Database, workshopId: string): Promise<ReadonlyMap<string, string>> {
  const rows = db
    .select({ findingId: findingTable.findingId, tableId: findingTable.tableId })
    .from(findingTable)
    .where(eq(findingTable.workshopId, workshopId))
    .all();
  return new Map(rows.map(({ findingId, tableId }) => [findingId, tableId]));
}

export interface NewTable {
  readonly id: string;
  readonly workshopId: string;
  readonly name: string;
  readonly addedBy: string;
  readonly now: number;
}

/** It gets the next number. */
export async function addTable(db: Database, { id, workshopId, name, addedBy, now }: NewTable): Promise<void> {
  db.transaction((tx) => {
    const last = tx
      .select({ number: max(workshopTable.number) })
      .from(workshopTable)
      .where(eq(workshopTable.workshopId, workshopId))
      .get();
    tx.insert(workshopTable)
      .values({ id, workshopId, number: (last?.number ?? 0) + 1, name, createdAt: now })
      .run();
    insertAudit(tx, {
      at: now,
      personId: addedBy,
      action: "workshop-table-added",
      subject: workshopId,
      detail: { table: id },
    });
  });
}

export interface TableForEach extends Omit<NewTable, "id" | "name" | "addedBy"> {
  readonly personId: string;
  readonly newId: () => string;
}

/** One for each kommune of the workshop, with its name and in the order of the alphabet. Nothing where there are tables already. */
export async function addTableForEach(db: Database, { workshopId, personId, now, newId }: TableForEach): Promise<void> {
  db.transaction((tx) => {
    if (tx.select().from(workshopTable).where(eq(workshopTable.workshopId, workshopId)).get() !== undefined) return;
    const kommuner = tx
      .select({ name: organisation.name })
      .from(workshopOrganisation)
      .innerJoin(organisation, eq(organisation.id, workshopOrganisation.organisationId))
      .where(and(eq(workshopOrganisation.workshopId, workshopId), eq(organisation.kind, "municipality")))
      .all();
    for (const [index, name] of kommuner
      .map((each) => each.name)
      .sort(compareDanish)
      .entries()) {
      const id = newId();
      tx.insert(workshopTable)
        .values({ id, workshopId, number: index + 1, name, createdAt: now })
        .run();
      const detail = { table: id };
      insertAudit(tx, { at: now, personId, action: "workshop-table-added", subject: workshopId, detail });
    }
  });
}

interface OfTable {
  readonly workshopId: string;
  readonly tableId: string;
  readonly personId: string;
  readonly now: number;
}

/** One of another workshop is left alone. */
export async function renameTable(
  db: Database,
  { workshopId, tableId, personId, now, name }: OfTable & { readonly name: string },
): Promise<void> {
  db.transaction((tx) => {
    const { changes } = tx
      .update(workshopTable)
      .set({ name })
      .where(and(eq(workshopTable.id, tableId), eq(workshopTable.workshopId, workshopId)))
      .run();
    if (changes === 0) return;
    const detail = { table: tableId };
    insertAudit(tx, { at: now, personId, action: "workshop-table-renamed", subject: workshopId, detail });
  });
}

/** Its findings have no table then. One of another workshop is left alone. */
export async function removeTable(db: Database, { workshopId, tableId, personId, now }: OfTable): Promise<void> {
  db.transaction((tx) => {
    const { changes } = tx
      .delete(workshopTable)
      .where(and(eq(workshopTable.id, tableId), eq(workshopTable.workshopId, workshopId)))
      .run();
    if (changes === 0) return;
    insertAudit(tx, {
      at: now,
      personId,
      action: "workshop-table-removed",
      subject: workshopId,
      detail: { table: tableId },
    });
  });
}

export interface TableAssignment extends Omit<OfTable, "tableId"> {
  readonly findingId: string;
  /** Null takes the finding away from its table. */
  readonly tableId: string | null;
}

/** @returns whether there is such a table in the workshop */
export async function assignTable(
  db: Database,
  { findingId, workshopId, tableId, personId, now }: TableAssignment,
): Promise<boolean> {
  return db.transaction((tx) => {
    tx.delete(findingTable)
      .where(and(eq(findingTable.findingId, findingId), eq(findingTable.workshopId, workshopId)))
      .run();
    if (tableId !== null) {
      const ofWorkshop = and(eq(workshopTable.id, tableId), eq(workshopTable.workshopId, workshopId));
      if (tx.select({ id: workshopTable.id }).from(workshopTable).where(ofWorkshop).get() === undefined) return false;
      tx.insert(findingTable).values({ findingId, workshopId, tableId, assignedBy: personId, at: now }).run();
    }
    const detail = { workshop: workshopId, table: tableId ?? "" };
    insertAudit(tx, { at: now, personId, action: "finding-table", subject: findingId, detail });
    return true;
  });
}

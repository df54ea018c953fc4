/** A live workshop in the data of a product that runs, where a test is not about planning and opening one. */
import { join } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { openDatabase } from "#db/client.ts";
import { board } from "#db/schema/board.ts";
import { finding, findingTable } from "#db/schema/finding.ts";
import { agendaItem, note, workshopRun } from "#db/schema/live.ts";
import { organisation } from "#db/schema/organisation.ts";
import { workshopTable } from "#db/schema/workshop.ts";
import type { AgendaPlan } from "#domain/live/agenda.ts";
import type { Product } from "../product.ts";

export const LIVE_CODE = "KADETY34";

const PLAN = { prompt: "", minutes: 10, anonymity: "named", reveal: "by-facilitator", lanes: [] } as const;
type Item = Pick<AgendaPlan, "kind" | "title"> & Partial<AgendaPlan>;

export interface LiveData {
  /** The item that runs from now on, or null in the lobby; who takes part is told by the next change that an action makes. */
  goTo(itemId: string | null): void;
  /** As if somebody had written it, and it had been revealed. */
  addShownNote(itemId: string, shown: { readonly id: string; readonly text: string }): void;
  /** The agenda stays; nobody can join. */
  unopen(): void;
  /** A pair that the check found is given to the table, for a kommune that has a side in it. */
  givePair(tableId: string, municipality: string): void;
  close(): void;
}

/** Opens the workshop under `LIVE_CODE` with these items, whose ids are `item-0`, `item-1` …, and two tables. */
export function openLiveWorkshop(product: Product, workshopId: string, items: readonly Item[]): LiveData {
  const db = openDatabase(join(product.dataDir, "sammenspil.db"));
  const now = Date.now();
  for (const [position, item] of items.entries()) {
    const row = { ...PLAN, ...item, lanes: [...(item.lanes ?? [])], id: `item-${position}`, workshopId, position };
    db.insert(agendaItem).values(row).run();
  }
  for (const number of [101, 102]) {
    db.insert(workshopTable)
      .values({ id: `table-${number}`, workshopId, number, name: "", createdAt: now })
      .run();
  }
  db.insert(workshopRun).values({ workshopId, joinCode: LIVE_CODE, openedAt: now }).run();
  return {
    goTo(itemId) {
      const at = Date.now();
      if (itemId !== null) db.update(agendaItem).set({ startedAt: at }).where(eq(agendaItem.id, itemId)).run();
      db.update(workshopRun)
        .set({ itemId, startedAt: at, timerEndsAt: at + 6 * 60_000 })
        .where(eq(workshopRun.workshopId, workshopId))
        .run();
    },
    addShownNote(itemId, { id, text }) {
      db.insert(note).values({ id, workshopId, itemId, text, revealedAt: Date.now(), sortOrder: id }).run();
    },
    unopen: () => void db.delete(workshopRun).where(eq(workshopRun.workshopId, workshopId)).run(),
    givePair(tableId, municipality) {
      const found = db
        .select({ id: finding.id })
        .from(finding)
        .innerJoin(board, eq(board.id, finding.aBoardId))
        .innerJoin(organisation, eq(organisation.id, board.organisationId))
        .where(and(eq(organisation.name, municipality), isNull(finding.goneAt)))
        .get();
      const row = { findingId: found?.id ?? "", workshopId, tableId, assignedBy: "facilitator", at: Date.now() };
      db.insert(findingTable).values(row).run();
    },
    close: () => db.$client.close(),
  };
}

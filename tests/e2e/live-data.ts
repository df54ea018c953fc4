/** A live workshop in the data of a product that runs, where a test is not about planning and opening one. The day has its own. */
import { join } from "node:path";
import { openDatabase } from "#db/client.ts";
import { agendaItem, workshopRun } from "#db/schema/live.ts";
import { workshopTable } from "#db/schema/workshop.ts";
import type { AgendaPlan } from "#domain/live/agenda.ts";
import type { Product } from "../product.ts";

export const LIVE_CODE = "KADETY34";

const PLAN = { prompt: "", minutes: 10, anonymity: "named", reveal: "by-facilitator", lanes: [] } as const;
type Item = Pick<AgendaPlan, "kind" | "title"> & Partial<AgendaPlan>;

/** Opens the workshop under `LIVE_CODE` with these items, whose ids are `item-0`, `item-1` …, and two tables. */
export function openLiveWorkshop(product: Product, workshopId: string, items: readonly Item[]): { close(): void } {
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
  return { close: () => void db.$client.close() };
}

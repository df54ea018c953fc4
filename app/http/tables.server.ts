/** What is posted to change the tables of a workshop, from whichever page shows them. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { addTable, addTableForEach, removeTable, renameTable } from "#db/queries/workshop-tables.ts";
import { TABLE_NAME_LIMIT } from "#domain/workshop-table.ts";
import type { Services } from "./load-context.server.ts";

const name = z.string().trim().max(TABLE_NAME_LIMIT).default("");

export const TABLE_FORMS = [
  z.object({ intent: z.literal("add-table"), name }),
  z.object({ intent: z.literal("add-table-each") }),
  z.object({ intent: z.literal("rename-table"), tableId: z.string(), name }),
  z.object({ intent: z.literal("remove-table"), tableId: z.string() }),
] as const;
export type TableForm = z.output<(typeof TABLE_FORMS)[number]>;

/** For those who may; the screens of a workshop that runs follow. */
export async function changeTables(
  { db, rooms, now }: Services,
  { workshopId, personId }: { readonly workshopId: string; readonly personId: string },
  form: TableForm,
): Promise<void> {
  const by = { workshopId, personId, now: now() };
  if (form.intent === "add-table") await addTable(db, { ...by, id: randomUUID(), name: form.name, addedBy: personId });
  else if (form.intent === "add-table-each") await addTableForEach(db, { ...by, newId: randomUUID });
  else if (form.intent === "rename-table") await renameTable(db, { ...by, tableId: form.tableId, name: form.name });
  else await removeTable(db, { ...by, tableId: form.tableId });
  rooms.liveChanged(workshopId);
}

import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { requireCan } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import { changeTables, TABLE_FORMS } from "#app/http/tables.server.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { findFinding } from "#db/queries/findings.ts";
import { assignTable } from "#db/queries/workshop-tables.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import type { Person } from "#domain/permissions.ts";

const forms = z.discriminatedUnion("intent", [
  ...TABLE_FORMS,
  z.object({ intent: z.literal("assign-table"), findingId: z.string(), tableId: z.string() }),
]);

interface Arranging {
  readonly person: Person;
  readonly workshopId: string;
  readonly form: FormData;
}

/** The tables of the workshop, and which of them talks about a finding. For those who may. */
export async function arrangeTables(context: Services, { person, workshopId, form }: Arranging): Promise<void> {
  requireCan(context, "workshop.arrange-tables", await workshopSubject(context.db, workshopId));
  const read = readForm(form, forms);
  if (!read.ok) throw badRequest();
  const { db } = context;
  const by = { workshopId, personId: person.id, now: context.now() };
  if (read.value.intent !== "assign-table") return changeTables(context, by, read.value);
  const { findingId, tableId } = read.value;
  await requireFindingOf(context, { person, workshopId, findingId });
  const isDone = await assignTable(db, { ...by, findingId, tableId: tableId === "" ? null : tableId });
  if (!isDone) throw notFound();
}

/** One that the person may read, and of which a side is on a board of the workshop. */
async function requireFindingOf(
  { db }: Services,
  { person, workshopId, findingId }: { person: Person; workshopId: string; findingId: string },
): Promise<void> {
  const finding = await findFinding(db, await readableBoards(db, person), findingId);
  if (![finding?.a.workshop.id, finding?.b.workshop.id].includes(workshopId)) throw notFound();
}

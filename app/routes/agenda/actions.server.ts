import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readForm } from "#app/http/forms.server.ts";
import { requireCan } from "#app/http/guards.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, notFound, redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { changeTables, TABLE_FORMS } from "#app/http/tables.server.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import {
  addItem,
  duplicateItem,
  editItem,
  moveItem,
  type Planned,
  plansOf,
  removeItem,
  removeTemplate,
  replaceAgenda,
  saveTemplate,
} from "#db/queries/live/agenda-plan.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { AGENDA_LIMITS } from "#domain/live/agenda.ts";
import type { Person } from "#domain/permissions.ts";
import { findTemplate } from "./data.server.ts";
import { readItemForm } from "./item-form.server.ts";

export interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly person: Person;
  readonly workshopId: string;
  readonly form: FormData;
}

/** A new item, at the end. */
export async function add(posted: Posted) {
  const { context, workshopId } = posted;
  const read = readItemForm(context, posted, []);
  if (!read.ok) return unprocessable({ refused: read, itemId: null });
  return answer(posted, await addItem(context.db, { id: randomUUID(), workshopId, plan: read.value }));
}

export async function edit(posted: Posted) {
  const { context, workshopId, form } = posted;
  const itemId = String(form.get("itemId"));
  const item = (await listAgenda(context.db, workshopId)).find(({ id }) => id === itemId);
  if (item === undefined) throw notFound();
  const read = readItemForm(context, posted, item.lanes);
  if (!read.ok) return unprocessable({ refused: read, itemId });
  return answer(posted, await editItem(context.db, { workshopId, itemId, plan: read.value }));
}

export async function move(posted: Posted) {
  const { itemId, to } = read(posted, z.object({ itemId: z.string(), to: z.coerce.number().int() }));
  const { context, workshopId } = posted;
  return answer(posted, await moveItem(context.db, { workshopId, itemId, to }));
}

const itemOnly = z.object({ itemId: z.string() });

export async function duplicate(posted: Posted) {
  const { itemId } = read(posted, itemOnly);
  const { context, workshopId } = posted;
  return answer(posted, await duplicateItem(context.db, { workshopId, itemId, newId: randomUUID() }));
}

export async function remove(posted: Posted) {
  const { itemId } = read(posted, itemOnly);
  const { context, workshopId } = posted;
  return answer(posted, await removeItem(context.db, { workshopId, itemId }));
}

export async function applyTemplate(posted: Posted) {
  const { templateId } = read(posted, z.object({ templateId: z.string() }));
  const { context, workshopId } = posted;
  const plans = (await findTemplate(context, templateId))?.items;
  if (plans === undefined) throw notFound();
  return answer(posted, await replaceAgenda(context.db, { workshopId, plans, newId: randomUUID }));
}

/** From a workshop that the person runs too. */
export async function copyAgenda(posted: Posted) {
  const { from } = read(posted, z.object({ from: z.string() }));
  const { context, workshopId } = posted;
  requireCan(context, "workshop.run", await workshopSubject(context.db, from));
  const plans = await plansOf(context.db, from);
  return answer(posted, await replaceAgenda(context.db, { workshopId, plans, newId: randomUUID }));
}

export async function keepTemplate(posted: Posted) {
  const title = z.string().trim().min(1).max(AGENDA_LIMITS.title);
  const kept = read(posted, z.object({ title }));
  const { context, workshopId, person } = posted;
  const items = await plansOf(context.db, workshopId);
  await saveTemplate(context.db, { id: randomUUID(), items, createdBy: person.id, now: context.now(), ...kept });
  return back(posted);
}

export async function dropTemplate(posted: Posted) {
  const { templateId: id } = read(posted, z.object({ templateId: z.string() }));
  await removeTemplate(posted.context.db, { id, personId: posted.person.id });
  return back(posted);
}

export async function arrangeTables(posted: Posted) {
  const form = read(posted, z.discriminatedUnion("intent", [...TABLE_FORMS]));
  const { context, workshopId, person } = posted;
  await changeTables(context, { workshopId, personId: person.id }, form);
  return back(posted);
}

function read<S extends z.ZodType>({ form }: Posted, schema: S): z.output<S> {
  const result = readForm(form, schema);
  if (!result.ok) throw badRequest();
  return result.value;
}

/** What was done stands in the agenda; what was refused is said in a sentence. */
function answer(posted: Posted, planned: Planned) {
  if (!("refused" in planned)) return changed(posted);
  const t = textsOf(posted.request, posted.context, "agenda");
  return unprocessable({ problem: t(`refused.${planned.refused}`, { limit: AGENDA_LIMITS.items }) });
}

/** The screens of a workshop that runs follow its agenda. */
function changed(posted: Posted) {
  posted.context.rooms.liveChanged(posted.workshopId);
  return back(posted);
}

const back = ({ workshopId }: Posted) => redirectWithin(`/workshops/${workshopId}/agenda`, { fallback: "/workshops" });

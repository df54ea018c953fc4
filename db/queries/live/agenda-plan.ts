/** The agenda is planned: before the workshop, and while it runs. What has begun keeps what people were told of it. */
import { asc, count, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem, agendaTemplate, note, vote } from "#db/schema/live.ts";
import { AGENDA_LIMITS, type AgendaItem, type AgendaPlan } from "#domain/live/agenda.ts";
import { agendaIn } from "./agenda.ts";

type Tx = Pick<Database, "select" | "insert" | "update" | "delete">;

export type PlanRefusal = "no-such-item" | "begun" | "too-many";
export type Planned = { readonly done: true } | { readonly refused: PlanRefusal };
const DONE = { done: true } as const;

const planOf = (item: AgendaPlan): AgendaPlan => ({
  title: item.title,
  prompt: item.prompt,
  minutes: item.minutes,
  kind: item.kind,
  anonymity: item.anonymity,
  reveal: item.reveal,
  voteBudget: item.voteBudget,
  lanes: item.lanes,
  byTable: item.byTable,
  indicators: item.indicators ?? null,
});

const rowOf = (plan: AgendaPlan) => ({ ...planOf(plan), lanes: [...plan.lanes] });

/** The items of an agenda as somebody could plan them anew. */
export async function plansOf(db: Database, workshopId: string): Promise<AgendaPlan[]> {
  return agendaIn(db, workshopId).map(planOf);
}

interface NewItem {
  readonly id: string;
  readonly workshopId: string;
  readonly plan: AgendaPlan;
  /** Behind this one; at the end without it. */
  readonly after?: string;
}

export async function addItem(db: Database, { id, workshopId, plan, after }: NewItem): Promise<Planned> {
  return db.transaction((tx): Planned => {
    const agenda = agendaIn(tx, workshopId);
    if (agenda.length >= AGENDA_LIMITS.items) return { refused: "too-many" };
    const at = agenda.findIndex((item) => item.id === after);
    const index = at === -1 ? agenda.length : at + 1;
    tx.insert(agendaItem)
      .values({ id, workshopId, position: index, ...rowOf(plan) })
      .run();
    number(tx, agenda.map((item) => item.id).toSpliced(index, 0, id));
    return DONE;
  });
}

interface OfItem {
  readonly workshopId: string;
  readonly itemId: string;
}

const find = (agenda: readonly AgendaItem[], itemId: string) => agenda.find(({ id }) => id === itemId);

/** Of an item that has begun stay what people were told before they wrote, and the headings under which they did. */
export async function editItem(
  db: Database,
  { workshopId, itemId, plan }: OfItem & { readonly plan: AgendaPlan },
): Promise<Planned> {
  return db.transaction((tx): Planned => {
    const item = find(agendaIn(tx, workshopId), itemId);
    if (item === undefined) return { refused: "no-such-item" };
    const changed = item.startedAt === null ? plan : { ...plan, kind: item.kind, anonymity: item.anonymity };
    const isKept = item.lanes.every(({ id }) => plan.lanes.some((lane) => lane.id === id));
    if (item.startedAt !== null && !isKept) return { refused: "begun" };
    tx.update(agendaItem).set(rowOf(changed)).where(eq(agendaItem.id, itemId)).run();
    return DONE;
  });
}

/** @param to its place in the list, from 0 */
export async function moveItem(db: Database, { workshopId, itemId, to }: OfItem & { to: number }): Promise<Planned> {
  return db.transaction((tx): Planned => {
    const ids = agendaIn(tx, workshopId).map(({ id }) => id);
    const from = ids.indexOf(itemId);
    if (from === -1) return { refused: "no-such-item" };
    const place = Math.min(Math.max(to, 0), ids.length - 1);
    number(tx, ids.toSpliced(from, 1).toSpliced(place, 0, itemId));
    return DONE;
  });
}

/** Right behind the one that it is a copy of. */
export async function duplicateItem(
  db: Database,
  { workshopId, itemId, newId }: OfItem & { readonly newId: string },
): Promise<Planned> {
  const item = find(agendaIn(db, workshopId), itemId);
  if (item === undefined) return { refused: "no-such-item" };
  return addItem(db, { id: newId, workshopId, plan: planOf(item), after: itemId });
}

/** Refused for one that has begun, or in which something was written: it belongs to the workshop. */
export async function removeItem(db: Database, { workshopId, itemId }: OfItem): Promise<Planned> {
  return db.transaction((tx): Planned => {
    const agenda = agendaIn(tx, workshopId);
    const item = find(agenda, itemId);
    if (item === undefined) return { refused: "no-such-item" };
    if (!isUntouched(tx, item)) return { refused: "begun" };
    tx.delete(agendaItem).where(eq(agendaItem.id, itemId)).run();
    number(
      tx,
      agenda.map(({ id }) => id).filter((id) => id !== itemId),
    );
    return DONE;
  });
}

/** A move that was taken back leaves an item that has not begun and holds what was written meanwhile. */
function isUntouched(tx: Tx, { id, startedAt }: AgendaItem): boolean {
  const notes = tx.select({ all: count() }).from(note).where(eq(note.itemId, id)).get()?.all ?? 0;
  const votes = tx.select({ all: count() }).from(vote).where(eq(vote.itemId, id)).get()?.all ?? 0;
  return startedAt === null && notes + votes === 0;
}

/** Puts another agenda in the place of what has not begun. */
export async function replaceAgenda(
  db: Database,
  { workshopId, plans, newId }: { workshopId: string; plans: readonly AgendaPlan[]; newId: () => string },
): Promise<Planned> {
  return db.transaction((tx): Planned => {
    const agenda = agendaIn(tx, workshopId);
    const kept = agenda.filter((item) => !isUntouched(tx, item)).map(({ id }) => id);
    if (kept.length + plans.length > AGENDA_LIMITS.items) return { refused: "too-many" };
    for (const { id } of agenda) if (!kept.includes(id)) tx.delete(agendaItem).where(eq(agendaItem.id, id)).run();
    const added = plans.map((plan, index) => ({
      id: newId(),
      workshopId,
      position: kept.length + index,
      ...rowOf(plan),
    }));
    if (added.length > 0) tx.insert(agendaItem).values(added).run();
    number(tx, [...kept, ...added.map(({ id }) => id)]);
    return DONE;
  });
}

function number(tx: Tx, ids: readonly string[]): void {
  for (const [position, id] of ids.entries())
    tx.update(agendaItem).set({ position }).where(eq(agendaItem.id, id)).run();
}

export interface SavedTemplate {
  readonly id: string;
  readonly title: string;
  readonly items: readonly AgendaPlan[];
  readonly createdBy: string;
}

/** Those that facilitators have saved, by age. */
export async function listTemplates(db: Database): Promise<SavedTemplate[]> {
  return db
    .select({
      id: agendaTemplate.id,
      title: agendaTemplate.title,
      items: agendaTemplate.items,
      createdBy: agendaTemplate.createdBy,
    })
    .from(agendaTemplate)
    .orderBy(asc(agendaTemplate.createdAt), asc(agendaTemplate.id))
    .all();
}

/** For all facilitators. */
export async function saveTemplate(db: Database, template: SavedTemplate & { readonly now: number }): Promise<void> {
  const { now, items, ...values } = template;
  db.insert(agendaTemplate)
    .values({ ...values, items: [...items], createdAt: now })
    .run();
}

/** By who saved it. */
export async function removeTemplate(db: Database, { id, personId }: { id: string; personId: string }): Promise<void> {
  const found = db.select({ by: agendaTemplate.createdBy }).from(agendaTemplate).where(eq(agendaTemplate.id, id)).get();
  if (found?.by === personId) db.delete(agendaTemplate).where(eq(agendaTemplate.id, id)).run();
}

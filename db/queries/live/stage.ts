/** The facilitator moves the workshop through its agenda. No move takes anything away that somebody wrote. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { agendaItem, workshopRun } from "#db/schema/live.ts";
import { organisation } from "#db/schema/organisation.ts";
import { workshopOrganisation } from "#db/schema/workshop.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { remainingMs, shareMs, withMinutes } from "#domain/live/schedule.ts";
import { changedItems, itemAfter, itemBefore, UNDO_LIMIT } from "#domain/live/stage-move.ts";
import { extend, pause, resume } from "#domain/live/timer.ts";
import { agendaIn } from "./agenda.ts";
import { asLead, type By, type Move, type Refused, type Tx } from "./lead.ts";
import { timerColumns, timerOf, type WorkshopRun } from "./run.ts";
import { showAtEnd } from "./showing.ts";
import { readLiveView } from "./view.ts";

/** `began` is the item that the move has brought on the stage. */
export type Moved = { readonly done: true; readonly began?: AgendaItem } | Refused;

interface Moving {
  readonly tx: Tx;
  readonly run: WorkshopRun;
  readonly agenda: readonly AgendaItem[];
  readonly move: Move;
}

/** Does a move that can be taken back. */
function moving(db: Database, move: Move, change: (moving: Moving) => Moved): Moved {
  return asLead(db, move, (tx, run): Moved => {
    if (run.closedAt !== null) return { refused: "closed" };
    const agenda = agendaIn(tx, move.workshopId);
    const moved = change({ tx, run, agenda, move });
    if ("refused" in moved) return moved;
    const { itemId, startedAt, timerEndsAt, timerLeftMs, spotlightId } = run;
    const items = changedItems(agenda, agendaIn(tx, move.workshopId));
    const before = { itemId, startedAt, timerEndsAt, timerLeftMs, spotlightId, items };
    setRun({ tx, move }, { undo: [...run.undo, before].slice(-UNDO_LIMIT) });
    return moved;
  });
}

const setRun = (
  { tx, move }: { tx: Pick<Database, "update">; move: By },
  values: Partial<typeof workshopRun.$inferInsert>,
): void => void tx.update(workshopRun).set(values).where(eq(workshopRun.workshopId, move.workshopId)).run();

/**
 * To the next item that is not skipped; the first one begins the workshop.
 *
 * @param from the item that was on the stage for who pressed: pressed twice, it goes on once
 */
export async function next(db: Database, move: Move, from: string | null): Promise<Moved> {
  return moving(db, move, (at) => {
    if (at.run.itemId !== from) return { done: true };
    const item = itemAfter(at.agenda, at.run.itemId);
    return item === null ? { refused: "nothing-after" } : begin(at, item);
  });
}

/** To the item before; what was written since is there when it is gone to again. */
export async function back(db: Database, move: Move, from: string | null): Promise<Moved> {
  return moving(db, move, (at) => {
    if (at.run.itemId !== from) return { done: true };
    const item = itemBefore(at.agenda, at.run.itemId);
    return item === null ? { refused: "nothing-before" } : begin(at, item);
  });
}

export async function goTo(db: Database, move: Move, itemId: string): Promise<Moved> {
  return moving(db, move, (at) => {
    const item = at.agenda.find(({ id }) => id === itemId);
    if (item === undefined) return { refused: "no-such-item" };
    return item.id === at.run.itemId ? { done: true } : begin(at, item);
  });
}

/** Leaves an item out, or takes it in again. The one on the stage makes room for the next. */
export async function setSkipped(
  db: Database,
  move: Move,
  { itemId, isSkipped }: { itemId: string; isSkipped: boolean },
): Promise<Moved> {
  return moving(db, move, (at) => {
    const item = at.agenda.find(({ id }) => id === itemId);
    if (item === undefined) return { refused: "no-such-item" };
    const follows = itemId === at.run.itemId ? itemAfter(at.agenda, itemId) : item;
    if (follows === null) return { refused: "nothing-after" };
    const moved = follows === item ? ({ done: true } as const) : begin(at, follows);
    at.tx.update(agendaItem).set({ isSkipped }).where(eq(agendaItem.id, itemId)).run();
    return moved;
  });
}

function begin(at: Moving, item: AgendaItem): Moved {
  const { tx, run, agenda, move } = at;
  const from = agenda.find(({ id }) => id === run.itemId);
  if (from !== undefined) leave(tx, from, { ...move, isOnward: item.position > from.position });
  const values = { startedAt: item.startedAt ?? move.at, endedAt: null, isSkipped: false };
  tx.update(agendaItem).set(values).where(eq(agendaItem.id, item.id)).run();
  setRun(at, {
    itemId: item.id,
    startedAt: run.startedAt ?? move.at,
    spotlightId: null,
    pointedId: null,
    ...timerColumns({ endsAt: move.at + remainingMs(item) }),
  });
  const event = { at: move.at, personId: move.personId, subject: move.workshopId } as const;
  insertAudit(tx, { ...event, action: "live-moved", detail: { item: item.id, of: String(agenda.length) } });
  return { done: true, began: item };
}

/** Ends an item. What was to be shown at its end is shown when the workshop goes on, not when it goes back. */
export function leave(tx: Tx, item: AgendaItem, { isOnward, ...move }: Move & { readonly isOnward: boolean }): void {
  tx.update(agendaItem)
    .set({ endedAt: move.at, ...(isOnward && { shownFrom: 1 }) })
    .where(eq(agendaItem.id, item.id))
    .run();
  if (isOnward && item.reveal === "at-end") showAtEnd(tx, item, move);
}

/** Stops the clock, or lets it go on. */
export async function setPaused(db: Database, move: Move, isPaused: boolean): Promise<Moved> {
  return moving(db, move, (at) => {
    const timer = timerOf(at.run);
    if (timer === null) return { refused: "no-such-item" };
    setRun(at, timerColumns(isPaused ? pause(timer, move.at) : resume(timer, move.at)));
    return { done: true };
  });
}

/** More minutes for the item on the stage, or fewer; in a round they are those of the kommune that speaks. */
export async function extendBy(db: Database, move: Move, minutes: number): Promise<Moved> {
  return moving(db, move, (at) => {
    const timer = timerOf(at.run);
    const item = at.agenda.find(({ id }) => id === at.run.itemId);
    if (timer === null || item === undefined) return { refused: "no-such-item" };
    const isForOne = item.kind === "round" && at.run.spotlightId !== null;
    const given = withMinutes(item, { more: minutes, isForOne });
    at.tx.update(agendaItem).set(given).where(eq(agendaItem.id, item.id)).run();
    setRun(at, timerColumns(extend(timer, (given.extraMinutes - item.extraMinutes) * 60_000, move.at)));
    return { done: true };
  });
}

/** Calls up a kommune, or nobody. In a round its clock begins anew: each has the same share of the item. */
export async function setSpotlight(db: Database, move: Move, organisationId: string | null): Promise<Moved> {
  return moving(db, move, (at) => {
    const item = at.agenda.find(({ id }) => id === at.run.itemId);
    const kommuner = municipalitiesIn(at.tx, move.workshopId);
    if (item === undefined) return { refused: "no-such-item" };
    if (organisationId !== null && !kommuner.includes(organisationId)) return { refused: "no-such-item" };
    const isTimed = item.kind === "round" && organisationId !== null;
    setRun(at, {
      spotlightId: organisationId,
      ...(isTimed && timerColumns({ endsAt: move.at + Math.round(shareMs(item, kommuner.length)) })),
    });
    return { done: true };
  });
}

const municipalitiesIn = (tx: Pick<Database, "select">, workshopId: string): string[] =>
  tx
    .select({ id: organisation.id })
    .from(workshopOrganisation)
    .innerJoin(organisation, eq(organisation.id, workshopOrganisation.organisationId))
    .where(and(eq(workshopOrganisation.workshopId, workshopId), eq(organisation.kind, "municipality")))
    .all()
    .map(({ id }) => id);

/** Takes the last move back. */
export async function undoMove(db: Database, by: By): Promise<Moved> {
  return asLead(db, by, (tx, run): Moved => {
    const before = run.undo.at(-1);
    if (run.closedAt !== null) return { refused: "closed" };
    if (before === undefined) return { refused: "nothing-to-undo" };
    const { items, ...stage } = before;
    setRun({ tx, move: by }, { ...stage, undo: run.undo.slice(0, -1) });
    for (const { id, ...was } of items) tx.update(agendaItem).set(was).where(eq(agendaItem.id, id)).run();
    const event = { at: by.at, personId: by.personId, subject: by.workshopId } as const;
    insertAudit(tx, { ...event, action: "live-moved", detail: { item: stage.itemId ?? "" } });
    return { done: true };
  });
}

/** While they group: all tables work on everything together, or each on its own again. What has been grouped stays. Nothing at another item. */
export async function gatherTables(db: Database, by: By, isGathered: boolean): Promise<Moved> {
  return asLead(db, by, (tx, run): Moved => {
    const grouping = and(eq(agendaItem.id, run.itemId ?? ""), eq(agendaItem.kind, "grouping"));
    tx.update(agendaItem).set({ byTable: !isGathered }).where(grouping).run();
    return { done: true };
  });
}

/** The projector shows nothing, or what is on the stage. */
export async function setBlack(db: Database, by: By, isBlack: boolean): Promise<Moved> {
  return asLead(db, by, (tx): Moved => {
    setRun({ tx, move: by }, { isBlack });
    return { done: true };
  });
}

/** The projector keeps what it shows while the facilitator tidies up, or follows again. */
export async function setFrozen(db: Database, by: By, isFrozen: boolean): Promise<Moved> {
  const shown = await readLiveView(db, by.workshopId);
  return asLead(db, by, (tx): Moved => {
    setRun({ tx, move: by }, { frozenScreen: isFrozen ? JSON.stringify(shown) : null });
    return { done: true };
  });
}

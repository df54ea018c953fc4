/** A workshop is opened for participants by a code, and closed with it. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { agendaItem, workshopRun } from "#db/schema/live.ts";
import { workshop } from "#db/schema/workshop.ts";
import { toWallClock } from "#domain/danish-time.ts";
import { makeJoinCode } from "#domain/live/join-code.ts";
import { pause } from "#domain/live/timer.ts";
import { agendaIn } from "./agenda.ts";
import { asLead, type By, type Move, type Refused } from "./lead.ts";
import { findRun, findRunByCode, timerColumns, timerOf } from "./run.ts";
import { leave } from "./stage.ts";

/** Gives whole numbers from 0 up to, not including, what it is given: from a source that cannot be guessed. */
export type RandomIndex = (below: number) => number;

const KEPT_MONTHS = 24;

/** Opens it for participants; who opens it leads it. One that is open stays as it is. */
export async function openRun(db: Database, by: By, randomIndex: RandomIndex): Promise<void> {
  const { workshopId, personId, at } = by;
  db.transaction((tx) => {
    if (findRun(tx, workshopId) !== null) return;
    const planned = tx.select({ startsAt: workshop.startsAt }).from(workshop).where(eq(workshop.id, workshopId)).get();
    tx.insert(workshopRun)
      .values({
        workshopId,
        joinCode: unusedCode(tx, randomIndex),
        openedAt: at,
        leadPersonId: personId,
        leadSeenAt: at,
        retentionDate: monthsAfter(planned?.startsAt ?? at, KEPT_MONTHS),
      })
      .run();
    insertAudit(tx, { at, personId, action: "live-opened", subject: workshopId });
  });
}

/** The old code opens nothing any more; who has joined stays. */
export async function rotateCode(db: Database, by: By, randomIndex: RandomIndex): Promise<{ done: true } | Refused> {
  return asLead(db, by, (tx) => {
    tx.update(workshopRun)
      .set({ joinCode: unusedCode(tx, randomIndex) })
      .where(eq(workshopRun.workshopId, by.workshopId))
      .run();
    insertAudit(tx, { at: by.at, personId: by.personId, action: "live-code-changed", subject: by.workshopId });
    return { done: true as const };
  });
}

/** Ends the item that runs, and with it the writing of guests; the clock is kept for when it is opened again. */
export async function closeRun(db: Database, move: Move): Promise<{ done: true } | Refused> {
  const { workshopId, personId, at } = move;
  return asLead(db, move, (tx, run) => {
    if (run.closedAt !== null) return { refused: "closed" as const };
    const timer = timerOf(run);
    const item = agendaIn(tx, workshopId).find(({ id }) => id === run.itemId);
    if (item !== undefined) leave(tx, item, { ...move, isOnward: true });
    tx.update(agendaItem).set({ shownFrom: 1 }).where(eq(agendaItem.workshopId, workshopId)).run();
    const timing = timerColumns(timer === null ? null : pause(timer, at));
    tx.update(workshopRun)
      .set({ closedAt: at, frozenScreen: null, isBlack: false, ...timing })
      .where(eq(workshopRun.workshopId, workshopId))
      .run();
    insertAudit(tx, { at, personId, action: "live-closed", subject: workshopId });
    return { done: true as const };
  });
}

/** Closed too early: it goes on where it was, with its clock standing. */
export async function reopenRun(db: Database, by: By): Promise<{ done: true } | Refused> {
  const { workshopId, personId, at } = by;
  return asLead(db, by, (tx, run) => {
    if (run.closedAt === null) return { refused: "not-closed" as const };
    tx.update(workshopRun).set({ closedAt: null }).where(eq(workshopRun.workshopId, workshopId)).run();
    if (run.itemId !== null) tx.update(agendaItem).set({ endedAt: null }).where(eq(agendaItem.id, run.itemId)).run();
    insertAudit(tx, { at, personId, action: "live-reopened", subject: workshopId });
    return { done: true as const };
  });
}

function unusedCode(tx: Pick<Database, "select">, randomIndex: RandomIndex): string {
  const code = makeJoinCode(randomIndex);
  return findRunByCode(tx, code) === null ? code : unusedCode(tx, randomIndex);
}

/** The same day so many months later; the first of the month after where there is no such day. */
function monthsAfter(at: number, months: number): string {
  const [year = 0, month = 0, day = 0] = toWallClock(at).day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** Who moves a live workshop: one facilitator at a time, and another when the first has gone or gives it away. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listFacilitators } from "#db/queries/facilitators.ts";
import { workshopRun } from "#db/schema/live.ts";
import { isLeadGone, type StageRefusal } from "#domain/live/stage-move.ts";
import { findRun, type WorkshopRun } from "./run.ts";

export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export interface By {
  readonly workshopId: string;
  readonly personId: string;
  readonly at: number;
}
/** What is shown by a move is shown in an order by chance. */
export interface Move extends By {
  readonly random: () => number;
}
export type Refused = { readonly refused: StageRefusal };

/** Does what only the lead may, in one transaction; who is first to move a workshop that nobody leads has the lead. */
export function asLead<T>(db: Database, by: By, act: (tx: Tx, run: WorkshopRun) => T | Refused): T | Refused {
  return db.transaction((tx) => {
    const run = findRun(tx, by.workshopId);
    if (run === null) return { refused: "not-open" as const };
    if (run.leadPersonId !== null && run.leadPersonId !== by.personId) return { refused: "not-lead" as const };
    if (run.leadPersonId === null) setLead(tx, by, by.personId);
    return act(tx, run);
  });
}

/** A page of a facilitator gives a sign: only the lead's counts. */
export async function heartbeat(db: Database, { workshopId, personId, at }: By): Promise<void> {
  db.update(workshopRun)
    .set({ leadSeenAt: at })
    .where(and(eq(workshopRun.workshopId, workshopId), eq(workshopRun.leadPersonId, personId)))
    .run();
}

/** Refused while the lead is there. */
export async function takeOver(db: Database, by: By): Promise<{ done: true } | Refused> {
  return db.transaction((tx) => {
    const run = findRun(tx, by.workshopId);
    if (run === null) return { refused: "not-open" as const };
    if (run.leadPersonId !== by.personId && !isLeadGone(run, by.at)) return { refused: "lead-is-here" as const };
    setLead(tx, by, by.personId);
    return { done: true as const };
  });
}

/** To another facilitator of the workshop. */
export async function giveLead(db: Database, by: By, toPersonId: string): Promise<{ done: true } | Refused> {
  const facilitators = await listFacilitators(db, by.workshopId);
  return asLead(db, by, (tx) => {
    if (!facilitators.some(({ id }) => id === toPersonId)) return { refused: "not-facilitator" as const };
    setLead(tx, by, toPersonId);
    return { done: true as const };
  });
}

function setLead(tx: Tx, { workshopId, personId, at }: By, leadPersonId: string): void {
  tx.update(workshopRun).set({ leadPersonId, leadSeenAt: at }).where(eq(workshopRun.workshopId, workshopId)).run();
  insertAudit(tx, { at, personId, action: "live-lead-changed", subject: workshopId, detail: { to: leadPersonId } });
}

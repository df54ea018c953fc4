/** Where a live workshop stands. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { workshopRun } from "#db/schema/live.ts";
import type { Timer } from "#domain/live/timer.ts";

export type WorkshopRun = typeof workshopRun.$inferSelect;

/** Null while it has not been opened for participants. */
export const findRun = (db: Pick<Database, "select">, workshopId: string): WorkshopRun | null =>
  db.select().from(workshopRun).where(eq(workshopRun.workshopId, workshopId)).get() ?? null;

/** The run that a code opens; also one that is closed, which says so. */
export const findRunByCode = (db: Pick<Database, "select">, joinCode: string): WorkshopRun | null =>
  db.select().from(workshopRun).where(eq(workshopRun.joinCode, joinCode)).get() ?? null;

export function timerOf({ timerEndsAt, timerLeftMs }: WorkshopRun): Timer | null {
  if (timerEndsAt !== null) return { endsAt: timerEndsAt };
  return timerLeftMs === null ? null : { leftMs: timerLeftMs };
}

/** The columns of a clock. */
export const timerColumns = (timer: Timer | null): Pick<WorkshopRun, "timerEndsAt" | "timerLeftMs"> => ({
  timerEndsAt: timer !== null && "endsAt" in timer ? timer.endsAt : null,
  timerLeftMs: timer !== null && "leftMs" in timer ? timer.leftMs : null,
});

/** The agenda of a workshop as it is planned and as it has gone. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem } from "#db/schema/live.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";

/** In order. */
export async function listAgenda(db: Pick<Database, "select">, workshopId: string): Promise<AgendaItem[]> {
  return agendaIn(db, workshopId);
}

/** For queries that are inside a transaction. */
export const agendaIn = (db: Pick<Database, "select">, workshopId: string): AgendaItem[] =>
  db
    .select({
      id: agendaItem.id,
      position: agendaItem.position,
      title: agendaItem.title,
      prompt: agendaItem.prompt,
      minutes: agendaItem.minutes,
      kind: agendaItem.kind,
      anonymity: agendaItem.anonymity,
      reveal: agendaItem.reveal,
      voteBudget: agendaItem.voteBudget,
      lanes: agendaItem.lanes,
      byTable: agendaItem.byTable,
      indicators: agendaItem.indicators,
      extraMinutes: agendaItem.extraMinutes,
      spotlightMinutes: agendaItem.spotlightMinutes,
      startedAt: agendaItem.startedAt,
      endedAt: agendaItem.endedAt,
      isSkipped: agendaItem.isSkipped,
      revealedAt: agendaItem.revealedAt,
      revealedLanes: agendaItem.revealedLanes,
    })
    .from(agendaItem)
    .where(eq(agendaItem.workshopId, workshopId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .all();

import type { Services } from "#app/http/load-context.server.ts";
import { drawQrCode } from "#app/live/qr.server.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import { findRun } from "#db/queries/live/run.ts";
import { listTables } from "#db/queries/workshop-tables.ts";
import { plannedStarts } from "#domain/live/schedule.ts";
import type { Workshop } from "#domain/workshop.ts";

/** What is printed: one sheet for each table, or one for everybody where there are none. */
export async function loadSheets({ db, settings }: Services, { id, startsAt }: Workshop) {
  const run = findRun(db, id);
  const agenda = (await listAgenda(db, id)).filter(({ isSkipped }) => !isSkipped);
  const starts = startsAt === null ? null : plannedStarts(agenda, startsAt);
  const tables = await listTables(db, id);
  return {
    tables: tables.length > 0 ? tables : [null],
    agenda: agenda.map((item) => ({
      id: item.id,
      title: item.title,
      prompt: item.prompt,
      minutes: item.minutes,
      startsAt: starts?.get(item.id) ?? null,
    })),
    joinAddress: `${new URL(settings.origin).host}/join`,
    join: run === null ? null : { joinCode: run.joinCode, qr: drawQrCode(`${settings.origin}/join/${run.joinCode}`) },
  };
}

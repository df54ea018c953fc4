import type { Services } from "#app/http/load-context.server.ts";
import { drawQrCode } from "#app/live/qr.server.ts";
import { listFacilitators } from "#db/queries/facilitators.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import { findRun } from "#db/queries/live/run.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { readBeside } from "./beside.server.ts";

export async function loadStage(context: Services, workshopId: string) {
  const { db, settings } = context;
  const run = findRun(db, workshopId);
  return {
    /** Also while it is not open, when the view is empty. */
    planned: (await listAgenda(db, workshopId)).map(({ minutes }) => minutes),
    view: await readLiveView(db, workshopId),
    beside: await readBeside(context, workshopId),
    facilitators: await listFacilitators(db, workshopId),
    joinAddress: `${new URL(settings.origin).host}/join`,
    codes: run === null ? null : { joinCode: run.joinCode, qr: drawQrCode(`${settings.origin}/join/${run.joinCode}`) },
  };
}

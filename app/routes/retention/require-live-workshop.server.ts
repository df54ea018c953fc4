import { requireCan, requireSession } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { findRun, type WorkshopRun } from "#db/queries/live/run.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { findWorkshop, workshopSubject } from "#db/queries/workshops.ts";
import type { Person } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";

interface LiveWorkshop {
  readonly person: Person;
  readonly workshop: Workshop;
  readonly run: WorkshopRun;
  /** How many took part. */
  readonly people: number;
}

/** For those who run it, once it has been opened for participants. */
export async function requireLiveWorkshop(
  context: Services,
  request: Request,
  workshopId: string | undefined,
): Promise<LiveWorkshop> {
  const { person } = requireSession(context, request);
  const { db } = context;
  const subject = await workshopSubject(db, workshopId ?? "");
  requireCan(context, "workshop.run", subject);
  const [workshop, run] = [await findWorkshop(db, subject.id), findRun(db, subject.id)];
  if (workshop === null || run === null) throw notFound();
  const { participants } = await readLiveView(db, subject.id);
  return { person, workshop, run, people: Object.keys(participants).length };
}

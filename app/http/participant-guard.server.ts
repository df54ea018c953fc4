import { type OwnParticipant, participantOf } from "#db/queries/live/participants.ts";
import { findRun, type WorkshopRun } from "#db/queries/live/run.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { requireCan, requireSessionOfScript } from "./guards.server.ts";
import type { Services } from "./load-context.server.ts";
import { notFound } from "./responses.server.ts";

export interface TakingPart {
  readonly me: OwnParticipant;
  readonly run: WorkshopRun;
}

/** For what a phone sends: the place of the one who asks in the address's workshop, which is open. */
export async function requireParticipant(context: Services, workshopId: string | undefined): Promise<TakingPart> {
  const { person } = requireSessionOfScript(context);
  const id = workshopId ?? "";
  requireCan(context, "workshop.take-part", await workshopSubject(context.db, id));
  const me = participantOf(context.db, id, person.id);
  const run = findRun(context.db, id);
  if (me === null || run === null) throw notFound();
  return { me, run };
}

/** A rule of the workshop says no to somebody who takes part in it, and nothing has changed. */
export const refused = (): Response => new Response(null, { status: 403, statusText: "Forbidden" });

import { type Acting, actingIn } from "#db/queries/live/acting.ts";
import { type OwnParticipant, participantOf } from "#db/queries/live/participants.ts";
import { findRun, type WorkshopRun } from "#db/queries/live/run.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import type { Person } from "#domain/permissions.ts";
import { requireCan, requireSessionOfScript } from "./guards.server.ts";
import type { Services } from "./load-context.server.ts";
import { forbidden, notFound, tooLate } from "./responses.server.ts";

export interface TakingPart {
  readonly person: Person;
  readonly workshopId: string;
  readonly acting: Acting;
}

/** For what a page of a live workshop sends while it stands, of who has joined, looks on or runs it; who may not see the workshop is told of none. */
export async function requireTakingPart(context: Services, workshopId: string | undefined): Promise<TakingPart> {
  const { person } = requireSessionOfScript(context);
  const subject = await workshopSubject(context.db, workshopId ?? "");
  requireCan(context, "workshop.take-part", subject);
  return { person, workshopId: subject.id, acting: actingIn(context.db, person, subject) };
}

export interface OwnPlace {
  readonly me: OwnParticipant;
  readonly run: WorkshopRun;
}

/** For what a phone sends: the place of the one who asks among the participants; for who has joined by the code alone. */
export async function requireParticipant(context: Services, workshopId: string | undefined): Promise<OwnPlace> {
  const { person, workshopId: id } = await requireTakingPart(context, workshopId);
  const me = participantOf(context.db, id, person.id);
  const run = findRun(context.db, id);
  if (me === null || run === null) throw notFound();
  return { me, run };
}

export function requireFacilitating({ acting }: TakingPart): void {
  if (!acting.isFacilitator) throw forbidden();
}

/** Why a query did nothing: what cannot be mended in the form is thrown, the rest goes back with it. */
export function mendable<Refusal extends string>(
  refused: Refusal | "forbidden" | "closed",
): Exclude<Refusal, "forbidden" | "closed"> {
  if (refused === "forbidden") throw forbidden();
  if (refused === "closed") throw tooLate();
  return refused as Exclude<Refusal, "forbidden" | "closed">;
}

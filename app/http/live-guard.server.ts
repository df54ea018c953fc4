import { type Acting, actingIn } from "#db/queries/live/acting.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import type { Person } from "#domain/permissions.ts";
import { requireCan, requireSessionOfScript } from "./guards.server.ts";
import type { Services } from "./load-context.server.ts";
import { forbidden, tooLate } from "./responses.server.ts";

export interface TakingPart {
  readonly person: Person;
  readonly workshopId: string;
  readonly acting: Acting;
}

/** For what a page of a live workshop sends while it stands; who may not see the workshop is told of none. */
export async function requireTakingPart(context: Services, workshopId: string | undefined): Promise<TakingPart> {
  const { person } = requireSessionOfScript(context);
  const subject = await workshopSubject(context.db, workshopId ?? "");
  requireCan(context, "workshop.take-part", subject);
  return { person, workshopId: subject.id, acting: actingIn(context.db, person, subject) };
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

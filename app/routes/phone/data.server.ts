import { redirect } from "@remix-run/node";
import type { Services } from "#app/http/load-context.server.ts";
import { returnToPlace } from "#app/http/place-cookie.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { type OwnNote, ownNotes } from "#db/queries/live/notes.ts";
import { type OwnParticipant, participantOf } from "#db/queries/live/participants.ts";
import { findRun } from "#db/queries/live/run.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import type { LiveView } from "#domain/live/view.ts";
import { can } from "#domain/permissions.ts";

export interface PhoneData {
  readonly view: LiveView;
  readonly me: OwnParticipant;
  /** Those of which the server knows who wrote them. */
  readonly notes: readonly OwnNote[];
  readonly now: number;
}

/** Who has no place in the workshop yet is led to join it. */
export async function loadPhone(context: Services, workshopId: string, request: Request): Promise<PhoneData> {
  const { db, session, now } = context;
  const subject = await workshopSubject(db, workshopId);
  const me = session === null ? null : participantOf(db, workshopId, session.person.id);
  const mayTakePart = subject !== null && can(session?.person ?? null, "workshop.take-part", subject);
  if (me === null) await returnToPlace(context, workshopId, request);
  if (session !== null && !mayTakePart) throw notFound();
  if (me === null) throw redirect(doorOf(context, mayTakePart ? workshopId : null));
  return { view: await readLiveView(db, workshopId), me, notes: await ownNotes(db, me), now: now() };
}

/** The form of the workshop, for those who may know its code; for everybody else the question for one. */
function doorOf({ db }: Services, workshopId: string | null): string {
  const run = workshopId === null ? null : findRun(db, workshopId);
  return run === null ? "/join" : `/join/${run.joinCode}`;
}

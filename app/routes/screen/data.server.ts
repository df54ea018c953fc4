import { randomUUID } from "node:crypto";
import type { Services } from "#app/http/load-context.server.ts";
import { drawQrCode } from "#app/live/qr.server.ts";
import { findRunByCode } from "#db/queries/live/run.ts";
import { addScreenGuest } from "#db/queries/live/screens.ts";
import { readScreenView } from "#db/queries/live/view.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import { readJoinCode } from "#domain/live/join-code.ts";
import { can } from "#domain/permissions.ts";

/**
 * What the projector of a code shows; null when the code opens nothing, or nothing any more to who takes no part.
 *
 * @throws Response 429 after too many wrong codes: here they would be guessed as well as where people join
 */
export async function openScreen(
  context: Services,
  { typed, name, request }: { typed: string; name: string; request: Request },
) {
  const { db, settings, signIn, now } = context;
  const code = readJoinCode(typed);
  const run = code === null ? null : await signIn.guessCode(async () => findRunByCode(db, code));
  if (run === null) return null;
  const isPart = await takesPart(context, run.workshopId);
  if (!isPart && run.closedAt !== null) return null;
  const headers = isPart ? new Headers() : await admit(context, { workshopId: run.workshopId, name, request });
  const view = await readScreenView(db, run.workshopId);
  const joinAddress = `${settings.origin}/join/${run.joinCode}`;
  const page = {
    workshopId: run.workshopId,
    view,
    now: now(),
    joinAt: `${new URL(settings.origin).host}/join`,
    qr: drawQrCode(joinAddress),
  };
  return { page, headers };
}

/** Whoever may take part looks on as themselves. */
async function takesPart({ db, session }: Services, workshopId: string): Promise<boolean> {
  const subject = await workshopSubject(db, workshopId);
  return subject !== null && can(session?.person ?? null, "workshop.take-part", subject);
}

/** Any other browser becomes a projector, which sees what the hall sees. */
async function admit(
  { db, signIn, now, reportError }: Services,
  { workshopId, name, request }: { workshopId: string; name: string; request: Request },
): Promise<Headers> {
  const personId = randomUUID();
  try {
    await addScreenGuest(db, { personId, workshopId, name, now: now() });
    return await signIn.signInAs(personId, request, "join-code");
  } catch (error) {
    // On a full disk the hall sees how it stands, though not how it goes on.
    reportError(error, request);
    return new Headers();
  }
}

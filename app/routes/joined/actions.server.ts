import { randomInt } from "node:crypto";
import type { Services } from "#app/http/load-context.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { offerTransfer } from "#db/queries/live/joining.ts";
import { listParticipants } from "#db/queries/live/participants.ts";
import { makeJoinCode } from "#domain/live/join-code.ts";

export interface OfferedPlace {
  readonly participantId: string;
  /** Told once; only its hash is kept. */
  readonly code: string;
}

/** For somebody whose phone has died: a code that gives their place to the phone on which it is typed. */
export async function offerPlace(
  { db, now }: Services,
  { workshopId, personId, participantId }: { workshopId: string; personId: string; participantId: string },
): Promise<OfferedPlace> {
  const isHere = (await listParticipants(db, workshopId)).some(({ id }) => id === participantId);
  if (!isHere) throw notFound();
  const code = makeJoinCode(randomInt);
  const { offered } = await offerTransfer(db, { codeHash: hashToken(code), participantId, now: now() });
  if (!offered) throw notFound();
  const detail = { participant: participantId };
  await recordAudit(db, { at: now(), personId, action: "live-place-offered", subject: workshopId, detail });
  return { participantId, code };
}

import type { Services } from "#app/http/load-context.server.ts";
import { findDoor, type OpenDoor } from "#db/queries/live/joining.ts";
import { participantOf } from "#db/queries/live/participants.ts";
import { readJoinCode } from "#domain/live/join-code.ts";

/** What is behind a code; null when it is none. @throws Response 429 after too many wrong ones */
export async function openDoor({ db, signIn }: Services, typed: string | undefined): Promise<OpenDoor | null> {
  const code = readJoinCode(typed ?? "");
  return code === null ? null : signIn.guessCode(() => findDoor(db, code));
}

export const hasJoined = ({ db, session }: Services, { workshopId }: OpenDoor): boolean =>
  session !== null && participantOf(db, workshopId, session.person.id) !== null;

/** Who is signed in with an account takes part by that name. */
export function accountOf({ session }: Services): { name: string } | null {
  return session === null || session.person.isGuest ? null : { name: session.person.name };
}

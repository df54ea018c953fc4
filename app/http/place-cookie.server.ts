/**
 * How a guest's phone keeps its place over days: a secret of its own for each workshop. It is no session: it opens a new one, as short as
 * any, and only for the guest of that workshop.
 */
import { redirect } from "@remix-run/node";
import { keepDevice, personOfDevice } from "#db/queries/live/devices.ts";
import type { Services } from "./load-context.server.ts";
import { hashToken, newToken } from "./tokens.server.ts";

/** The server forgets sooner; a workshop may be open for months. */
const KEPT_SECONDS = 180 * 24 * 60 * 60;

/** As the session's cookie: bound to this host where there is TLS. */
const nameOf = (workshopId: string, origin: string): string =>
  `${origin.startsWith("https:") ? "__Host-" : ""}place-${workshopId}`;
const cookieOf = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${name.startsWith("__Host-") ? "; Secure" : ""}`;

interface Place {
  readonly workshopId: string;
  readonly personId: string;
}

/** The phone that is answered has the guest's place from now on. */
export async function rememberPlace({ db, settings }: Services, place: Place, headers: Headers): Promise<void> {
  const { workshopId, personId } = place;
  const { token, hash } = newToken();
  await keepDevice(db, { workshopId, personId, hash });
  headers.append("Set-Cookie", cookieOf(nameOf(workshopId, settings.origin), token, KEPT_SECONDS));
}

/**
 * For somebody who has no place by their session: the phone may have one still. An account is left signed in.
 *
 * @throws Response to the guest's page, signed in, when it has
 */
export async function returnToPlace(
  { db, session, settings, signIn, now }: Services,
  workshopId: string,
  request: Request,
): Promise<void> {
  if (session !== null && !session.person.isGuest) return;
  const token = cookiesIn(request).get(nameOf(workshopId, settings.origin));
  if (token === undefined) return;
  const personId = await personOfDevice(db, { workshopId, hash: hashToken(token), now: now() });
  if (personId === null) return;
  const headers = await signIn.signInAs(personId, request, "place");
  throw redirect(`/live/${workshopId}`, { headers });
}

/** Whoever signs out leaves nothing behind that signs in again. */
export function forgetPlaces(request: Request, headers: Headers): void {
  for (const name of cookiesIn(request).keys()) {
    if (/^(__Host-)?place-/.test(name)) headers.append("Set-Cookie", cookieOf(name, "", 0));
  }
}

const cookiesIn = (request: Request): ReadonlyMap<string, string> =>
  new Map(
    (request.headers.get("cookie") ?? "").split(/;\s*/).map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

/** First line of every loader and action: who asks, and may they. */
import { redirect } from "@remix-run/node";
import { type Action, can, type SubjectOf } from "#domain/permissions.ts";
import type { CurrentSession, Services } from "./load-context.server.ts";
import { notFound, signedOut } from "./responses.server.ts";

/** The signed-in session, for pages; everybody else is sent to sign in and comes back to the page they asked for. */
export function requireSession(context: Services, request: Request): CurrentSession {
  if (context.session !== null) return context.session;
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" && pathname !== "/" ? `?next=${encodeURIComponent(pathname + search)}` : "";
  throw redirect(`/sign-in${back}`);
}

/** The signed-in session, for addresses that scripts ask: everybody else gets 401 and stays on the page they are on. */
export function requireSessionOfScript(context: Services): CurrentSession {
  if (context.session !== null) return context.session;
  throw signedOut();
}

/**
 * Lets the request through when `can()` says so. Unknown and forbidden look alike: both are 404, so that an address
 * tells nothing about what exists.
 *
 * @param subject as read from the database; null when there is no such thing
 */
export function requireCan<A extends Action>(
  context: Services,
  action: A,
  subject: SubjectOf<A> | null,
): asserts subject is SubjectOf<A> {
  if (subject === null || !can(context.session?.person ?? null, action, subject)) throw notFound();
}

/** Answers that every screen gives alike. */
import { data, redirect } from "@remix-run/node";

/** The answer to a script that asks while its page stands. */
export const toScript = <T>(value: T, status = 200): Response =>
  Response.json(value, { status, headers: { "Cache-Control": "no-store" } });

export const notFound = (): Response => new Response(null, { status: 404, statusText: "Not Found" });

/** For those who know that it is there. */
export const forbidden = (): Response => new Response(null, { status: 403, statusText: "Forbidden" });

export const signedOut = (): Response => toScript({ signedIn: false }, 401);

/** The form was sent when it had no place any more. */
export const tooLate = (): Response => new Response(null, { status: 409, statusText: "Conflict" });

export const badRequest = (): Response => new Response(null, { status: 400, statusText: "Bad Request" });

/** The form comes back with what was typed and what is wrong with it. */
export const unprocessable = <T>(value: T) => data(value, { status: 422 });

/** A path of this site: one slash and then neither a slash nor a backslash, which browsers read as another host. */
const LOCAL_PATH = /^\/(?![/\\])/;

/** Goes on to `next` where it is a path of this site, otherwise to `fallback`. */
export function redirectWithin(next: string | null, options: { fallback: string; headers?: Headers }): Response {
  const { fallback, headers } = options;
  return redirect(safePath(next) ?? fallback, { status: 303, ...(headers && { headers }) });
}

function safePath(path: string | null): string | null {
  if (path === null || !LOCAL_PATH.test(path)) return null;
  // Browsers drop tabs and line breaks from an address before they read it.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f]/.test(path)) return null;
  return LOCAL_PATH.test(decodeURISafe(path)) ? path : null;
}

function decodeURISafe(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}

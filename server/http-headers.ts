/** Headers of every response, and the checks that come before anything reads a request. */
import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Refusal } from "#app/http/load-context.server.ts";
import { REFUSAL_TEXTS } from "#app/text/refusals.ts";

const BODY_LIMIT_BYTES = 1_000_000;
const URL_LIMIT = 8_192;
const YEAR_SECONDS = 31_536_000;

/** Content policy with a fresh nonce for this response's scripts, and the headers that browsers heed. */
export function securityHeaders(origin: string): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals["cspNonce"] = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'self'"],
          "script-src": [(_request, response) => `'nonce-${nonceOf(response as Response)}'`, "'strict-dynamic'"],
          // Positions of carets and dragged cards are style attributes.
          "style-src": ["'self'", "'unsafe-inline'"],
          "img-src": ["'self'", "data:"],
          "font-src": ["'self'"],
          "connect-src": ["'self'"],
          "object-src": ["'none'"],
          "base-uri": ["'none'"],
          "frame-ancestors": ["'none'"],
          "form-action": ["'self'"],
        },
      },
      crossOriginOpenerPolicy: { policy: "same-origin" },
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: origin.startsWith("https://") && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    }),
    (_request, response, next) => {
      response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
      next();
    },
  ];
}

export const nonceOf = (response: Response): string => response.locals["cspNonce"] as string;

/** From here on nothing is done for the request but to say why, in the look of the page. */
export function refuse(response: Response, why: Refusal): void {
  response.locals["refusal"] ??= why;
}

export const refusedFor = (response: Response): Refusal | null =>
  (response.locals["refusal"] as Refusal | undefined) ?? null;

/** Refuses what is too long, not whole, or not a page's own form, before anybody reads it. */
export const requestChecks = (origin: string): RequestHandler => {
  const host = new URL(origin).host;
  return (request, response, next) => {
    const status = unanswerable(request, origin);
    if (status !== null) {
      response.status(status).type("text/plain").send(REFUSAL_TEXTS[status]);
      return;
    }
    // Addresses are made from APP_ORIGIN only, never from what a request says its host is.
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    const refusal = refusalOf(request, origin);
    if (refusal === null) return next();
    refuse(response, refusal);
    // Remix makes a check of its own, which ends in an empty error: what is refused already gets to the page that says so.
    delete request.headers.origin;
    // Nobody reads the body, and left where it is it would hold up the next request on the connection.
    request.once("end", next).resume();
  };
};

type Incoming = Parameters<RequestHandler>[0];

/** No page has such an address or takes such a method. */
function unanswerable({ method, originalUrl }: Incoming, origin: string): 400 | 405 | 414 | null {
  if (originalUrl.length > URL_LIMIT) return 414;
  if (!isPath(originalUrl, origin)) return 400;
  return ["GET", "HEAD", "POST"].includes(method) ? null : 405;
}

function refusalOf({ method, headers }: Incoming, origin: string): Refusal | null {
  if (method !== "POST") return null;
  if (headers.origin !== origin) return 403;
  if (headers["transfer-encoding"] !== undefined) return 411;
  if (Number(headers["content-length"] ?? 0) > BODY_LIMIT_BYTES) return 413;
  return null;
}

/** Starts with one slash, and says so percent-encoded correctly. */
function isPath(address: string, origin: string): boolean {
  if (!/^\/(?!\/)/.test(address) || !URL.canParse(origin + address)) return false;
  try {
    decodeURIComponent(address.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

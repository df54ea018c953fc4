/** Headers of every response, and the checks that come before anything reads a request. */
import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
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

/** Refuses what is too long, not whole, or not a page's own form, before anybody reads it. */
export const requestChecks = (origin: string): RequestHandler => {
  const host = new URL(origin).host;
  return (request, response, next) => {
    const refusal = refusalOf(request, origin);
    if (refusal !== null) {
      response.status(refusal).type("text/plain").send(REFUSAL_TEXTS[refusal]);
      return;
    }
    // Addresses are made from APP_ORIGIN only, never from what a request says its host is.
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    next();
  };
};

type Refusal = Exclude<keyof typeof REFUSAL_TEXTS, 500 | 503>;
type Incoming = Parameters<RequestHandler>[0];

function refusalOf(request: Incoming, origin: string): Refusal | null {
  const { method, originalUrl, headers } = request;
  if (originalUrl.length > URL_LIMIT) return 414;
  if (!isPath(originalUrl, origin)) return 400;
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST") return 405;
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

/** Where a weakness is reported (RFC 9116): only where the operator has said so. */
import { type RequestHandler, Router } from "express";

/** The standard asks for less than a year, so that an address nobody reads any more is seen to be old. */
const VALID_MS = 180 * 24 * 60 * 60 * 1000;

/** @param contact `mailto:…` or `https://…`; null when there is none, and then no such file */
export function securityTxt(contact: string | null, now: () => number): RequestHandler {
  const router = Router();
  if (contact === null) return router;
  router.get("/.well-known/security.txt", (_request, response) => {
    const expires = new Date(now() + VALID_MS).toISOString();
    response.type("text/plain").send(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: da, en\n`);
  });
  return router;
}

/** Secrets that stand in links. The database keeps hashes only. */
import { createHash, randomBytes } from "node:crypto";

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** 128 bits, fit for an address. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(16).toString("base64url");
  return { token, hash: hashToken(token) };
}

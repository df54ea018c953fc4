/** The ways to sign in and out that pages and the command line use; every one leaves an audit event. */
import { isAPIError } from "better-auth/api";
import type { SignIn } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { type AuditAction, recordAudit } from "#db/queries/audit.ts";
import { findPersonIdByEmail, normaliseEmail } from "#db/queries/people.ts";
import { endSessions, listSessions } from "#db/queries/sessions.ts";
import type { Auth } from "./auth.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

export interface SignInOptions {
  readonly auth: Auth;
  readonly db: Database;
  readonly origin: string;
  readonly now: () => number;
  /** Called with each session that was ended, so that its sockets are closed. */
  readonly onSessionEnded: (sessionId: string) => void;
  readonly limits: SignInLimits;
  /** Called with the address from which a live workshop's code was used. */
  readonly onCodeUsed: (address: string) => void;
}

const guessing =
  ({ limits, onCodeUsed }: SignInOptions, address: string): SignIn["guessCode"] =>
  async (look) => {
    const found = await limits.guess(address, look);
    if (found !== null) onCodeUsed(address);
    return found;
  };

/** @param address where the request came from; attempts are counted by it */
export function createSignIn(options: SignInOptions, address: string): SignIn {
  const { auth, db, now, limits } = options;
  const audit = (action: AuditAction, personId: string | null, detail?: Record<string, string>) =>
    recordAudit(db, { at: now(), personId, action, subject: personId ?? "unknown", ...(detail && { detail }) });

  async function endOf(personId: string, sessionId?: string): Promise<void> {
    for (const ended of await endSessions(db, personId, sessionId)) {
      await audit("session-revoked", personId);
      options.onSessionEnded(ended);
    }
  }

  return {
    async createLink(email) {
      await limits.spend({ address, account: normaliseEmail(email) });
      return createLink(options, email);
    },

    async redeemLink(token, request) {
      await limits.spend({ address });
      const answer = await unlessRefused(
        auth.api.magicLinkVerify({ query: { token }, headers: request.headers, returnHeaders: true }),
      );
      await audit(answer ? "sign-in" : "sign-in-failed", answer?.response.user.id ?? null, { by: "link" });
      if (answer) await limits.restore({ address });
      return answer && cookiesOf(answer.headers);
    },

    async signInAs(personId, request, by) {
      const { headers } = await auth.api.signInWithoutProof({
        body: { personId },
        headers: request.headers,
        returnHeaders: true,
      });
      await audit("sign-in", personId, { by });
      return cookiesOf(headers);
    },

    guessCode: guessing(options, address),

    async signInWithPassword(email, password, request) {
      const attempt = { address, account: normaliseEmail(email) };
      await limits.spend(attempt);
      const answer = await unlessRefused(
        auth.api.signInEmail({
          body: { email: attempt.account, password },
          headers: request.headers,
          returnHeaders: true,
        }),
      );
      await audit(answer ? "sign-in" : "sign-in-failed", answer?.response.user.id ?? null, { by: "password" });
      if (answer) await limits.restore(attempt);
      return answer && cookiesOf(answer.headers);
    },

    async setPassword(personId, password) {
      const { internalAdapter, password: hasher } = await auth.$context;
      const hashed = await hasher.hash(password);
      const accounts = await internalAdapter.findAccounts(personId);
      if (accounts.some(({ providerId }) => providerId === "credential")) {
        await internalAdapter.updatePassword(personId, hashed);
      } else {
        const own = { userId: personId, providerId: "credential", accountId: personId };
        await internalAdapter.linkAccount({ ...own, password: hashed });
      }
      await audit("password-set", personId);
    },

    async signOut(request) {
      const current = await auth.api.getSession({ headers: request.headers, query: { disableRefresh: true } });
      const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
      if (current) {
        await audit("sign-out", current.user.id);
        options.onSessionEnded(current.session.id);
      }
      return cookiesOf(headers);
    },

    sessions: (personId) => listSessions(db, personId, now()),
    revokeSession: (personId, sessionId) => endOf(personId, sessionId),
    revokeAllSessions: (personId) => endOf(personId),
  };
}

/** A single-use address that signs the person in; null for an unknown e-mail address. */
export async function createLink(
  { auth, db, origin }: Pick<SignInOptions, "auth" | "db" | "origin">,
  email: string,
): Promise<string | null> {
  if ((await findPersonIdByEmail(db, email)) === null) return null;
  let token = "";
  const deliver = (made: string) => {
    token = made;
  };
  await auth.api.signInMagicLink({
    body: { email: normaliseEmail(email), metadata: { deliver } },
    headers: new Headers(),
  });
  return `${origin}/sign-in/${token}`;
}

/** Used, expired and wrong are answers, not failures. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    // A redirect is the link plugin's way to say that a token is used up, expired or wrong.
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    return null;
  }
}

/** Only the cookies of an answer are passed on. */
function cookiesOf(from: Headers): Headers {
  const headers = new Headers();
  for (const cookie of from.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

/**
 * Signing in and staying signed in, on better-auth's core. None of its HTTP addresses is mounted: our own pages call
 * its functions. (Its link plugin signs in on GET; ours is used up by POST only, because mail scanners open links.)
 */
import { randomUUID } from "node:crypto";
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import type { CurrentSession } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { loadPerson } from "#db/queries/people.ts";
import { SESSION_IDLE_MS, SESSION_LIFETIME_MS } from "#db/queries/sessions.ts";
import type { Logger } from "./log.ts";

const LINK_LIFETIME_MS = 15 * 60 * 1000;
/** How stale the stored "last seen" may be: every request would otherwise write. */
const SEEN_STEP_MS = 5 * 60 * 1000;

// OWASP's second recommendation for argon2id. The library's enum is declared const and cannot be read as a value here.
const ARGON2 = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface AuthOptions {
  readonly db: Database;
  readonly origin: string;
  readonly secret: string;
}

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ db, origin, secret }: AuthOptions) {
  const secure = origin.startsWith("https://");
  return betterAuth({
    baseURL: origin,
    secret,
    database: drizzleAdapter(db, { provider: "sqlite" }),
    user: { modelName: "person" },
    session: {
      fields: { userId: "personId" },
      expiresIn: SESSION_IDLE_MS / 1000,
      updateAge: SEEN_STEP_MS / 1000,
    },
    account: { fields: { userId: "personId" } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: (password) => hash(password, ARGON2),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_LIFETIME_MS / 1000,
        storeToken: "hashed",
        disableSignUp: true,
        // The one who asks for the link delivers it: by mail, on a page or at the command line.
        sendMagicLink: ({ token, metadata }) => metadata?.deliver(token),
      }),
      signInWithoutProof(),
    ],
    advanced: {
      useSecureCookies: false,
      // A `__Host-` cookie must be Secure; over plain http only a loopback address is served.
      cookies: { session_token: { name: secure ? "__Host-session" : "session", attributes: { secure } } },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** A session for a person whom the caller vouches for; has no address, so it cannot be reached over HTTP. */
function signInWithoutProof() {
  return {
    id: "sign-in-without-proof",
    endpoints: {
      signInWithoutProof: createAuthEndpoint(
        { method: "POST", requireHeaders: true, body: z.object({ personId: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.personId);
          if (user === null) throw new APIError("NOT_FOUND");
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ user: { id: user.id } });
        },
      ),
    },
  };
}

export interface SessionReading {
  readonly session: CurrentSession;
  /** Prolongs the cookie where the session was prolonged. */
  readonly setCookies: readonly string[];
}

interface SessionQuestion {
  readonly cookie: string | undefined;
  readonly now: number;
  /** False for what is not a sign of life, such as a socket asking again. */
  readonly prolong: boolean;
  readonly log: Pick<Logger, "error">;
}

/** While sessions cannot be prolonged, as on a full disk, they are in force all the same. */
async function storedSession(auth: Auth, { cookie, prolong, log }: SessionQuestion & { readonly cookie: string }) {
  const ask = (disableRefresh: boolean) =>
    auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh }, returnHeaders: true });
  if (!prolong) return ask(true);
  return ask(false).catch((error: unknown) => {
    log.error({ err: error }, "a session could not be prolonged");
    return ask(true);
  });
}

/**
 * The session of a Cookie header, with the person's roles as they are now; null when there is none in force.
 */
export async function readSession(auth: Auth, db: Database, options: SessionQuestion): Promise<SessionReading | null> {
  const { cookie } = options;
  if (cookie === undefined) return null;
  const { response, headers } = await storedSession(auth, { ...options, cookie });
  if (response === null) return null;
  const { id, createdAt, userId } = response.session;
  if (createdAt.getTime() + SESSION_LIFETIME_MS <= options.now) return null;
  const person = await loadPerson(db, userId);
  if (person === null) return null;
  return { session: { id, person }, setCookies: headers.getSetCookie() };
}

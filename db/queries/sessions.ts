/** Signed-in browsers. Sessions are made and prolonged by server/auth.ts; here they are read and ended. */
import { and, desc, eq, gt, lte, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { session, verification } from "#db/schema/person.ts";

/** A session ends after so long without a request … */
export const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;
/** … and after so long in any case. */
export const SESSION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

const inForce = (now: number) =>
  and(gt(session.expiresAt, new Date(now)), gt(session.createdAt, new Date(now - SESSION_LIFETIME_MS)));

/** Asked for every open socket, again and again. */
const times = prepared((db) =>
  db
    .select({ createdAt: session.createdAt, expiresAt: session.expiresAt })
    .from(session)
    .where(eq(session.id, sql.placeholder("sessionId")))
    .prepare(),
);

/** True while the session has neither ended nor expired. */
export async function sessionInForce(db: Database, sessionId: string, now: number): Promise<boolean> {
  const found = times(db).get({ sessionId });
  return (
    found !== undefined && found.expiresAt.getTime() > now && found.createdAt.getTime() > now - SESSION_LIFETIME_MS
  );
}

export interface SessionEntry {
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly userAgent: string;
}

/** The person's sessions in force, last used first. */
export async function listSessions(db: Database, personId: string, now: number): Promise<SessionEntry[]> {
  return db
    .select()
    .from(session)
    .where(and(eq(session.personId, personId), inForce(now)))
    .orderBy(desc(session.updatedAt), desc(session.createdAt))
    .all()
    .map(({ id, createdAt, updatedAt, userAgent }) => ({
      id,
      createdAt: createdAt.getTime(),
      lastSeenAt: updatedAt.getTime(),
      userAgent: userAgent ?? "",
    }));
}

/** Ends one session, or all of the person's. Returns the ids of those that were ended. */
export async function endSessions(db: Database, personId: string, sessionId?: string): Promise<string[]> {
  const own = eq(session.personId, personId);
  return db
    .delete(session)
    .where(sessionId === undefined ? own : and(own, eq(session.id, sessionId)))
    .returning({ id: session.id })
    .all()
    .map(({ id }) => id);
}

/** Takes away sessions that are not in force any more, and links to sign in that are too old. Returns how many rows went. */
export async function sweepSessions(db: Database, now: number): Promise<number> {
  const at = new Date(now);
  const ended = or(lte(session.expiresAt, at), lte(session.createdAt, new Date(now - SESSION_LIFETIME_MS)));
  return (
    db.delete(session).where(ended).run().changes +
    db.delete(verification).where(lte(verification.expiresAt, at)).run().changes
  );
}

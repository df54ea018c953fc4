/** Who did what, when. Append-only; ids and codes, never content. */
import { asc, gte } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { auditEvent } from "#db/schema/audit.ts";

export type AuditAction =
  | "sign-in"
  | "sign-in-failed"
  | "sign-out"
  | "session-revoked"
  | "password-set"
  | "invitation-created"
  | "invitation-used"
  | "invitation-revoked"
  | "person-added"
  | "person-erased"
  | "organisation-added"
  | "workshop-added"
  | "workshop-anonymised"
  | "workshop-phase"
  | "workshop-table-added"
  | "workshop-table-renamed"
  | "workshop-table-removed"
  | "finding-table"
  | "ballot-revealed"
  | "live-place-offered"
  | "live-opened"
  | "live-code-changed"
  | "live-moved"
  | "live-revealed"
  | "live-lead-changed"
  | "live-closed"
  | "live-reopened"
  | "workshop-joined"
  | "workshop-place-moved"
  | "note-hidden"
  | "note-unhidden"
  | "workshop-organisation-added"
  | "workshop-organisation-removed"
  | "role-given"
  | "role-ended"
  | "board-visibility"
  | "board-access"
  | "board-deleted"
  | "board-brought-back"
  | "board-erased"
  | "board-restored"
  | "initiative-erased"
  | "finding-answered"
  | "finding-assessed"
  | "finding-kind-changed"
  | "actor-proposed"
  | "actor-approved"
  | "actor-merged"
  | "actor-merge-undone"
  | "lexicon-form-added"
  | "lexicon-form-removed"
  | "check-stopped"
  | "check-begun"
  | "export"
  | "sign-in-link"
  | "backup"
  | "restore";

export interface AuditEntry {
  readonly at: number;
  /** Null for the operator at the command line, and where nobody is signed in. */
  readonly personId: string | null;
  readonly action: AuditAction;
  /** What it was done to: an id, or what identifies it. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string>>;
}

export async function recordAudit(db: Database, entry: AuditEntry): Promise<void> {
  insertAudit(db, entry);
}

/** For a query that writes it in the transaction of what it records. */
export function insertAudit(db: Pick<Database, "insert">, { detail, ...entry }: AuditEntry): void {
  db.insert(auditEvent)
    .values({ ...entry, detail: detail ? { ...detail } : null })
    .run();
}

/** Everything recorded from a moment on, oldest first. */
export async function listAudit(db: Database, since = 0): Promise<AuditEntry[]> {
  return db
    .select()
    .from(auditEvent)
    .where(gte(auditEvent.at, since))
    .orderBy(asc(auditEvent.id))
    .all()
    .map(({ at, personId, action, subject, detail }) => ({
      at,
      personId,
      action: action as AuditAction,
      subject,
      ...(detail && { detail }),
    }));
}

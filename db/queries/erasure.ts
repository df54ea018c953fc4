/**
 * Erases an initiative for good: from the board's document, whose log begins anew, from its versions, and from everything that was
 * said of it. What the database file still holds in its free space and its search index is overwritten afterwards
 * (`server/scrubbing.ts`).
 */
import { gunzipSync, gzipSync } from "node:zlib";
import { and, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction } from "#db/prepared.ts";
import { board, boardSnapshot, boardUpdate, fieldChange } from "#db/schema/board.ts";
import { comment, commentThread, inboxNotice } from "#db/schema/comment.ts";
import { finding, findingAnswer, findingAssessment, findingKindChange } from "#db/schema/finding.ts";
import { boardEvent, boardVersion } from "#db/schema/history.ts";
import { initiativeOrigin } from "#db/schema/live.ts";
import { encodeDocument, encodeStateVector, openDocument } from "#domain/board-doc/document.ts";
import { rebuildBoard } from "#domain/board-doc/rebuild.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import type { BoardSnapshot } from "#domain/initiative.ts";
import { insertAudit } from "./audit.ts";
import { loadStoredLog, storedDocument } from "./board-log.ts";
import { removeInitiativeRows } from "./initiative-rows.ts";
import { putFact } from "./installation.ts";

type Erasing = Pick<Database, "delete" | "select">;

export interface Erasure {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly personId: string;
  readonly now: number;
}

/**
 * The first part: takes the initiative out of the board's versions, one at a time.
 *
 * @param rest lets others run between two of them
 * @returns false when there is no such initiative in the bin; nothing has changed then
 */
export async function eraseFromVersions(db: Database, erasure: Erasure, rest: () => Promise<void>): Promise<boolean> {
  if (!isInBin(db, erasure)) return false;
  for (const versionId of versionIds(db, erasure)) {
    scrubVersion(db, versionId, erasure.initiativeId);
    await rest();
  }
  return true;
}

/**
 * The second part: erases it from the board and everything that was said of it, at once. Everything that rooms have taken in must
 * be on disk. The board has a new generation afterwards: rooms and copies of the one before hold what was erased.
 *
 * @returns false when it does not lie in the bin any more
 */
export async function eraseFromBoard(db: Database, erasure: Erasure): Promise<boolean> {
  return inTransaction(db, () => {
    const erased = writeDocumentAnew(db, erasure);
    if (erased) eraseTraces(db, erasure);
    return erased;
  });
}

function isInBin(db: Database, { boardId, initiativeId }: Erasure): boolean {
  const log = loadStoredLog(db, boardId);
  if (log === null || log.isDeleted) return false;
  const doc = openDocument(storedDocument(log));
  const found = readBoard(doc).initiatives.find(({ id }) => id === initiativeId);
  doc.destroy();
  return found !== undefined && found.binnedAt !== null;
}

/** One state in the place of everything that was logged; its number goes on where the log ended. */
function writeDocumentAnew(db: Database, { boardId, initiativeId, now }: Erasure): boolean {
  const log = loadStoredLog(db, boardId);
  if (log === null || log.isDeleted) return false;
  const before = openDocument(storedDocument(log));
  const { initiatives } = readBoard(before);
  before.destroy();
  const kept = initiatives.filter(({ id, binnedAt }) => id !== initiativeId || binnedAt === null);
  // Somebody has laid it back meanwhile.
  if (kept.length === initiatives.length) return false;
  const doc = rebuildBoard({ initiatives: kept });
  const values = {
    uptoSeq: log.lastSeq,
    state: Buffer.from(encodeDocument(doc)),
    stateVector: Buffer.from(encodeStateVector(doc)),
    at: now,
  };
  doc.destroy();
  db.delete(boardUpdate).where(eq(boardUpdate.boardId, boardId)).run();
  db.insert(boardSnapshot)
    .values({ boardId, ...values })
    .onConflictDoUpdate({ target: boardSnapshot.boardId, set: values })
    .run();
  db.update(board)
    .set({ generation: sql`${board.generation} + 1` })
    .where(eq(board.id, boardId))
    .run();
  return true;
}

function eraseTraces(db: Database, erasure: Erasure): void {
  const { boardId, initiativeId, personId, now } = erasure;
  removeInitiativeRows(db, { boardId, initiativeId });
  for (const table of [fieldChange, boardEvent, initiativeOrigin]) {
    db.delete(table)
      .where(and(eq(table.boardId, boardId), eq(table.initiativeId, initiativeId)))
      .run();
  }
  eraseThreads(db, and(eq(commentThread.boardId, boardId), eq(commentThread.initiativeId, initiativeId)));
  const isOneSide = and(eq(finding.aBoardId, boardId), eq(finding.aInitiativeId, initiativeId));
  const isOtherSide = and(eq(finding.bBoardId, boardId), eq(finding.bInitiativeId, initiativeId));
  eraseFindings(db, or(isOneSide, isOtherSide));
  // Those that were kept while the others were gone through.
  for (const versionId of versionIds(db, erasure, now)) scrubVersion(db, versionId, initiativeId);
  insertAudit(db, {
    at: now,
    personId,
    action: "initiative-erased",
    subject: boardId,
    detail: { initiative: initiativeId },
  });
  putFact(db, "scrub", "index");
}

/** Erases threads with what was written in them, and the notices of it. */
export function eraseThreads(db: Erasing, which: SQL | undefined): void {
  const threads = db.select({ id: commentThread.id }).from(commentThread).where(which);
  const comments = db.select({ id: comment.id }).from(comment).where(inArray(comment.threadId, threads));
  db.delete(inboxNotice).where(inArray(inboxNotice.commentId, comments)).run();
  db.delete(comment).where(inArray(comment.threadId, threads)).run();
  db.delete(commentThread).where(which).run();
}

/** Also what was said about them: the reason may repeat what is erased. */
export function eraseFindings(db: Erasing, which: SQL | undefined): void {
  const findings = db.select({ id: finding.id }).from(finding).where(which);
  for (const table of [findingAnswer, findingAssessment, findingKindChange])
    db.delete(table).where(inArray(table.findingId, findings)).run();
  db.delete(finding).where(which).run();
}

const versionIds = (db: Database, { boardId }: Erasure, since = 0): string[] =>
  db
    .select({ id: boardVersion.id })
    .from(boardVersion)
    .where(and(eq(boardVersion.boardId, boardId), gte(boardVersion.at, since)))
    .all()
    .map(({ id }) => id);

function scrubVersion(db: Database, versionId: string, initiativeId: string): void {
  const version = db
    .select({ snapshot: boardVersion.snapshot })
    .from(boardVersion)
    .where(eq(boardVersion.id, versionId))
    .get();
  if (version === undefined) return;
  const { initiatives } = JSON.parse(gunzipSync(version.snapshot).toString()) as BoardSnapshot;
  const kept = initiatives.filter(({ id }) => id !== initiativeId);
  if (kept.length === initiatives.length) return;
  const snapshot = gzipSync(JSON.stringify({ initiatives: kept } satisfies BoardSnapshot));
  db.update(boardVersion).set({ snapshot }).where(eq(boardVersion.id, versionId)).run();
}

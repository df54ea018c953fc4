/** Boards that a kommune has deleted: away at once for everybody, and to be brought back for a while. */
import { and, desc, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { putFact } from "#db/queries/installation.ts";
import { board, boardAccess, boardSnapshot, boardUpdate, boardVisit, fieldChange } from "#db/schema/board.ts";
import { commentThread } from "#db/schema/comment.ts";
import { finding } from "#db/schema/finding.ts";
import { boardEvent, boardVersion } from "#db/schema/history.ts";
import { initiative } from "#db/schema/initiative.ts";
import { initiativeOrigin } from "#db/schema/live.ts";
import { workshop } from "#db/schema/workshop.ts";
import { beyondRestoring, restorableUntil } from "#domain/deleted-board.ts";
import { eraseFindings, eraseThreads } from "./erasure.ts";

/** What was open under the old name stays closed: the board's next room has another one. */
export async function deleteBoard(
  db: Database,
  { boardId, now }: { boardId: string; now: number },
): Promise<{ deleted: boolean }> {
  const result = db
    .update(board)
    .set({ deletedAt: now, generation: sql`${board.generation} + 1` })
    .where(and(eq(board.id, boardId), isNull(board.deletedAt)))
    .run();
  return { deleted: result.changes === 1 };
}

export interface DeletedBoard {
  readonly id: string;
  readonly workshop: { readonly id: string; readonly title: string };
  readonly deletedAt: number;
}

/** Those of an organisation that can be brought back now, the last deleted first. */
export async function listDeletedBoards(db: Database, organisationId: string, now: number): Promise<DeletedBoard[]> {
  return db
    .select({ id: board.id, workshopId: workshop.id, workshopTitle: workshop.title, deletedAt: board.deletedAt })
    .from(board)
    .innerJoin(workshop, eq(workshop.id, board.workshopId))
    .where(and(eq(board.organisationId, organisationId), gt(board.deletedAt, beyondRestoring(now))))
    .orderBy(desc(board.deletedAt), board.id)
    .all()
    .map(({ id, workshopId, workshopTitle, deletedAt }) => ({
      id,
      workshop: { id: workshopId, title: workshopTitle },
      deletedAt: deletedAt ?? 0,
    }));
}

export type BringBackResult =
  | { readonly back: true }
  /** `replaced`: the kommune has another board in the workshop by now. */
  | { readonly back: false; readonly refused: "unknown" | "too-late" | "replaced" };

/** The board as it was when it was deleted. */
export async function bringBoardBack(
  db: Database,
  { boardId, now }: { boardId: string; now: number },
): Promise<BringBackResult> {
  return db.transaction((tx): BringBackResult => {
    const found = tx
      .select()
      .from(board)
      .where(and(eq(board.id, boardId), isNotNull(board.deletedAt)))
      .get();
    if (found === undefined || found.deletedAt === null) return { back: false, refused: "unknown" };
    if (now >= restorableUntil(found.deletedAt)) return { back: false, refused: "too-late" };
    const { workshopId, organisationId } = found;
    const inItsPlace = and(
      eq(board.workshopId, workshopId),
      eq(board.organisationId, organisationId),
      isNull(board.deletedAt),
    );
    if (tx.select({ id: board.id }).from(board).where(inItsPlace).get() !== undefined) {
      return { back: false, refused: "replaced" };
    }
    tx.update(board).set({ deletedAt: null }).where(eq(board.id, boardId)).run();
    return { back: true };
  });
}

/** Erases boards that can no longer be brought back, with everything that was said of them. Returns their ids. */
export async function eraseDeletedBoards(db: Database, now: number): Promise<string[]> {
  return db.transaction((tx) => {
    const late = tx
      .select({ id: board.id })
      .from(board)
      .where(lte(board.deletedAt, beyondRestoring(now)))
      .all();
    for (const { id } of late) {
      eraseContent(tx, id);
      insertAudit(tx, { at: now, personId: null, action: "board-erased", subject: id });
    }
    if (late.length > 0) putFact(db, "scrub", "index");
    return late.map(({ id }) => id);
  });
}

/** From the outermost inwards: a row goes before what it refers to. Tags, actors and texts go with their initiative. */
function eraseContent(tx: Pick<Database, "delete" | "select">, boardId: string): void {
  eraseFindings(tx, or(eq(finding.aBoardId, boardId), eq(finding.bBoardId, boardId)));
  eraseThreads(tx, eq(commentThread.boardId, boardId));
  for (const table of [
    boardVersion,
    boardEvent,
    fieldChange,
    boardVisit,
    boardAccess,
    boardSnapshot,
    boardUpdate,
    initiativeOrigin,
    initiative,
  ]) {
    tx.delete(table).where(eq(table.boardId, boardId)).run();
  }
  tx.delete(board).where(eq(board.id, boardId)).run();
}

/** The log of the board documents: a state, and one row per accepted update since. What is told to anyone is here first. */
import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction, prepared } from "#db/prepared.ts";

import { board, boardSnapshot, boardUpdate } from "#db/schema/board.ts";
import { installation } from "#db/schema/installation.ts";
import type { StoredDocument } from "#domain/board-doc/document.ts";

export interface LoggedUpdate {
  readonly boardId: string;
  /** Null when the server itself wrote. */
  readonly personId: string | null;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Appends updates of any boards in one transaction. Returns the last log row of each board. */
export async function appendUpdates(
  db: Database,
  updates: readonly LoggedUpdate[],
): Promise<ReadonlyMap<string, number>> {
  const insert = insertUpdate(db);
  return inTransaction(db, () => {
    const last = new Map<string, number>();
    for (const { boardId, personId, at, bytes } of updates) {
      const { lastInsertRowid } = insert.run({ boardId, personId, at, bytes: asBuffer(bytes) });
      last.set(boardId, Number(lastInsertRowid));
    }
    return last;
  });
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const insertUpdate = prepared((db) =>
  db
    .insert(boardUpdate)
    .values({
      boardId: sql.placeholder("boardId"),
      personId: sql.placeholder("personId"),
      at: sql.placeholder("at"),
      bytes: sql.placeholder("bytes"),
    })
    .prepare(),
);

interface LogRow {
  readonly seq: number;
  readonly personId: string | null;
  readonly at: number;
  readonly bytes: Uint8Array;
}

export interface BoardLog {
  readonly generation: number;
  readonly projectedSeq: number;
  /** The state that stands for every row up to `uptoSeq`. */
  readonly snapshot: { readonly uptoSeq: number; readonly state: Uint8Array; readonly stateVector: Uint8Array } | null;
  readonly rows: readonly LogRow[];
  /** The last log row, in the state or after it; 0 for a board that nobody has written in. */
  readonly lastSeq: number;
}

/** Asked whenever a room opens. */
const stored = prepared((db) => ({
  board: db
    .select({ generation: board.generation, projectedSeq: board.projectedSeq, deletedAt: board.deletedAt })
    .from(board)
    .where(eq(board.id, sql.placeholder("boardId")))
    .prepare(),
  snapshot: db
    .select({
      uptoSeq: boardSnapshot.uptoSeq,
      state: boardSnapshot.state,
      stateVector: boardSnapshot.stateVector,
    })
    .from(boardSnapshot)
    .where(eq(boardSnapshot.boardId, sql.placeholder("boardId")))
    .prepare(),
  rows: db
    .select({ seq: boardUpdate.seq, personId: boardUpdate.personId, at: boardUpdate.at, bytes: boardUpdate.bytes })
    .from(boardUpdate)
    .where(and(eq(boardUpdate.boardId, sql.placeholder("boardId")), gt(boardUpdate.seq, sql.placeholder("after"))))
    .orderBy(asc(boardUpdate.seq))
    .prepare(),
}));

/** Everything stored of a board's document; null when the board is unknown or deleted. */
export async function loadBoardLog(db: Database, boardId: string): Promise<BoardLog | null> {
  const log = loadStoredLog(db, boardId);
  return log === null || log.isDeleted ? null : log;
}

/** The same for a board that may be deleted and can be brought back; null when it is unknown. */
export function loadStoredLog(db: Database, boardId: string): (BoardLog & { readonly isDeleted: boolean }) | null {
  // One transaction, so that a compaction by another process cannot fall between the state and the rows.
  return inTransaction(db, () => {
    const find = stored(db);
    const found = find.board.get({ boardId });
    if (found === undefined) return null;
    const { deletedAt, ...rest } = found;
    const snapshot = find.snapshot.get({ boardId }) ?? null;
    const rows = find.rows.all({ boardId, after: snapshot?.uptoSeq ?? 0 });
    const lastSeq = rows.at(-1)?.seq ?? snapshot?.uptoSeq ?? 0;
    return { ...rest, isDeleted: deletedAt !== null, snapshot, rows, lastSeq };
  });
}

/** Ids of every board that something may be stored of, deleted ones included. */
export const storedBoardIds = (db: Database): string[] =>
  db
    .select({ id: board.id })
    .from(board)
    .orderBy(board.id)
    .all()
    .map(({ id }) => id);

/** What is stored, as the document reads it. */
export const storedDocument = ({ snapshot, rows }: Pick<BoardLog, "snapshot" | "rows">): StoredDocument => ({
  state: snapshot?.state ?? null,
  updates: rows.map(({ bytes }) => bytes),
});

export interface NewSnapshot {
  readonly boardId: string;
  /** Of the log that the state stands for. */
  readonly generation: number;
  readonly uptoSeq: number;
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly at: number;
}

/**
 * Puts one state in the place of all log rows up to `uptoSeq`, which go in the same transaction. One of an earlier generation is
 * left alone: it would bring back what has been erased.
 */
export async function storeSnapshot(
  db: Database,
  { boardId, generation, ...snapshot }: NewSnapshot,
): Promise<{ stored: boolean }> {
  const values = { ...snapshot, state: asBuffer(snapshot.state), stateVector: asBuffer(snapshot.stateVector) };
  return db.transaction((tx) => {
    const current = tx.select({ generation: board.generation }).from(board).where(eq(board.id, boardId)).get();
    if (current?.generation !== generation) return { stored: false };
    tx.insert(boardSnapshot)
      .values({ boardId, ...values })
      .onConflictDoUpdate({ target: boardSnapshot.boardId, set: values })
      .run();
    tx.delete(boardUpdate)
      .where(and(eq(boardUpdate.boardId, boardId), lte(boardUpdate.seq, snapshot.uptoSeq)))
      .run();
    return { stored: true };
  });
}

/** Boards whose log has gone further than their rows: after a crash between a commit and its projection. */
export async function boardsToProject(db: Database): Promise<string[]> {
  return db
    .select({ id: board.id })
    .from(board)
    .where(
      and(
        isNull(board.deletedAt),
        sql`${board.projectedSeq} < (select max(${boardUpdate.seq}) from ${boardUpdate} where ${boardUpdate.boardId} = ${board.id})`,
      ),
    )
    .all()
    .map(({ id }) => id);
}

/** As much as a turn with many edits: what fits into the room that is left anyway says nothing. */
const TRIAL = { key: "trial", value: "x".repeat(256 * 1024) } as const;

/** Writes to the database without changing anything; throws while it cannot be written, or cannot grow. */
export async function tryWriting(db: Database): Promise<void> {
  db.transaction(
    (tx) => {
      tx.insert(installation).values(TRIAL).run();
      tx.delete(installation).where(eq(installation.key, TRIAL.key)).run();
    },
    { behavior: "immediate" },
  );
}

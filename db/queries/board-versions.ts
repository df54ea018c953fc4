/** Versions of boards: kept by people, by a workshop that moves on, and by the server while people work. */
import { gunzipSync, gzipSync } from "node:zlib";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { board } from "#db/schema/board.ts";
import { boardEvent, boardVersion } from "#db/schema/history.ts";
import { initiative } from "#db/schema/initiative.ts";
import { person } from "#db/schema/person.ts";
import type { VersionReason } from "#domain/board-history.ts";
import { type BoardSnapshot, byOrder, type InitiativeSnapshot } from "#domain/initiative.ts";

export interface NewVersion {
  readonly id: string;
  readonly boardId: string;
  readonly at: number;
  readonly personId: string | null;
  readonly reason: VersionReason;
  readonly name: string | null;
}

/** Keeps the board as its rows are now. */
export async function keepVersion(db: Database, version: NewVersion): Promise<void> {
  db.transaction(() => insertVersion(db, version));
}

function insertVersion(db: Database, version: NewVersion): void {
  const snapshot = gzipSync(JSON.stringify(snapshotOfRows(db, version.boardId)));
  db.insert(boardVersion)
    .values({ ...version, snapshot })
    .run();
}

function snapshotOfRows(db: Database, boardId: string): BoardSnapshot {
  const rows = db
    .select({ snapshot: initiative.snapshot })
    .from(initiative)
    .where(eq(initiative.boardId, boardId))
    .all();
  return { initiatives: rows.map(({ snapshot }) => JSON.parse(snapshot) as InitiativeSnapshot).sort(byOrder) };
}

/** The workshop moves on: each of its boards is kept as the phase before left it. */
export async function keepVersionsOfWorkshop(
  db: Database,
  input: { workshopId: string; phase: string; personId: string; at: number; newId: () => string },
): Promise<void> {
  const { workshopId, phase, personId, at, newId } = input;
  db.transaction(() => {
    for (const boardId of boardIdsOf(db, workshopId)) {
      insertVersion(db, { id: newId(), boardId, at, personId, reason: "phase", name: phase });
    }
  });
}

const boardIdsOf = (db: Database, workshopId: string): string[] =>
  db
    .select({ id: board.id })
    .from(board)
    .where(and(eq(board.workshopId, workshopId), isNull(board.deletedAt)))
    .all()
    .map(({ id }) => id);

export interface Version {
  readonly id: string;
  readonly at: number;
  readonly reason: VersionReason;
  readonly name: string | null;
  /** Who kept it; null for the server, or somebody who is no longer here. */
  readonly by: string | null;
}

/** Newest first. */
export async function listVersions(db: Database, boardId: string): Promise<Version[]> {
  return db
    .select({
      id: boardVersion.id,
      at: boardVersion.at,
      reason: boardVersion.reason,
      name: boardVersion.name,
      by: person.name,
    })
    .from(boardVersion)
    .leftJoin(person, eq(person.id, boardVersion.personId))
    .where(eq(boardVersion.boardId, boardId))
    .orderBy(desc(boardVersion.at), desc(sql`${boardVersion}.rowid`))
    .all();
}

/** Null when the board has no such version. */
export async function readVersion(db: Database, boardId: string, versionId: string): Promise<BoardSnapshot | null> {
  const found = db
    .select({ snapshot: boardVersion.snapshot })
    .from(boardVersion)
    .where(and(eq(boardVersion.id, versionId), eq(boardVersion.boardId, boardId)))
    .get();
  return found === undefined ? null : (JSON.parse(gunzipSync(found.snapshot).toString()) as BoardSnapshot);
}

/** Work that has paused this long is kept as a version; work without a pause every half hour. */
const QUIET_MS = 5 * 60_000;
const STEADY_MS = 30 * 60_000;

/** Keeps a version of every board that was worked on since its last one. Returns the boards. */
export async function keepAutomaticVersions(
  db: Database,
  { now, newId }: { now: number; newId: () => string },
): Promise<string[]> {
  const lastVersion = sql<number>`coalesce((select max(${boardVersion.at}) from ${boardVersion} where ${boardVersion.boardId} = ${boardEvent.boardId}), 0)`;
  const due = db
    .select({ boardId: boardEvent.boardId })
    .from(boardEvent)
    .innerJoin(board, eq(board.id, boardEvent.boardId))
    .where(isNull(board.deletedAt))
    .groupBy(boardEvent.boardId)
    .having(
      sql`max(${boardEvent.at}) > ${lastVersion} and (max(${boardEvent.at}) <= ${now - QUIET_MS} or ${lastVersion} <= ${now - STEADY_MS})`,
    )
    .all()
    .map(({ boardId }) => boardId);
  for (const boardId of due) {
    await keepVersion(db, { id: newId(), boardId, at: now, personId: null, reason: "automatic", name: null });
  }
  return due;
}

const DAY_MS = 24 * 60 * 60_000;
/** Automatic versions are all kept this long; after that the last one of each day. */
const ALL_KEPT_MS = 7 * DAY_MS;

/** Thins out what the server kept by itself; what people kept or a workshop left behind stays. */
export async function thinAutomaticVersions(db: Database, now: number): Promise<void> {
  const { id, boardId, at, reason } = boardVersion;
  // Of the rows that fall together, SQLite takes `id` from the one with the greatest `at`.
  const lastOfDay = sql`select ${id} from (
    select ${id}, max(${at}) from ${boardVersion} where ${reason} = 'automatic'
    group by ${boardId}, ${at} / ${sql.raw(String(DAY_MS))}
  ) as ${boardVersion}`;
  db.delete(boardVersion)
    .where(and(eq(reason, "automatic"), lt(at, now - ALL_KEPT_MS), sql`${id} not in (${lastOfDay})`))
    .run();
}
